/** The French public holidays that fall on the same day every year (Code du travail, L3133-1), `mm-dd`. */
const fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
/** Those that follow Easter: Monday, Ascension, Whit Monday; days after. */
const afterEaster = [1, 39, 50];

const day = 86_400_000;

/** Whether a day (`yyyy-mm-dd`) is a public holiday of France, as they are since 1983. */
export function isFrenchHoliday(date: string): boolean {
  if (fixed.includes(date.slice(5))) return true;
  const sinceEaster = (Date.parse(date) - easter(Number(date.slice(0, 4)))) / day;
  return afterEaster.includes(sinceEaster);
}

/** Easter Sunday of a Gregorian year, midnight UTC (Meeus, Astronomical Algorithms, 1991, chapter 8). */
export function easter(year: number): number {
  const golden = year % 19;
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const fullMoon = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - fullMoon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * fullMoon + 22 * toSunday) / 451);
  return Date.UTC(year, 2, 22 + fullMoon + toSunday - 7 * late);
}
