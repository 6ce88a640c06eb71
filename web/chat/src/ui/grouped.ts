/** A code of six digits as it is read out: 352 804. */
export const grouped = (code: string): string => code.replace(/^(\d{3})(?=\d)/, '$1 ');
