import type { ChatCall, Script } from './scripted.js';

/** What a scripted model is asked for, told by its prompt. */
export const isReading = (call: ChatCall): boolean => call.messages[0]?.content.includes('intent') === true;

export const isRanking = (call: ChatCall): boolean => call.messages[0]?.content.includes('"order"') === true;

/** The numbered texts between which the model is to decide, and what was asked. */
export function contestIn(call: ChatCall): { question: string; rivals: string[] } {
  const [question = '', told = ''] = (call.messages.at(-1)?.content ?? '').split('<条文>');
  const rivals = told
    .replace('</条文>', '')
    .trim()
    .split(/\n?\[\d+\] /u)
    .slice(1);
  return { question: question.replace(/<\/?问题>/gu, '').trim(), rivals };
}

export const ordered = (order: readonly number[]): Script => ({
  kind: 'reply',
  text: JSON.stringify({ order }),
});

/** A model that ranks by how many of the question's pairs of characters a text has: plausible, and no better. */
export function plausibly(call: ChatCall): Script {
  const { question, rivals } = contestIn(call);
  const pairs = [...question].slice(1).map((c, i) => `${[...question][i] ?? ''}${c}`);
  const likeness = rivals.map((text) => pairs.filter((pair) => text.includes(pair)).length);
  const numbers = rivals.map((_, i) => i + 1);
  return ordered(numbers.sort((a, b) => (likeness[b - 1] ?? 0) - (likeness[a - 1] ?? 0)));
}

/** The numbered statements that the model was given to put into words. */
export function statementsIn(call: ChatCall): string[] {
  const told = call.messages.at(-1)?.content ?? '';
  const items = told
    .slice(told.indexOf('<条文>'))
    .split(/\n\[\d+\] /u)
    .slice(1);
  return items.map((item) => (item.split('\n原文：')[0] ?? '').replace(/^（[^）]*）/u, ''));
}

/** An honest model: says each statement as it stands. */
export const honestly = (call: ChatCall): Script => ({
  kind: 'reply',
  text: JSON.stringify({
    basis: 'whole',
    sentences: statementsIn(call).map((text, i) => ({ text, items: [i + 1] })),
  }),
});

/** A model that proposes nothing of what a turn says, ranks plausibly, and puts into words honestly. */
export function modestly(call: ChatCall): Script {
  if (isRanking(call)) return plausibly(call);
  return isReading(call)
    ? { kind: 'reply', text: JSON.stringify({ intent: 'unclear', question: '', facts: [] }) }
    : honestly(call);
}
