/** An answer that waits on the device until the server has it. */
export interface Waiting {
  id: string;
  url: string;
  /** Form fields, as they are posted. */
  body: string;
  /** When it was given, by the clock of the device; milliseconds since 1970. */
  at: number;
  /** The status it was refused with; such an answer holds no other one back. */
  refused: number | null;
}

/** Answers in the order they were given; they stay when the page, the browser or the device is started again. */
export interface Queue {
  all(): Promise<Waiting[]>;
  /** Resolves when the answer is on disk. */
  keep(waiting: Waiting): Promise<void>;
  remove(id: string): Promise<void>;
}

export async function openQueue(): Promise<Queue> {
  const opening = indexedDB.open("parcours-kiosk", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("answer", { keyPath: "id" });
  const database = await done(opening);
  const change = async (deed: (store: IDBObjectStore) => void) => {
    const transaction = database.transaction("answer", "readwrite", { durability: "strict" });
    deed(transaction.objectStore("answer"));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("The answer was not kept."));
    });
  };
  return {
    async all() {
      const found = await done<Waiting[]>(database.transaction("answer").objectStore("answer").getAll());
      return found.toSorted((a, b) => a.at - b.at);
    },
    keep: (waiting) => change((store) => store.put(waiting)),
    remove: (id) => change((store) => store.delete(id)),
  };
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The device keeps nothing."));
  });
}
