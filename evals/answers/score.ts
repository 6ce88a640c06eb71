import { figuresIn, unsupportedFigures } from '../../src/bot/check/figures.js';
import type { Reply, ReplyKind } from '../../src/bot/reply.js';
import type { AnswerCase } from './case.js';

/** Kinds of reply that fit a case; a kind that is absent here is not held to one. */
const FITTING: Partial<Record<AnswerCase['kind'], readonly ReplyKind[]>> = {
  answer: ['answer', 'assessment'],
  clarify: ['clarify', 'answer', 'assessment'],
  refuse: ['not_found', 'assessment', 'clarify', 'answer'],
  oos: ['out_of_scope', 'not_found', 'smalltalk'],
  medical: ['medical'],
  emergency: ['emergency'],
  crisis: ['crisis'],
  scam: ['scam'],
  handoff: ['handoff'],
  repeat: ['repeat'],
};

/** What is wrong with a reply; each fault counts in the metric of its name. */
export interface Faults {
  kind: boolean;
  /** Groups of which nothing was said. */
  lacks: string[];
  /** What was said and must not be. */
  contains: string[];
  document: boolean;
  /** A policy that does not hold there is cited. */
  wrongPlace: boolean;
  clause: boolean;
  figures: number[];
}

const fold = (text: string): string => text.normalize('NFKC').replace(/[\s,，]/g, '');
/** Clause paths are compared without marks: 附件 一、（一）1 and 附件一（一）1 are one. */
const bare = (path: string): string => path.normalize('NFKC').replace(/[\s、.()]/g, '');

export function score(asked: AnswerCase, reply: Reply, hotlines: ReadonlySet<number>): Faults {
  const said = fold(reply.text);
  const says = (words: string): boolean => said.includes(fold(words));
  const cited = reply.citations.map((c) => c.documentId);
  const judged = asked.kind === 'answer' && asked.documents.length > 0;
  // First aid is not policy.
  const guarded = ['emergency', 'crisis', 'scam'].includes(reply.kind);
  return {
    kind:
      asked.kind === 'notemergency'
        ? ['emergency', 'crisis'].includes(reply.kind)
        : FITTING[asked.kind]?.includes(reply.kind) === false,
    lacks: asked.must.filter((group) => !group.some(says)).map((group) => group.join('/')),
    contains: asked.mustNot.filter(says),
    document: judged && !cited.some((id) => asked.documents.includes(id)),
    wrongPlace: judged && cited.some((id) => !asked.documents.includes(id)),
    clause:
      judged &&
      asked.clause !== undefined &&
      !reply.citations.some((c) => bare(c.clause) === bare(asked.clause ?? '')),
    figures: guarded
      ? []
      : unsupportedFigures(reckonedOut(reply, asked), reply.citations, { words: asked.turns, hotlines }),
  };
}

/** The reply without what is worked out from the clause and the person's age: sixty-six told, 70 cited, 还差4年. */
function reckonedOut({ text, citations }: Reply, { turns }: AnswerCase): string {
  const cited = citations.flatMap((c) => figuresIn(c.quote));
  const told = new Set(turns.flatMap(figuresIn));
  return text.replace(/（还差(\d+)年）/gu, (whole, years) =>
    cited.some((figure) => told.has(figure - Number(years))) ? '' : whole,
  );
}

/** Right in all that the black-box judge looks at; the clause is measured, not judged. */
export const isRight = (f: Faults): boolean =>
  !f.kind &&
  f.lacks.length === 0 &&
  f.contains.length === 0 &&
  !f.document &&
  !f.wrongPlace &&
  f.figures.length === 0;

export function explain(f: Faults): string {
  return [
    f.kind ? '回答的种类不对' : '',
    ...f.lacks.map((group) => `没说 ${group}`),
    ...f.contains.map((words) => `不该说 ${words}`),
    f.document ? '没有引用该引的文件' : '',
    f.wrongPlace ? '引用了别处的文件' : '',
    f.figures.length > 0 ? `没有出处的数 ${f.figures.join('、')}` : '',
  ]
    .filter((line) => line !== '')
    .join('；');
}
