import type { Region } from '../types.js';
import type { NameEntry, RegionTable } from './table.js';
import { COMMON_NOUNS, ORDINARY_WORDS } from './words.js';

/** A place as written. `start`/`end` count UTF-16 units. `region` is null where the name fits several places. */
export interface RegionMention {
  text: string;
  start: number;
  end: number;
  region: Region | null;
  /** Every place that the words fit; one where `region` is set. */
  candidates: Region[];
}

interface Hit {
  start: number;
  end: number;
  candidates: Region[];
  /** Names nothing by itself: needs the place it lies in right before it, or a cue. */
  weak: boolean;
}

const HAN = /\p{Script=Han}/u;
/** Roads, shops and things called after a place are not that place: 北京路, 合作市场, 和平区域. */
const NOT_A_PLACE = /^(?:路|街(?![道上头面边])|巷|桥|大道|广场|银行|牌)/;
const AFTER_UNIT: Readonly<Record<string, RegExp>> = { 市: /^场/, 区: /^[域间别分块]/, 县: /^级/ };
const LIVES_CUE =
  /(?:我是|俺是|咱是|人在|家在|家住|住在|我住|俺住|老家|老家在|老家是|来自|户口在|户口是|户籍在|户籍是|搬到)$/;
const AFTER_CUE = /^(?:$|[^\p{Script=Han}]|[的这那人有没呢吗能可怎该])/u;

export function isInside(inner: string, outer: string): boolean {
  if (outer.endsWith('0000')) return inner.startsWith(outer.slice(0, 2));
  return outer.endsWith('00') ? inner.startsWith(outer.slice(0, 4)) : inner === outer;
}

function isWeak(entry: NameEntry): boolean {
  if (entry.full) return COMMON_NOUNS.has(entry.name) || entry.name.length === 2;
  return ORDINARY_WORDS.has(entry.name);
}

function supported(text: string, hit: Hit, entry: NameEntry): boolean {
  if (COMMON_NOUNS.has(entry.name)) return false;
  const before = text.slice(Math.max(0, hit.start - 6), hit.start);
  const cue = LIVES_CUE.test(before);
  if (entry.full) return cue || before === '' || !HAN.test(before.slice(-1));
  return cue && AFTER_CUE.test(text.slice(hit.end, hit.end + 2));
}

/** The longest name that starts at `at`, weak ones only where the words around or `outer` bear them out. */
function hitAt(text: string, at: number, table: RegionTable, outer: readonly Region[]): Hit | null {
  let lengths = table.lengthsByFirst.get(text.charAt(at)) ?? 0;
  while (lengths !== 0) {
    const length = 31 - Math.clz32(lengths);
    lengths ^= 1 << length;
    const end = at + length;
    const entry = end <= text.length ? table.byName.get(text.slice(at, end)) : undefined;
    if (entry === undefined) continue;
    const after = text.slice(end, end + 2);
    if (NOT_A_PLACE.test(after) || AFTER_UNIT[entry.name.slice(-1)]?.test(after) === true) continue;
    const inside = entry.regions.filter((region) => outer.some((o) => isInside(region.adcode, o.adcode)));
    if (inside.length > 0) return { start: at, end, candidates: inside, weak: false };
    const hit = { start: at, end, candidates: entry.regions, weak: isWeak(entry) };
    if (!hit.weak || supported(text, hit, entry)) return hit;
  }
  return null;
}

/** 郑州市金水区 and 济宁 嘉祥 are one mention: a place right after the place it lies in narrows it. */
export function findMentions(text: string, table: RegionTable): RegionMention[] {
  const mentions: RegionMention[] = [];
  let at = 0;
  while (at < text.length) {
    let hit = hitAt(text, at, table, []);
    if (hit === null) {
      at += 1;
      continue;
    }
    const start = hit.start;
    for (let next: Hit | null = hit; next !== null; ) {
      hit = next;
      const gap = /^[ 　的]/.test(text.slice(hit.end, hit.end + 1)) ? 1 : 0;
      next = narrower(text, hit, hit.end + gap, table);
    }
    mentions.push(mention(text, start, hit.end, hit.candidates));
    at = hit.end;
  }
  return mentions;
}

function narrower(text: string, outer: Hit, at: number, table: RegionTable): Hit | null {
  const hit = hitAt(text, at, table, outer.candidates);
  if (hit === null || outer.candidates.every((region) => region.level === 'county')) return null;
  const isNarrower = hit.candidates.every((region) =>
    outer.candidates.some((o) => o.adcode !== region.adcode && isInside(region.adcode, o.adcode)),
  );
  return isNarrower ? hit : null;
}

function mention(text: string, start: number, end: number, candidates: Region[]): RegionMention {
  const sole = candidates.length === 1 ? (candidates[0] ?? null) : null;
  return { text: text.slice(start, end), start, end, region: sole, candidates };
}
