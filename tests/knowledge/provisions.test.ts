import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/knowledge/corpus.js';
import { loadProvisions, type Provision } from '../../src/knowledge/provisions/provision.js';
import type { PolicyDocument } from '../../src/knowledge/types.js';
import { type Numeral, scanNumerals } from '../../src/language/numerals.js';

const FOLDER = 'corpus/provisions';
const ids = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5));

const squeeze = (text: string) => text.replace(/\s/g, '');
const length = (text: string) => [...text].length;
const twice = (words: readonly string[]) => words.filter((word, at) => words.indexOf(word) !== at);

/** Values of numerals; a range is both its ends, 55% and 百分之五十五 are one. */
const values = (numerals: readonly Numeral[]) =>
  numerals.flatMap(({ value, high, form }) => [
    form === 'fraction' ? Math.round(value * 1e6) / 1e4 : value,
    ...(high === undefined ? [] : [high]),
  ]);

/**
 * Figures that a provision says and that nothing it quotes bears out. In the quotes any numeral will do:
 * the scanner takes the 半 of 减半给予 for no number, and 减半 said plainly is one.
 */
function unsupported({ short, plain, quotes }: Provision): number[] {
  const known = new Set(quotes.flatMap((quote) => values(scanNumerals(squeeze(quote)))));
  const said = [short, plain].flatMap((text) => scanNumerals(squeeze(text)).filter(({ counts }) => counts));
  return values(said).filter((value) => !known.has(value));
}

let corpus: PolicyDocument[];
let all: Provision[];
beforeAll(async () => {
  corpus = await loadCorpus('corpus/documents');
  all = await loadProvisions(FOLDER);
});

it('reads a figure in either script as one value', () => {
  const base: Provision = {
    documentId: 'd',
    id: 'p',
    clause: '二',
    force: 'right',
    for: ['person'],
    short: '两百元',
    plain: '满七十周岁，每月200元，55%由市里出',
    quotes: ['年满 70 周岁的，每月 200 元', '百分之五十五由市财政承担'],
    asks: [],
  };
  expect(unsupported(base)).toEqual([]);
  expect(unsupported({ ...base, short: '三百元' })).toEqual([300]);
  expect(unsupported({ ...base, plain: '满71周岁' })).toEqual([71]);
});

describe.each(ids)('%s', (id) => {
  const own = () => all.filter(({ documentId }) => documentId === id);
  const policy = () => corpus.find(({ meta }) => meta.id === id);

  it('is named as the document that it speaks of', () => {
    expect(own().length).toBeGreaterThan(0);
    expect(policy()).toBeDefined();
  });

  it('has ids that are unique', () => {
    expect(twice(own().map((provision) => provision.id))).toEqual([]);
  });

  it('quotes the document word for word', () => {
    const text = squeeze(policy()?.text ?? '');
    const strange = own().flatMap((p) => p.quotes.filter((quote) => !text.includes(squeeze(quote))));
    expect(strange).toEqual([]);
  });

  it('names the clause that it quotes from', () => {
    const clauses = policy()?.clauses ?? [];
    const astray = own().filter(
      (p) =>
        !clauses.some(
          ({ path, text }) => path === p.clause && p.quotes.some((q) => squeeze(text).includes(squeeze(q))),
        ),
    );
    expect(astray.map((p) => `${p.id}: ${p.clause}`)).toEqual([]);
  });

  it('says no figure that its quotes do not bear out', () => {
    const bare = own().map((p) => ({ id: p.id, figures: unsupported(p) }));
    expect(bare.filter((p) => p.figures.length > 0)).toEqual([]);
  });

  it('can be heard at one hearing', () => {
    const long = own().filter(({ short, plain }) => length(short) > 40 || length(plain) > 160);
    expect(long.map((provision) => provision.id)).toEqual([]);
  });

  it('is asked for in at least six ways, all distinct', () => {
    const poor = own().filter(({ asks }) => asks.length < 6 || twice(asks.map(squeeze)).length > 0);
    expect(poor.map((provision) => provision.id)).toEqual([]);
  });
});
