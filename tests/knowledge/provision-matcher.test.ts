import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createProvisionMatcher } from '../../src/knowledge/provisions/matcher.js';
import { loadProvisions, type Provision } from '../../src/knowledge/provisions/provision.js';
import { indexProvisions } from '../../src/knowledge/provisions/provision-index.js';
import { type Features, sum } from '../../src/knowledge/provisions/vocabulary.js';
import { featuresOf } from '../../src/language/features.js';
import { parseLexicon } from '../../src/language/lexicon.js';

const provision = (documentId: string, id: string): Provision => ({
  documentId,
  id,
  clause: '一',
  force: 'right',
  for: ['person'],
  short: id,
  plain: id,
  quotes: [id],
  asks: [id],
});

const features = (words: string): Map<string, number> =>
  words === '' ? new Map() : sum(words.split(' ').map((word) => new Map([[word, 1]])));
const question = (words: string) => ({ all: features(words), asking: features(words) });

const held = [
  provision('here', 'respite'),
  provision('here', 'doctor'),
  provision('here', 'tax'),
  provision('there', 'respite'),
  provision('there', 'doctor'),
];
const fillers = Array.from({ length: 40 }, (_, i) => provision('here', `filler-${i}`));
const matcherOf = (provisions: readonly Provision[], texts: readonly Features[]) =>
  createProvisionMatcher(provisions, indexProvisions(provisions, texts));
const matcher = matcherOf(
  [...held, ...fillers],
  [
    'respite carer tired',
    'doctor visit home',
    'tax free water',
    'respite carer tired holiday rest',
    'doctor visit home injection',
    ...fillers.map(({ id }) => `${id} of no matter`),
  ].map(features),
);

it('finds a provision by words that only its kin in another document is asked in, and counts none of them as its own', () => {
  const [first] = matcher.match(question('holiday rest'), 'here', 3);
  expect(first?.provision.id).toBe('respite');
  expect(first?.coverage).toBe(0);
  expect(matcher.match(question('respite'), 'here', 3)[0]?.coverage).toBe(1);
});

it('finds nothing in a document that it does not hold', () => {
  expect(matcher.match(question('respite'), 'nowhere', 3)).toEqual([]);
});

it('measures likeness and coverage as shares, best first, whatever is asked', () => {
  const word = fc.constantFrom('respite', 'carer', 'home', 'of', 'matter', 'unheard', '#80', 'tax');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (words, limit) => {
      const found = matcher.match(question(words.join(' ')), 'here', limit);
      expect(found.length).toBeLessThanOrEqual(limit);
      for (const [i, { likeness, coverage, evidence }] of found.entries()) {
        expect(likeness).toBeGreaterThan(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1 + 1e-6);
        expect(evidence).toBeLessThanOrEqual(found[i - 1]?.evidence ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});

it('finds most provisions by a way of asking that it was not given', async () => {
  const lexicon = parseLexicon(await readFile('corpus/lexicon.yaml', 'utf8'));
  const all = await loadProvisions('corpus/provisions');
  const isLeftOut = (i: number): boolean => i % 5 === 2;
  const texts = all.map((p) =>
    sum(
      [p.short, p.plain, ...p.quotes, ...p.asks.filter((_, i) => !isLeftOut(i))].map((text) =>
        featuresOf(text, lexicon),
      ),
    ),
  );
  const reduced = matcherOf(all, texts);
  const asked = all.flatMap((p) => p.asks.filter((_, i) => isLeftOut(i)).map((ask) => ({ p, ask })));
  const found = asked.filter(({ p, ask }) => {
    const asking = featuresOf(ask, lexicon);
    return reduced.match({ all: asking, asking }, p.documentId, 1)[0]?.provision === p;
  });
  expect(asked.length).toBeGreaterThan(1000);
  expect(found.length / asked.length).toBeGreaterThan(0.66);
});
