const BRACKETS = /（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕|\[[^[\]]*\]/gu;

/** Words for the ear: no brackets, no marks that cannot be heard, no line breaks. */
export function speakable(text: string): string {
  let spoken = text;
  // Brackets may stand in brackets: the inner go first.
  for (let previous = ''; previous !== spoken; ) {
    previous = spoken;
    spoken = spoken.replace(BRACKETS, '');
  }
  return spoken
    .replace(/[《》“”‘’"'「」*#]/gu, '')
    .replace(/\s*\n\s*/gu, '')
    .trim();
}
