import { FOLLOWS, isAsking } from './wants.js';

interface SplitTurn {
  /** The asking parts, in order; never empty unless the turn is. */
  asks: string[];
  /** The rest, which tells of the case. */
  story: string;
  /** Asking parts with too little of their own, which stand in `asks` with what they belong to. */
  thin: string[];
}

/** 吃低保六十八了能领多少: said in one breath, what tells ends with its 了 (哒, 咧). */
export const RUN_ON =
  /(?<=(?:[\d零一二三四五六七八九十百多几]|岁|年)[了哒咧])(?=[^了吗没不吧呢嘛啊呀，,。；;！!？?、\s]{3})/u;
const MARKS = new RegExp(`[，,。；;！!？?、\\s]+|${RUN_ON.source}`, 'u');
/** 新办养老院呢，手续简化没: what is asked about, named first; 那护理院呢 asks by itself. */
const TOPIC = new RegExp(`^(?!${FOLLOWS})[^，]{1,14}呢$`, 'u');
/** 谁来建，大医院还是小医院: what there is to choose from. */
const CHOICE = /^[^，]{1,10}还是(?!怎么)[^，]{1,10}$/u;

/** The parts of a turn, a topic with what is asked of it. */
function partsOf(text: string): string[] {
  const parts = text.split(MARKS).filter((part) => part !== '');
  const names = (i: number): boolean => TOPIC.test(parts[i] ?? '') && isAsking(parts[i + 1] ?? '');
  return parts.flatMap((part, i) => {
    if (names(i)) return [];
    return names(i - 1) ? [`${parts[i - 1]?.slice(0, -1)}，${part}`] : [part];
  });
}

/** 没人跟我说查咋样，该多久给个信儿: a complaint, where something is asked after it. */
const UNTOLD =
  /(?:没|没有|没得|冇得)(?:一个)?人(?:来|去)?[跟和给对告](?:诉|我|俺|额|咱|他|她|老人|们|屋里|家里)/u;

/** Asking words with less to themselves ask nothing new: 那怎么办, 六十五能免不. */
const LEAST_OWN = 1;

/**
 * Parts a turn into what asks and what tells. `own` weighs the words of a part that say what it is about: a part
 * with few belongs to the part before it.
 */
export function splitTurn(text: string, own: (part: string) => number): SplitTurn {
  const parts = partsOf(text);
  const asks: string[] = [];
  const story: string[] = [];
  const thin: string[] = [];
  let last: 'ask' | 'story' | null = null;
  const lastAsk = parts.findLastIndex(isAsking);
  for (const [i, part] of parts.entries()) {
    if (!isAsking(part) || (UNTOLD.test(part) && i < lastAsk)) {
      story.push(part);
      last = 'story';
    } else if ((own(part) < LEAST_OWN && last !== null) || (CHOICE.test(part) && last === 'ask')) {
      // 俺爹瘫了，咋办: the telling is what the asking is about.
      if (last === 'ask') thin.push(part);
      const before = last === 'ask' ? asks.pop() : story.pop();
      asks.push(`${before ?? ''}，${part}`);
      last = 'ask';
    } else {
      asks.push(part);
      last = 'ask';
    }
  }
  if (asks.length === 0) return { asks: story.length > 0 ? [story.join('，')] : [], story: '', thin };
  return { asks, story: story.join('，'), thin };
}
