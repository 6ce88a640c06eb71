import { findMentions, isInside, type RegionMention } from './regions/mentions.js';
import { buildTable, type RegionTable } from './regions/table.js';
import type { Region } from './types.js';

export type { RegionMention } from './regions/mentions.js';

let table: RegionTable | undefined;
/** Built once, on first use: starting the program does not pay for it. */
function regions(): RegionTable {
  table ??= buildTable();
  return table;
}

/**
 * Every place that a whole name or adcode stands for: `鼓楼区` gives all of them, `福州鼓楼` one, a word
 * that names no place none. Ordinary words count here (`和平`), for the caller says that it is a name.
 */
export function regionsCalled(nameOrAdcode: string): Region[] {
  const name = nameOrAdcode.trim();
  const byCode = regions().byAdcode.get(name);
  if (byCode !== undefined) return [byCode];
  const entry = regions().byName.get(name);
  if (entry !== undefined) return [...entry.regions];
  const whole = regionsNamedIn(name).find((mention) => mention.start === 0 && mention.end === name.length);
  return whole === undefined ? [] : [...whole.candidates];
}

/** The one place of that name or six-digit adcode; null where there is none or more than one. */
export function findRegion(nameOrAdcode: string): Region | null {
  const candidates = regionsCalled(nameOrAdcode);
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** Places named in running text, in order, not overlapping. Linear in the text. */
export function regionsNamedIn(text: string): RegionMention[] {
  return findMentions(text, regions());
}

/** Whether a rule of `outer` reaches `inner`: itself, a province's cities and counties, a city's districts. */
export function covers(outer: Region, inner: Region): boolean {
  return isInside(inner.adcode, outer.adcode);
}

/** The place one level up; a county run by its province (济源) has the province; a province has none. */
export function parentOf(region: Region): Region | null {
  if (region.level === 'province') return null;
  const city =
    region.level === 'county' ? regions().byAdcode.get(`${region.adcode.slice(0, 4)}00`) : undefined;
  return city ?? regions().byAdcode.get(`${region.adcode.slice(0, 2)}0000`) ?? null;
}

/** From the province down: 湖南省怀化市鹤城区. */
export function fullName(region: Region): string {
  const parent = parentOf(region);
  const own = regions().ownNames.get(region.adcode) ?? region.name;
  return parent === null ? own : fullName(parent) + own;
}

/** As it is said outside the province: 怀化市鹤城区, 济宁市嘉祥县, 济源市, 北京市朝阳区. */
export function customaryName(region: Region): string {
  const parent = parentOf(region);
  const own = regions().ownNames.get(region.adcode) ?? region.name;
  if (region.level !== 'county' || parent === null) return own;
  const parentName = regions().ownNames.get(parent.adcode) ?? '';
  return parentName.endsWith('省') || parentName.endsWith('自治区') ? own : parentName + own;
}
