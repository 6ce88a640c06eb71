import { describe, expect, it } from 'vitest';
import { parseBenefits } from '../../src/benefits/parse.js';
import type { Benefit, Condition } from '../../src/benefits/schema.js';
import { loadCorpus } from '../../src/knowledge/corpus.js';
import { scanNumerals } from '../../src/language/numerals.js';
import { benefits as all, fileNames } from './files.js';
import { atomsIn } from './oracle.js';

const corpus = new Map(
  (await loadCorpus('corpus/documents')).map((document) => [document.meta.id, document]),
);
const squeeze = (text: string) => text.replace(/\s/g, '');

interface Quoted {
  where: string;
  quote: string;
  clause: string;
}

function quotesOf(benefit: Benefit): Quoted[] {
  const { conditions, amounts, given, notes, apply } = benefit;
  const trees = [conditions, ...amounts.map(({ when }) => when)].filter(
    (c): c is Condition => c !== undefined,
  );
  const sources = [
    given,
    ...notes,
    ...amounts,
    ...trees.flatMap(atomsIn),
    ...(apply === null ? [] : [apply]),
  ];
  return [
    ...sources.map(({ quote, clause }) => ({ where: benefit.id, quote, clause: clause ?? benefit.clause })),
    ...(benefit.runBy === null ? [] : [{ where: benefit.id, quote: benefit.runBy, clause: benefit.clause }]),
  ];
}

describe.each(fileNames)('corpus/benefits/%s.yaml', (adcode) => {
  const benefits = all.filter(({ region }) => region.adcode === adcode);

  it('is named as its region, and its document is of that region', () => {
    expect(benefits.length).toBeGreaterThan(0);
    for (const { region, documentId } of benefits)
      expect(corpus.get(documentId)?.meta.region).toMatchObject(region);
  });

  it('quotes word for word, from the clause that it names', () => {
    const wrong = benefits.flatMap((benefit) =>
      quotesOf(benefit).filter(({ quote, clause }) => {
        const clauses = corpus.get(benefit.documentId)?.clauses ?? [];
        const named = clauses.filter(({ path }) => squeeze(path) === squeeze(clause));
        return !named.some(({ text }) => squeeze(text).includes(squeeze(quote)));
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('states figures that stand in the quote, halves aside', () => {
    for (const { id, amounts } of benefits) {
      for (const { value, quote } of amounts) {
        const said = scanNumerals(quote).map((numeral) => numeral.value);
        expect(quote.includes('减半') || said.includes(value), `${id}: ${quote}`).toBe(true);
      }
    }
  });

  it('grants nothing that is only an intention', () => {
    const hedged = /探索|鼓励|有条件的地方/;
    const granted = benefits.filter(({ kind, given }) => kind === 'entitlement' && hedged.test(given.quote));
    expect(granted.map(({ id }) => id)).toEqual([]);
  });
});

it('gives each benefit an id of its own', () => {
  const ids = all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('a benefit file', () => {
  const whole = (change: string) => `region: { name: 某县, adcode: "431202" }
document: d
benefits:
  - id: a
    title: t
    subject: person
    kind: entitlement
    clause: 一
    given: { text: t, quote: q }
    period: { from: null, to: null }
    runBy: null
    apply: null
    ${change}
`;
  it.each([
    [
      'a fact that nobody knows',
      'conditions: { fact: height, atLeast: 2, text: t, quote: q }',
      'no such fact',
    ],
    ['no comparison', 'conditions: { fact: age, text: t, quote: q }', 'one comparison'],
    [
      'two comparisons',
      'conditions: { fact: age, atLeast: 1, atMost: 2, text: t, quote: q }',
      'one comparison',
    ],
    ['an age of a kind', 'conditions: { fact: age, is: old, text: t, quote: q }', 'is of a number'],
    [
      'a flag that is a word',
      'conditions: { fact: emptyNest, is: "yes", text: t, quote: q }',
      'true or false',
    ],
    [
      'a status that is none',
      'conditions: { fact: statuses, has: 富裕, text: t, quote: q }',
      'no such member',
    ],
    ['a value that is none', 'conditions: { fact: care, in: [some], text: t, quote: q }', 'no such value'],
    ['a condition without its quote', 'conditions: { fact: age, atLeast: 1, text: t }', 'quote'],
    ['an amount without its quote', 'amounts: [{ value: 1, unit: CNY, per: p, bound: exact }]', 'quote'],
    ['a field that is none', 'surprise: 1', 'surprise'],
  ])('with %s is refused, with the reason', (_, change, reason) => {
    expect(parseBenefits(whole(''))).toHaveLength(1);
    expect(() => parseBenefits(whole(change))).toThrow(reason);
  });
});
