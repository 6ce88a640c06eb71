const OPENS = '<think>';
const CLOSES = '</think>';

/**
 * The pieces without what a reasoning model thinks aloud (`<think>…</think>`) before it answers. Only at the head of
 * the reply: later the words are the reply's own, and its readers judge them.
 */
export async function* withoutThinking(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  let state: 'head' | 'thinking' | 'reply' = 'head';
  for await (const piece of pieces) {
    if (state === 'reply') {
      yield piece;
      continue;
    }
    held += piece;
    if (state === 'head') {
      const head = held.trimStart();
      if (head.startsWith(OPENS)) state = 'thinking';
      else if (!OPENS.startsWith(head)) state = 'reply';
    }
    if (state === 'thinking') {
      const end = held.indexOf(CLOSES);
      if (end < 0) continue;
      held = held.slice(end + CLOSES.length);
      state = 'reply';
    }
    if (state === 'reply') {
      yield held;
      held = '';
    }
  }
  if (state === 'head' && held !== '') yield held;
}
