const day = 86_400_000;
const fixed = new Set(["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]);
/** Easter Monday, Ascension Day and Whit Monday, in days after Easter Sunday. */
const afterEaster = new Set([1, 39, 50]);

/** Whether nobody has to work on a day (`2026-05-01`) all over France: Code du travail, article L3133-1. */
export function isFrenchHoliday(date: string): boolean {
  const sinceEaster = (Date.parse(date) - easter(Number(date.slice(0, 4)))) / day;
  return fixed.has(date.slice(5)) || afterEaster.has(sinceEaster);
}

/** Easter Sunday of a Gregorian year as midnight UTC: the anonymous algorithm in J. Meeus, Astronomical Algorithms, ch. 8. */
function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
}
