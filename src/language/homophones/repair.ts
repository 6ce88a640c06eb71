import { type DomainWords, SoundIndex, Surroundings } from './domain.js';
import { type Frequencies, frequencies } from './frequencies.js';
import { type Sound, soundOf } from './sounds.js';

/** A word put back: `text[start, end)` was `from` and should be `to`, of the same length. */
export interface Change {
  from: string;
  to: string;
  start: number;
  end: number;
  /** Ask before relying on it: the written words would do nearly as well. */
  doubtful: boolean;
}

/** Costs in nats (-ln of a probability). Set on tests/language/homophones/tuning, never on the test sets. */
export interface Costs {
  /** Of a domain word, alone and among words of its kind. */
  domain: number;
  among: number;
  /** Of hearing a character right and writing another; of taking one sound for another; of a word that fits anywhere. */
  character: number;
  confusion: number;
  function: number;
  /** Of replacing a word that the dictionary has. */
  real: number;
  /** Of breaking a usual word of the line that reaches over the edge of the change. */
  torn: number;
  /** Of a number with its measure word (五包), as one word. */
  counted: number;
  /** Of a character the dictionary lacks. */
  unknown: number;
  /** A change that gains less than this is doubtful. */
  sure: number;
}

export const COSTS: Costs = {
  domain: 14,
  among: 9,
  character: 2.5,
  confusion: 1,
  function: 4,
  real: 4,
  torn: 5,
  counted: 7,
  unknown: 18,
  sure: 4,
};

/** Characters that make sense nearly anywhere, so that hearing them wrong is unlikely. */
const FUNCTION = new Set(
  '一不了的是我你他她有在就也都要给没到去来这那很还又再上下个人会好说看得着过吧吗呢啊把和跟',
);
/** How many units away a word still counts as company. */
const WINDOW = 8;
const LONGEST = 5;
/** A word rarer than this (in nats) is no evidence: the dictionary has many that nobody says. */
const USUAL = 13;
const NUMERALS = new Set('一二两三四五六七八九十几半百');
const MEASURES = new Set(
  '个位名包斤两块元毛分张把条只头袋盒瓶箱桶碗杯盘碟双对副套件层楼间户家口年月天日号岁点次回趟遍针片颗粒支根本页棵朵米里亩车',
);

interface Step {
  cost: number;
  start: number;
  word: string | undefined;
}

export class Repairer {
  readonly #sounds: SoundIndex;
  readonly #surroundings: Surroundings;
  readonly #domain: ReadonlySet<string>;
  readonly #frequencies: Frequencies = frequencies();

  constructor(
    words: DomainWords,
    readonly costs: Costs = COSTS,
  ) {
    this.#sounds = new SoundIndex(words.repair);
    this.#surroundings = new Surroundings(words);
    this.#domain = new Set(words.repair);
  }

  /**
   * The domain words that a recogniser's homophones stand for. A noisy channel over the lattice of words
   * (Kernighan, Church and Gale 1990): the cheapest reading of the whole line, where an edge is a word as
   * written, or a domain word of the same sound at the price of each character that differs.
   */
  repair(text: string): Change[] {
    const sounds = Array.from({ length: text.length }, (_, i) => soundOf(text.charAt(i)));
    const cover = this.#surroundings.cover(text);
    const best: Step[] = [{ cost: 0, start: 0, word: undefined }];
    const offer = (start: number, end: number, cost: number, word?: string) => {
      const total = (best[start]?.cost ?? 0) + cost;
      if (total < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost: total, start, word };
    };
    for (let start = 0; start < text.length; start++) {
      this.#written(text, start, (end, cost) => offer(start, end, cost));
      for (const { word, end } of this.#sounds.heard(sounds, start)) {
        const slips = this.#slips(text, sounds, start, word);
        offer(start, end, this.#prior(cover, start, end) + slips, slips > 0 ? word : undefined);
      }
    }
    return this.#changes(text, best, cover, sounds);
  }

  #written(text: string, start: number, offer: (end: number, cost: number) => void): void {
    offer(start + 1, this.#frequencies.cost(text, start, start + 1) ?? this.costs.unknown);
    if (NUMERALS.has(text.charAt(start)) && MEASURES.has(text.charAt(start + 1)))
      offer(start + 2, this.costs.counted);
    for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end++) {
      const cost = this.#frequencies.cost(text, start, end);
      if (cost !== undefined) offer(end, cost);
    }
  }

  #prior(cover: Uint32Array, start: number, end: number): number {
    const at = (i: number) => cover[Math.min(Math.max(i, 0), cover.length - 1)] ?? 0;
    const company = at(start) - at(start - WINDOW) + at(end + WINDOW) - at(end);
    return company > 0 ? this.costs.among : this.costs.domain;
  }

  #slips(text: string, sounds: readonly Sound[], start: number, word: string): number {
    let cost = 0;
    for (let i = 0; i < word.length; i++) {
      const written = text.charAt(start + i);
      const meant = word.charAt(i);
      if (written === meant) continue;
      const heard = sounds[start + i]?.readings ?? [];
      const same = soundOf(meant).readings.some((reading) => heard.includes(reading));
      cost += this.costs.character + (same ? 0 : this.costs.confusion);
      if (FUNCTION.has(written)) cost += this.costs.function;
    }
    if (cost === 0) return 0;
    const end = start + word.length;
    if (this.#frequencies.cost(text, start, end) !== undefined) cost += this.costs.real;
    if (this.#reachesOver(text, start) || this.#reachesOver(text, end)) cost += this.costs.torn;
    return cost;
  }

  /** Whether a usual word begins before `edge` and ends after it. */
  #reachesOver(text: string, edge: number): boolean {
    for (let start = Math.max(0, edge - 2); start < edge; start++)
      for (let end = edge + 1; end <= Math.min(text.length, edge + 2); end++)
        if ((this.#frequencies.cost(text, start, end) ?? USUAL) < USUAL) return true;
    return false;
  }

  #changes(text: string, best: readonly Step[], cover: Uint32Array, sounds: readonly Sound[]): Change[] {
    const changes: Change[] = [];
    for (let end = text.length; end > 0; ) {
      const step = best[end];
      if (!step) break;
      const { start, word } = step;
      if (word) {
        const from = text.slice(start, end);
        const repaired = this.#prior(cover, start, end) + this.#slips(text, sounds, start, word);
        const gain = this.#plain(from) - repaired;
        if (!this.#domain.has(from))
          changes.push({ from, to: word, start, end, doubtful: gain < this.costs.sure });
      }
      end = start;
    }
    return changes.reverse();
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
