import type { ChatCall, Script } from './scripted.js';

/** What a scripted model is asked for, told by its prompt. */
export const isReading = (call: ChatCall): boolean => call.messages[0]?.content.includes('intent') === true;

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

/** A model that proposes nothing of what a turn says, and puts into words honestly. */
export const modestly = (call: ChatCall): Script =>
  isReading(call)
    ? { kind: 'reply', text: JSON.stringify({ intent: 'unclear', question: '', facts: [] }) }
    : honestly(call);
