const LENGTH = 6;

/**
 * Six digits that are easy to say and to hear: no digit stands beside its like (a repeat is lost on a bad line), none
 * is beside the one it is mistaken for (一 and 七), and the first is not 0. `random` gives whole numbers from 0 to below
 * its argument.
 */
export function makeCode(random: (below: number) => number): string {
  let code = '';
  while (code.length < LENGTH) {
    const digit = String(random(10));
    const last = code.at(-1) ?? '0';
    if (digit !== last && !MISTAKEN.has(last + digit)) code += digit;
  }
  return code;
}

const MISTAKEN = new Set(['17', '71']);
