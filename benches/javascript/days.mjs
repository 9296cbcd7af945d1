// Days as texts, `AAAA-MM-JJ`: they sort as days do.

const year = (day) => Number(day.slice(0, 4));
const leap = (y) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const lastOf = (y, month) => (month === 2 ? 28 + leap(y) : 30 + ((month + (month >> 3)) & 1));
const two = (n) => String(n).padStart(2, "0");

/** The same day of the next month, brought back to its last day. */
export function monthAfter(day) {
  const [y, month, date] = [year(day), Number(day.slice(5, 7)), Number(day.slice(8))];
  const [ny, nm] = month === 12 ? [y + 1, 1] : [y, month + 1];
  return `${ny}-${two(nm)}-${two(Math.min(date, lastOf(ny, nm)))}`;
}

/** Adds to `range` the whole years from a birth to a day; born on 29 February, both birthdays. */
function widen(range, birth, day) {
  const full = year(day) - year(birth);
  const feast = birth.slice(5);
  const early = feast === "02-29" && !leap(year(day)) ? "02-28" : feast;
  const today = day.slice(5);
  range.min = Math.min(range.min, full - (today < feast));
  range.max = Math.max(range.max, full - (today < early));
}

/** The ages that somebody may be said to have, at creation and at deposit. */
export function ages(birth, bracket, creation, deposit) {
  if (birth) {
    const range = { min: Infinity, max: -Infinity };
    widen(range, birth, deposit);
    if (creation !== deposit) widen(range, birth, creation);
    return range;
  }
  if (!bracket) return { min: 0, max: Infinity };
  // The bracket is that of the deposit; before it, within the year, one may have been a year younger.
  const [min, max] = bracket.endsWith("+") ? [parseInt(bracket), Infinity] : bracket.split("-").map(Number);
  return { min: creation === deposit ? min : Math.max(0, min - 1), max };
}
