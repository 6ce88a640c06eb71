/** Code units of a text, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Between two clauses. */
export const PAUSE = /[，,。；;！!？?、\s]+/u;
/** The same, of what is put side by side none: 八点、九点都行. */
const PAUSES = /[，,。；;！!\s]+|[？?]+/gu;
/** 第一个不对是第二个: a clause that takes back what comes before it, said without a pause. */
const TURNS =
  /(?:[哦哎啊嗯噢唉]不(?!是)|(?<![对哪])不对(?![劲付称])|(?<=^|[，,。；\s])错了|(?<![没别莫不])[说讲弄搞听记](?:错(?!误)|岔|反)了?)/gu;
/** 不是我妈是我爸: a refusal and what is put in its place, in one breath. */
const NOT_BUT =
  /(?<!是(?=不是)|可(?=不是)|要(?=不[要去挂约选])|去(?=不去)|挂(?=不挂)|约(?=不约)|看(?=不看))(?<not>不(?:是|要|去|挂|约|看)(?:要|去|看|给|挂|约|想)*[^是要去就挂看约改换不，]{1,8}?(?:要看|去看)?)(?:我)?(?=(?:而)?(?:是|要|就|去|挂|看|约|改|换))/gu;

/** A clause that is nothing but a word that takes back what came before. */
export const TAKES_BACK =
  /^(?:哦|哎呀?|嗯|啊|呃|诶|噢|唉|呀|那个|等等|我|算了|慢着)*(?:不(?:对|是|行)?|错了?|[说讲听弄搞记写]?(?:错|岔|反)了?)+[了啦啊哈呀]*$/u;

/** The clauses of a turn, in order; one that asks has its mark. */
export function clausesIn(text: string): Span[] {
  const gaps: Span[] = [
    ...[...text.matchAll(PAUSES)].map(({ index, 0: mark }) => ({
      start: index + (/[？?]/u.test(mark) ? 1 : 0),
      end: index + mark.length,
    })),
    ...[...text.matchAll(TURNS)].flatMap(({ index, 0: said }) => [at(index), at(index + said.length)]),
    ...[...text.matchAll(NOT_BUT)].map(({ index, groups }) => at(index + (groups?.not?.length ?? 0))),
  ].sort((a, b) => a.start - b.start);
  const clauses: Span[] = [];
  let from = 0;
  for (const { start, end } of [...gaps, at(text.length)]) {
    if (start > from) clauses.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  return clauses;
}

const at = (index: number): Span => ({ start: index, end: index });
