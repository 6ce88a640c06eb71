import type { AskedFact } from './hear-answer.js';

const WAYS_OUT = ['不知道', '不想说'];

/** What may be answered to the question, as the person might say it. */
export const suggestionsFor = ({ answers }: AskedFact): string[] => [
  ...answers.map(({ text }) => text),
  ...WAYS_OUT,
];
