import { guard } from './guard.js';
import { normalise } from './normalise.js';
import { confirms, deniedRescue, deniedSign, denies, meanwhile, worse } from './tables/answers.js';
import type { Emergency, GuardOutcome } from './types.js';

/** Longer answers that neither confirm nor deny have gone on to another matter. */
const LONGEST_GRUNT = 6;

/**
 * What the answer to the one question about a possible emergency makes of it. Every question of
 * `replies.zh.ts` is put so that yes means danger. What cannot be made out is taken for a yes.
 */
export function afterAsk(answer: string, pending: Emergency): GuardOutcome {
  const sure: Emergency = { ...pending, certainty: 'sure' };
  const said = normalise(answer);
  const rest = besideDenials(said);
  if (rest === '' && said !== '') return { kind: 'clear' };
  const heard = guard(answer);
  if (heard.kind === 'emergency' && heard.certainty === 'sure') return heard;
  if (heard.kind === 'crisis' || heard.kind === 'scam') return heard;
  const more = rest === said ? heard : guard(rest);
  if (more.kind === 'emergency') return sure;
  if (denies.test(said) && !worse.test(rest)) return more;
  if (confirms.test(rest) || worse.test(rest)) return sure;
  return said.length > LONGEST_GRUNT ? more : sure;
}

/** 没有，手脚都能动: of what comes after it no sign is made by a no. */
const BARE_NO = /^(?:没有?|没得|冇得?|没事)+$/u;

/** What is said besides of signs that are denied: 胸口不疼，就是头晕. */
const besideDenials = (said: string): string =>
  said
    .split(/[，。]/u)
    .filter((clause) => clause !== '' && !BARE_NO.test(clause) && !deniesSign(clause))
    .join('，');

function deniesSign(clause: string): boolean {
  const rest = clause.replace(deniedSign, '').replace(deniedRescue, '');
  return rest !== clause && !confirms.test(rest.replace(meanwhile, ''));
}

/** Whether a clause of an answer only says that nothing of the kind is the matter: 没有, 老毛病了, 不是我爸. */
export const isDenial = (clause: string): boolean => denies.test(normalise(clause));
