import { soundOf } from '../../../language/homophones/sounds.js';
import type { Span } from './parting.js';
import { type Stance, stancesIn } from './stance.js';

const RANK: Readonly<Record<string, number>> = { 一: 0, '1': 0, 头: 0, 二: 1, 两: 1, '2': 1, 三: 2, '3': 2 };
/** 低一个, 地二个: what a recogniser makes of 第. */
const ORDINAL =
  /(?:[第低地弟帝递]([一二三123])|(头)一|(头)(?=[个家种项号样条位]))(?!人民|中医|医院|附属|[天次回])[个家种项号样条位]?/gu;
const WISH = '(?:就|把|是|要|去|选|挂|约|我|俺|那|给|定|订|还是|还|用)*';
const ENDING =
  '(?:(?:给(?:我|俺|额))?(?:取消|退|消|撤|抹|去掉)掉?|吧|啊|呀|嘛|的|嘞|哩|咧|呗|喽|噻|了|好了|行|中|可以|那个|那家|那?个?时间)*';
/** 二, 三号吧, 一号那个时间. */
const BARE = new RegExp(`^${WISH}([一二三两123])\\1?(?:号|家|项|样)?${ENDING}$`, 'u');
/** 要两个 beside something else counts them. */
const BARE_ALONE = new RegExp(`^${WISH}([一二三两123])个?${ENDING}$`, 'u');
/** 早一点的, 要后头那个: of what is offered in the order of time, or of telling. */
const ofPlace = (which: string): RegExp =>
  new RegExp(
    `(?:^${WISH}|(?=.{2,5}那一?[个家]))(?:${which})(?:[一两]?[点天]|些)?儿?(?:[说讲念报])?的?[那这]?(?:一?个|[的嘞哩咧]|家|项|时候)${ENDING}$`,
    'u',
  );
const FIRST = ofPlace(
  '[最顶赶尽]?早早?|最[前上先][面头边]?|[前上先][面头边前]|头[前先]|靠前|[前先](?=一?个)|[前先][约挂]|头里|[开起打当]头|先说',
);
const LAST = ofPlace(
  '[最顶赶尽]?[晚迟][晚迟]?|最[后下末尾][面头边]?|[后下末尾][面头边]|靠后|[后末](?=一?个)|末后|后[约挂]|底下|末了|末尾|[落煞收]尾',
);
const MIDDLE = /中间|当中/u;
const FILLER = /嗯|呃|那个(?=[一二三第])|这个(?=[一二三第])|…|(?<=^|[，,。\s])[啊哦唔]+/gu;
const PAUSES = /[\s，。,.、！!]+/gu;

/**
 * Which of `count` things put in order is chosen by number, from 0; null where none is, or more than one. `own`: they
 * are the caller's, who may name one that will not do (第一个我去不了).
 */
export function hearOrdinal(text: string, count: number, own = false): number | null {
  const plain = text.normalize('NFKC').replace(FILLER, '');
  const ranked = ranksIn(plain, count);
  // 第，一个: a pause that is none.
  const named = ranked.length > 0 ? ranked : ranksIn(plain.replace(PAUSES, ''), count);
  const stances = stancesIn(plain, named);
  const chosen = STANCES_TAKEN.slice(0, own ? undefined : TAKEN_OF_OFFERED)
    .map((taken) => new Set(named.filter((_, i) => stances[i] === taken).map(({ rank }) => rank)))
    .find(({ size }) => size > 0);
  const [rank, ...others] = chosen ?? [];
  return rank === undefined || others.length > 0 || rank >= count ? null : rank;
}

/** 三号 may be a day elsewhere; of what is offered it is the third. */
export const withoutOrdinals = (text: string): string =>
  text.replace(ORDINAL, '').replace(/(?<![月\d一二三四五六七八九十廿])[一二三123]号/gu, '');

/** What is chosen by its number, first by what is said outright. */
const STANCES_TAKEN: readonly Stance[] = ['wished', 'told', 'unfit', 'busy', 'beside'];
const TAKEN_OF_OFFERED = 2;

interface Ranked extends Span {
  rank: number;
}

/** The numbers that are said, in order: as ordinals, or as all that a clause says. */
function ranksIn(text: string, count: number): Ranked[] {
  const ordinals = [...text.matchAll(ORDINAL)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    rank: RANK[match[1] ?? match[2] ?? match[3] ?? ''] ?? 0,
  }));
  const clauses = [...text.matchAll(/[^\s，。,.、！!？?]+/gu)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (ordinals.some((ordinal) => ordinal.start < end && start < ordinal.end)) return [];
    const found = rankOf(match[0], count, match[0] === text);
    return found === null ? [] : [{ start: start + found.at, end, rank: found.rank }];
  });
  return [...ordinals, ...clauses].sort((a, b) => a.start - b.start);
}

function rankOf(clause: string, count: number, alone: boolean): { at: number; rank: number } | null {
  const said = (alone ? BARE_ALONE.exec(clause) : null) ?? BARE.exec(clause);
  if (said !== null) return { at: 0, rank: RANK[said[1] ?? ''] ?? 0 };
  const [first, last] = [FIRST.exec(clause), LAST.exec(clause)];
  if (first !== null) return { at: first.index, rank: 0 };
  if (last !== null) return { at: last.index, rank: count - 1 };
  return MIDDLE.test(clause) && count === 3 ? { at: 0, rank: 1 } : null;
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
