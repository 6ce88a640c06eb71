import { soundOf } from '../../../language/homophones/sounds.js';

const RANK: Readonly<Record<string, number>> = { 一: 0, '1': 0, 头: 0, 二: 1, 两: 1, '2': 1, 三: 2, '3': 2 };
/** 低一个, 地二个: what a recogniser makes of 第. */
const ORDINAL =
  /(?:[第低地弟帝递]([一二三123])|(?<![里前后外上下])(头)(?:一|(?=[个家])))(?!人民|中医|医院|附属)(?:个|家|种|项|号|样|条|位)?/u;
const BARE =
  /^(?:就|是|要|去|选|挂|约|我|那|给|定|订|讲了|说了)*([一二三两123])\1?(?:个|号|家|项|样)?(?:吧|啊|呀|的|好了|那个|那家|行|中|可以|了|嘛|嘞|哩)*$/u;
const LAST = /最后(?:一)?(?:个|家|项)?|末尾/u;
/** 前头那个, 后面的: of what was told in order. */
const OF_ORDER =
  /(?:(?<front>前|上)|后|下)[头面边](?:那|念|说|讲|的)*(?:一?[个家张](?!礼拜|星期|月|周)|$)|^(?:就|要|去|那|选)*(?:(?<ahead>前|先)|后)(?:一?[个家](?!礼拜|星期|月|周)|[约挂说念讲]的)/u;
const MIDDLE = /中间/u;
/** 早一点那个: of what is offered in the order of time. */
const ofTime = (which: string): RegExp =>
  new RegExp(
    `^(?:就|要|选|那|给我)*(?:${which})(?:[一两几]?[点天]|些|面)?(?:儿)?的?(?:那|这)?(?:一?个|的)(?:吧|嘛|就行|就中)?$`,
    'u',
  );
const EARLIER = ofTime('最?早|靠?前');
const LATER = ofTime('最?晚|最?迟|靠?后');
const FILLER = /[\s，。,.、！？!?…]|嗯|呃|啊(?=[，,])|那个(?=[，,一二三第])|这个(?=[，,])|哦|唔/gu;

/** Which of `count` things put in order is chosen by number, from 0; null where none is. */
export function hearOrdinal(text: string, count: number): number | null {
  const plain = text.normalize('NFKC').replace(FILLER, '');
  const match = ORDINAL.exec(plain) ?? BARE.exec(plain);
  const said = match?.[1] ?? match?.[2];
  const rank = said === undefined ? undefined : RANK[said];
  if (rank !== undefined) return rank < count ? rank : null;
  if (EARLIER.test(plain)) return 0;
  const order = OF_ORDER.exec(plain)?.groups;
  if (order !== undefined) return (order.front ?? order.ahead) ? 0 : count - 1;
  if (LAST.test(plain) || LATER.test(plain)) return count - 1;
  return MIDDLE.test(plain) && count === 3 ? 1 : null;
}

/**
 * Which of the names the text says most of, at least two characters running, or `sounds` characters that sound like
 * those; null where two are as near.
 */
export function hearName(text: string, names: readonly string[], sounds = LEAST): number | null {
  return (
    nearest(names.map((name) => longestCommon([...text], [...name]))) ??
    nearest(
      names.map((name) => longestCommon(soundsIn(text), soundsIn(name))),
      sounds,
    )
  );
}

const LEAST = 2;

function nearest(scores: readonly number[], least = LEAST): number | null {
  const best = Math.max(0, ...scores);
  const at = scores.indexOf(best);
  return best >= least && scores.lastIndexOf(best) === at ? at : null;
}

const soundsIn = (text: string): string[] => [...text].map((char) => soundOf(char).classes[0] ?? char);

/** More of a turn than this names nothing. */
const LONGEST = 200;

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const char of a.slice(0, LONGEST)) {
    const next = new Array<number>(b.length + 1).fill(0);
    for (const [j, other] of b.entries()) {
      if (char !== other) continue;
      const length = (row[j] ?? 0) + 1;
      next[j + 1] = length;
      best = Math.max(best, length);
    }
    row = next;
  }
  return best;
}
