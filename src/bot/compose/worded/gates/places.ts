import { parentOf, regionsNamedIn } from '../../../../knowledge/regions.js';
import type { Region } from '../../../../knowledge/types.js';
import { AUTHORITIES } from '../words.zh.js';
import type { Gate } from './gate.js';

/** The places that hold a place. */
function above(region: Region | null): string[] {
  return region === null ? [] : [region.adcode, ...above(parentOf(region))];
}

/** Promise 2 on what a model wrote: a place is one that the clause is of or names, or the person's own. */
export const places: Gate = ({ text, grounds }, { naming, heard }) => {
  const held = new Set(grounds.flatMap((g) => [...g.places, ...above(g.item.region)]));
  if (naming && new Set(grounds.map((g) => g.item.region?.adcode)).size > 1) return 'place';
  const told = naming ? new Set<string>() : heard.places;
  const strange = regionsNamedIn(text).some(
    ({ candidates }) => !candidates.some((c) => held.has(c.adcode) || told.has(c.adcode)),
  );
  return strange ? 'place' : null;
};

const LEVELS = /([省市区县镇乡])(?=[\p{Script=Han}])/gu;

/** Units are those of the clause, at their own level: 区民政局 is not 市民政局. */
export const authorities: Gate = ({ text, grounds }, { heard }) => {
  for (const [, words] of AUTHORITIES) {
    if (!words.test(text)) continue;
    if (!grounds.some((g) => words.test(g.text)) && !words.test(heard.text)) return 'authority';
    const said = levelsBefore(text, words);
    const held = grounds.flatMap((g) => levelsBefore(g.text, words));
    if (held.length > 0 && said.some((level) => !held.includes(level))) return 'authority';
  }
  return null;
};

/** Levels that stand right before the unit. */
function levelsBefore(text: string, words: RegExp): string[] {
  const found: string[] = [];
  for (const { 1: level = '', index } of text.matchAll(LEVELS)) {
    const after = text.slice(index + 1, index + 7);
    if (after.search(words) === 0) found.push(level);
  }
  return found;
}
