import { matchesOf } from '../matches.js';
import { FUNCTION, MEASURES, NUMERALS } from './characters.js';
import { COSTS, type Costs } from './costs.js';
import { type DomainWords, SoundIndex, Surroundings } from './domain.js';
import type { EverydayWords } from './everyday.js';
import { type Frequencies, sharedFrequencies } from './frequencies.js';
import { type Sound, soundAt } from './sounds.js';

/** A word put back: `text[start, end)` was `from` and should be `to`, of the same length. */
interface Change {
  from: string;
  to: string;
  start: number;
  end: number;
  /** Ask before relying on it: the written words would do nearly as well. An everyday word has to be surer to be put back at all. */
  doubtful: boolean;
}

const HAN = /\p{Script=Han}/u;
/** How many units away a word still counts as company. */
const WINDOW = 8;
const LONGEST = 5;
/** A word rarer than this (in nats) is no evidence: the dictionary has many that nobody says. */
const USUAL = 14;
/** An everyday word needs company too; so far away it counts. */
const EVERYDAY_WINDOW = 12;
/** What follows these may be anybody's name. */
const NAMING = /(?:叫|(?<!百)姓|名字)(?:是|做|为)?[^，。！？,]{1,4}/gu;

/** The text with the changes made; of the same length. */
export function applied(text: string, changes: readonly Change[]): string {
  let made = '';
  let done = 0;
  for (const { start, end, to } of changes) {
    made += text.slice(done, start) + to;
    done = end;
  }
  return made + text.slice(done);
}

/** The cheapest reading up to each place: its cost, and where its last edge starts and the word put back there. */
interface Best {
  costs: Float64Array;
  starts: Uint32Array;
  words: (string | undefined)[];
}

/** A line as it is best read. */
export interface Reading {
  changes: Change[];
  /** In nats: how unlikely the line is, read so. */
  cost: number;
  /** Characters left as written that hardly ever stand for a word of their own: something else was said there. */
  odd: number;
}

/** What is known of a line before it is read. */
interface Line {
  text: string;
  sounds: readonly Sound[];
  /** 1 where a name may stand. */
  named: Uint8Array;
  cover: Uint32Array;
}

function namesIn(text: string): Uint8Array {
  const named = new Uint8Array(text.length);
  for (const match of matchesOf(text, NAMING)) named.fill(1, match.index, match.index + match[0].length);
  return named;
}

/** Whether a word of these matters stands within `window` units of `[start, end)`. */
function hasCompany(cover: Uint32Array, start: number, end: number, window: number): boolean {
  const at = (i: number) => cover[Math.min(Math.max(i, 0), cover.length - 1)] ?? 0;
  return at(start) - at(start - window) + at(end + window) - at(end) > 0;
}

const shares = (kind: 'readings' | 'syllables', written: Sound | undefined, meant: Sound): boolean =>
  meant[kind].some((one) => written?.[kind].includes(one));

export class Repairer {
  readonly #sounds: SoundIndex;
  readonly #surroundings: Surroundings;
  readonly #domain: ReadonlySet<string>;
  /** Among them characters that stand alone in speech, though seldom in what is written: 恁, 痒. */
  readonly #spoken: ReadonlySet<string>;
  readonly #frequencies: Frequencies;
  readonly #everyday: EverydayWords;
  readonly #everydaySounds: SoundIndex;

  /** `everyday`: put back as well, at their own prices; for text of which it is known that a recogniser wrote it. */
  constructor(
    words: DomainWords,
    everyday: EverydayWords = new Map(),
    readonly costs: Costs = COSTS,
  ) {
    this.#everyday = everyday;
    this.#everydaySounds = new SoundIndex([...everyday.keys()].filter((word) => word.length > 1));
    this.#sounds = new SoundIndex(words.repair);
    this.#surroundings = new Surroundings(words);
    this.#domain = new Set(words.repair);
    this.#spoken = new Set(words.spoken);
    this.#frequencies = sharedFrequencies(words.spoken);
  }

  /**
   * The words that a recogniser's homophones stand for. A noisy channel over the lattice of words (Kernighan, Church
   * and Gale 1990): the cheapest reading of the whole line, where an edge is a word as written, or a word of the same
   * sound at the price of each character that differs.
   */
  read(text: string): Reading {
    const sounds: Sound[] = [];
    for (let i = 0; i < text.length; i++) sounds.push(soundAt(text, i));
    const named = namesIn(text);
    const first = this.#read({ text, sounds, named, cover: this.#surroundings.cover(text) });
    if (first.changes.length === 0) return first;
    // What was put back is company for the rest of the line.
    const cover = this.#surroundings.cover(applied(text, first.changes));
    return this.#read({ text, sounds, named, cover });
  }

  #read(line: Line): Reading {
    const { text, sounds } = line;
    const costs = new Float64Array(text.length + 2).fill(Number.POSITIVE_INFINITY, 1);
    const starts = new Uint32Array(text.length + 2);
    const words: (string | undefined)[] = [];
    let start = 0;
    const offer = (end: number, cost: number, word?: string) => {
      const total = (costs[start] ?? 0) + cost;
      if (total >= (costs[end] ?? 0)) return;
      costs[end] = total;
      starts[end] = start;
      words[end] = word;
    };
    /** Whether a word that differs from what is written is too dear whatever else it costs: most are. */
    const isTooDear = (end: number, cost: number): boolean =>
      (costs[start] ?? 0) + cost + this.costs.character >= (costs[end] ?? 0);
    const hear = (word: string) => {
      const end = start + word.length;
      const prior = this.#prior(line, start, end);
      if (text.startsWith(word, start)) offer(end, prior);
      else if (!isTooDear(end, prior)) offer(end, prior + this.#slips(line, start, word), word);
    };
    const hearEveryday = (word: string) => {
      const end = start + word.length;
      const { written = 0, heard = 0 } = this.#everyday.get(word) ?? {};
      if (text.startsWith(word, start)) offer(end, written);
      else if (!isTooDear(end, heard))
        offer(end, heard + this.#slips(line, start, word) + this.#strangeness(line, start, word), word);
    };
    for (; start < text.length; start++) {
      this.#written(text, start, offer);
      const alone = this.#everyday.get(text.charAt(start));
      if (alone) offer(start + 1, alone.written);
      this.#sounds.heard(sounds, start, hear);
      this.#everydaySounds.heard(sounds, start, hearEveryday);
    }
    return this.#reading(line, { costs, starts, words });
  }

  #written(text: string, start: number, offer: (end: number, cost: number) => void): void {
    offer(start + 1, this.costs.unknown);
    if (NUMERALS.has(text.charAt(start)) && MEASURES.has(text.charAt(start + 1)))
      offer(start + 2, this.costs.counted);
    this.#frequencies.words(text, start, LONGEST, offer);
  }

  #prior({ cover }: Line, start: number, end: number): number {
    const base = hasCompany(cover, start, end, WINDOW) ? this.costs.among : this.costs.domain;
    return base - this.costs.longer * Math.min(end - start - 2, 2);
  }

  /** What speaks against an everyday word, of which there are many: nothing near of these matters, another sound. */
  #strangeness({ text, sounds, cover }: Line, start: number, word: string): number {
    const end = start + word.length;
    let cost = hasCompany(cover, start, end, EVERYDAY_WINDOW) ? 0 : this.costs.alone;
    for (let i = 0; i < word.length; i++) {
      const meant = soundAt(word, i);
      if (text.charAt(start + i) !== word.charAt(i) && !shares('syllables', sounds[start + i], meant))
        cost += this.costs.everydayConfusion;
    }
    return cost;
  }

  #slips({ text, sounds, named }: Line, start: number, word: string): number {
    let cost = 0;
    for (let i = 0; i < word.length; i++) {
      const written = text.charAt(start + i);
      const meant = word.charAt(i);
      if (written === meant) continue;
      cost += this.costs.character + this.#mishearing(sounds[start + i], soundAt(word, i));
      if (FUNCTION.has(written)) cost += this.costs.function;
    }
    const end = start + word.length;
    if (named.subarray(start, end).includes(1)) return Number.POSITIVE_INFINITY;
    if (this.#frequencies.cost(text, start, end) !== undefined) cost += this.costs.real;
    if (this.#reachesOver(text, start) || this.#reachesOver(text, end)) cost += this.costs.torn;
    return cost;
  }

  #mishearing(written: Sound | undefined, meant: Sound): number {
    if (shares('readings', written, meant)) return 0;
    return shares('syllables', written, meant) ? this.costs.tone : this.costs.confusion;
  }

  /** Whether a usual word begins before `edge` and ends after it. */
  #reachesOver(text: string, edge: number): boolean {
    let usual = false;
    for (let start = Math.max(0, edge - 2); start < edge; start++)
      this.#frequencies.words(text, start, edge + 2 - start, (end, cost) => {
        if (end > edge && cost < USUAL) usual = true;
      });
    return usual;
  }

  #reading({ text, named }: Line, { costs, starts, words }: Best): Reading {
    const changes: Change[] = [];
    let odd = 0;
    for (let end = text.length; end > 0; ) {
      const start = starts[end] ?? 0;
      const word = words[end];
      if (word) {
        const from = text.slice(start, end);
        const gain = this.#plain(from) - ((costs[end] ?? 0) - (costs[start] ?? 0));
        if (!this.#domain.has(from))
          changes.push({
            from,
            to: word,
            start,
            end,
            doubtful: this.#domain.has(word) && gain < this.costs.sure,
          });
      } else if (end - start === 1 && !named[start] && HAN.test(text.charAt(start))) {
        const said = this.#spoken.has(text.charAt(start));
        if (!said && (costs[end] ?? 0) - (costs[start] ?? 0) > this.costs.odd) odd++;
      }
      end = start;
    }
    return { changes: changes.reverse(), cost: costs[text.length] ?? 0, odd };
  }

  /** The cheapest reading of `text` as written. */
  #plain(text: string): number {
    const best = [0];
    for (let start = 0; start < text.length; start++)
      this.#written(text, start, (end, cost) => {
        best[end] = Math.min(best[end] ?? Number.POSITIVE_INFINITY, (best[start] ?? 0) + cost);
      });
    return best[text.length] ?? 0;
  }
}
