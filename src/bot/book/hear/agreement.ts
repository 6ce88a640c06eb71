import { featuresOf } from '../../../language/features.js';
import type { Lexicon } from '../../../language/lexicon.js';
import { Learned } from '../learned.js';
import file from '../tables/agreements.json' with { type: 'json' };
import { type Assent, HEDGED, hearAssent } from './assent.js';

/** What was read back: an appointment to be made, one to be given up, one to be moved. */
export type ReadBack = 'book' | 'cancel' | 'move';

/** Log odds from which words mean yes; more where they hold what would mean no by itself (对，不去了，抹了吧). */
const YES = 1.5;
const YES_IN_SPITE = 2.5;
/** Only asked again. */
const ALMOST_YES = 0;
const NO = 0.5;
/** More is not only yes. */
const LONGEST = 40;
const PAUSES = /[，,。！!？?；;\s]+/gu;

const answers = new Learned(file, ['yes', 'no']);

/** The features of an answer, each also as an answer to this question: 退了 agrees to 取消吗 alone. */
export function agreementFeatures(text: string, to: ReadBack, lexicon: Lexicon): Set<string> {
  const plain = text.replace(PAUSES, '，').replace(/^，|，$/gu, '');
  const whole = `^${plain}$`;
  const features = new Set(featuresOf(plain, lexicon).keys());
  for (let i = 0; i + 3 <= whole.length; i++) features.add(`~${whole.slice(i, i + 3)}`);
  for (const feature of [...features]) features.add(`${to}${feature}`);
  return features;
}

/**
 * What an answer to a read-back means: by what it says outright, else by its likeness to those of
 * `evals/booking/agreements.jsonl`.
 */
export function hearAgreement(text: string, to: ReadBack, lexicon: Lexicon): Assent {
  const outright = hearAssent(text);
  if (outright === 'yes' || HEDGED.test(text) || text.length > LONGEST || text.trim() === '') return outright;
  const [yes = 0, no = 0] = answers.oddsOf(agreementFeatures(text, to, lexicon));
  if (yes >= (outright === 'no' ? YES_IN_SPITE : YES)) return 'yes';
  if (no >= NO) return 'no';
  return outright ?? (yes >= ALMOST_YES ? 'unclear' : null);
}
