import type { Reply } from '../../../../src/bot/reply.js';
import { sentences } from '../../../../src/channels/web/sentences.js';

const SOURCE = /^来源：《/;

/** The words of a reply, sentence by sentence, without the lines that name its sources: those have a card. */
export const shownSentences = ({ text }: Pick<Reply, 'text'>): string[] =>
  sentences(
    text
      .split('\n')
      .filter((line) => !SOURCE.test(line))
      .join('\n'),
  );

/** Places of the sentences, line by line. */
export function inParagraphs(sentences: readonly string[]): number[][] {
  const paragraphs: number[][] = [];
  sentences.forEach((_, i) => {
    const last = paragraphs[paragraphs.length - 1];
    if (last === undefined || sentences[i - 1]?.endsWith('\n')) paragraphs.push([i]);
    else last.push(i);
  });
  return paragraphs;
}
