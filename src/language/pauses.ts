/** Between two clauses. */
export const PAUSES = /[，,。！!？?；;\s]+/gu;
/** Between two clauses or two things of a list; what is asked is not parted from its question mark. */
export const BREAKS = /[，,。；;！!、\s]+/u;

const BETWEEN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** A recogniser that puts a space after every character marks no pauses with them. */
export function despace(text: string): string {
  if (!/\s/u.test(text)) return text;
  const spaces = text.match(BETWEEN)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return spaces * 3 > han ? text.replace(BETWEEN, '') : text;
}

/** The text with the commas of which a recogniser left only spaces: 不约了 她眼又好了. */
export const withPauses = (text: string): string =>
  despace(text).replace(
    /(?<=\p{Script=Han})[^\S\n]+(?=[\p{Script=Han}\d])|(?<=\d)[^\S\n]+(?=\p{Script=Han})/gu,
    '，',
  );
