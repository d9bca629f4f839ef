/** A square matrix. Rows and columns count from 0; outside of it there is nothing to read. */
export class Square {
  readonly size: number;
  readonly #cells: number[];

  constructor(size: number, cell: (row: number, column: number) => number) {
    this.size = size;
    this.#cells = [];
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) this.#cells.push(cell(row, column));
    }
  }

  at(row: number, column: number): number {
    return this.#cells[row * this.size + column] ?? Number.NaN;
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.size + column] = value;
  }
}
