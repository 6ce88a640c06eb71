/** Citizen identity numbers after GB 11643: 18 characters, or the 15 digits of before 1999. */

/** `adcode`: six digits of GB/T 2260, as they were when the number was given. */
interface IdFacts {
  birthDate: string;
  sex: 'male' | 'female';
  adcode: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const SHAPE = /^([1-8]\d{5})(?:(\d{8})\d{2}(\d)[\dX]|(\d{6})\d{2}(\d))$/;
const OLDEST = 1880;
const YOUNGEST = 2099;

function calendarDate(digits: string): string | null {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real && Number(year) >= OLDEST && Number(year) <= YOUNGEST ? `${year}-${month}-${day}` : null;
}

/** What an id says by its shape alone; null when its date is none or it has not the shape of an id. */
export function idFacts(id: string): IdFacts | null {
  const parts = SHAPE.exec(id.toUpperCase());
  const born = parts && calendarDate(parts[2] ?? `19${parts[4]}`);
  if (!parts || !born) return null;
  const sex = Number(parts[3] ?? parts[5]) % 2 === 1 ? 'male' : 'female';
  return { birthDate: born, sex, adcode: parts[1] ?? '' };
}

/** The check character of 17 digits. */
export function checkCharacter(digits: string): string {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) sum += weight * Number(digits[i]);
  return CHECKS[sum % 11] ?? '';
}

/**
 * Birth date, sex and place of an id of 18 characters or 15 digits; null when its date is none or the
 * checksum does not fit (the old 15 digits carry none).
 */
export function decodeId(digits: string): IdFacts | null {
  const facts = idFacts(digits);
  if (facts === null || digits.length === 15) return facts;
  return checkCharacter(digits) === digits.slice(17).toUpperCase() ? facts : null;
}
