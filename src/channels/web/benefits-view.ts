import type { Assessment } from '../../benefits/assess.js';
import type { Atom, Benefit, Condition } from '../../benefits/schema.js';
import { cite, clauseHolding } from '../../bot/compose/cite.js';
import type { Citation } from '../../bot/reply.js';
import type { Library } from '../../knowledge/library.js';

/** A benefit as a list shows it: what is given to whom, on which conditions, from which clause. */
export function benefitView(benefit: Benefit) {
  const { id, title, subject, kind, region, clause, given, amounts, period, runBy, apply, notes } = benefit;
  return {
    benefitId: id,
    title,
    subject,
    kind,
    region,
    documentId: benefit.documentId,
    clause,
    given: given.text,
    amounts: amounts.map(({ value, unit, per, bound, when, quote }) => ({
      value,
      unit,
      per,
      bound,
      when: when === undefined ? null : inWords(when),
      quote,
    })),
    period,
    conditions: benefit.conditions === undefined ? null : inWords(benefit.conditions),
    exclusiveGroup: benefit.exclusiveGroup ?? null,
    notes: notes.map(({ text }) => text),
    runBy,
    apply: apply?.text ?? null,
  };
}

/** A condition as one line: 年满80周岁；并且（甲；或者乙）. */
export function inWords(condition: Condition): string {
  if ('all' in condition) return joined(condition.all, '，并且');
  if ('any' in condition) return joined(condition.any, '，或者');
  if ('not' in condition) return condition.text;
  return condition.text;
}
const joined = (parts: readonly Condition[], by: string): string =>
  parts.map((one) => (isLeaf(one) ? one.text : `（${inWords(one)}）`)).join(by);
const isLeaf = (condition: Condition): condition is Atom | { not: Condition; text: string } =>
  'text' in condition;

/** The words that an assessment rests on, each once. */
export function citationsOf({ benefit, conditions }: Assessment, library: Library): Citation[] {
  const document = library.document(benefit.documentId);
  if (document === undefined) return [];
  const sources = [benefit.given, ...benefit.amounts, ...conditions];
  const quotes = new Map(sources.map(({ quote, clause }) => [quote, clause ?? benefit.clause]));
  return [...quotes].flatMap(([quote, path]) => {
    const clause = clauseHolding(library, benefit.documentId, quote, path);
    return clause === undefined ? [] : [cite(document, clause, quote)];
  });
}
