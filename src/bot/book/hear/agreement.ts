import { Learned } from '../../../language/learned.js';
import type { Lexicon } from '../../../language/lexicon.js';
import { PAUSES } from '../../../language/pauses.js';
import { spokenFeatures } from '../../../language/spoken-features.js';
import { isAsking } from '../../understand/wants.js';
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
/** Granted, and a but comes. */
export const BUT =
  /但|可是|只是|不过|可不|可(?:我|俺|额)|除[了开去]|就是[^，,。]{0,8}(?:少|多|漏|缺|写成|念成)|就是(?:要|想|得|俺|我)|(?:^|[，,。\s])(\p{Script=Han}{1,2})(?:倒?是|归)\1/u;

const LEAD =
  '(?:嗯|哦|啊|对|是|好|行|中|要得|可以|能行|确定|同意|的|咧|了|就|那|都|要|麻烦|请|恁|您|你|我|俺|给|帮|替|把|将|它|这个?|那个?|个|号|预约|这样|这么|照)*';
/** A clause that says to do what was asked, and nothing besides: 你取消了就是, 就这样改. */
const DOES: Readonly<Record<ReadBack, RegExp | null>> = {
  book: null,
  cancel: new RegExp(
    `^${LEAD}(?:(?:取消|撤回|撤销|撤|退|消|抹|删|去(?=掉))(?:掉|了|吧|它|号|的|预约|这个|那个|去|嘛|呗|啊|呀|算了|就是|就行|谢谢)*)+$`,
    'u',
  ),
  move: new RegExp(
    `^${LEAD}(?:(?:改|换|挪|调|推|延|提前?|往[前后][推提挪调])(?:了|吧|过去|过来|[到成至在]|[这那]个|一下|[一两二三]?天|嘛|呗|啊|呀|就是|就行|谢谢)*)+$`,
    'u',
  ),
};
/** Beside it, what takes it back, or puts it off. */
const KEEPS =
  /(?:不|别|莫|甭|没|冇|未)(?:想|要|用|是要|是|能)?(?:取消|退|撤|改|换|动|挪)|留|原来|照旧|等(?:等|一|我|会|下)|先(?:别|不|莫)|还是|想想|考虑|问问|再说|要不/u;

/** Said of what is to be made, no yes, though it is one of what is to be given up: 对，退了它. */
const UNDOES = /取消|退|撤|不(?:去|看|约|挂)|不要(?!紧)/u;

/** Whether a clause of it agrees outright, and none of them takes that back. */
export function saysToDo(text: string, to: ReadBack): boolean {
  const does = DOES[to];
  return (
    does !== null &&
    text.split(PAUSES).some((clause) => does.test(clause)) &&
    !KEEPS.test(text) &&
    !BUT.test(text) &&
    !isAsking(text)
  );
}

const answers = new Learned(file, ['yes', 'no']);

/** The features of an answer, each also as an answer to this question: 退了 agrees to 取消吗 alone. */
export function agreementFeatures(text: string, to: ReadBack, lexicon: Lexicon): Set<string> {
  const features = spokenFeatures(text, lexicon);
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
  const agrees = yes >= (outright === 'no' ? YES_IN_SPITE : YES);
  if (no < NO && saysToDo(text, to)) return 'yes';
  if (to === 'book' && UNDOES.test(text)) return no >= NO ? 'no' : outright;
  if (agrees && !BUT.test(text) && !isAsking(text)) return 'yes';
  if (no >= NO) return 'no';
  return outright ?? (yes >= ALMOST_YES ? 'unclear' : null);
}
