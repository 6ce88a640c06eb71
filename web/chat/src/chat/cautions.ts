/** Characters. Nobody asks for so long; what is pasted by mistake is told apart so, and nothing of it is lost. */
export const LONGEST = 2000;
/** From here on it is said how much room is left. */
const NEARLY = 1800;
/** 18 digits, the last of which may be an X, with the spaces that people write in it. */
const ID_NUMBER = /[1-9](?:[ -]?\d){16}[ -]?[\dXx]/;

export const isTooLong = (words: string): boolean => words.trim().length > LONGEST;

/** What the user should know before they send this; empty where nothing. `booking`: a booking asks for the number. */
export function caution(draft: string, booking: boolean): string {
  const { length } = draft.trim();
  if (length > LONGEST)
    return `写了${length}个字，一次最多发${LONGEST}个字。请删短一些，或者分几次发；您写的都还在。`;
  if (!booking && ID_NUMBER.test(draft.normalize('NFKC')))
    return '这里面像有身份证号。问政策用不到，可以删掉再发。';
  return length > NEARLY ? `一次最多发${LONGEST}个字，还能写${LONGEST - length}个。` : '';
}
