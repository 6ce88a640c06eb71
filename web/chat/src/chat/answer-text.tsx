import { Bubble } from '@chatui/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Reply } from '../../../../src/bot/reply.js';
import { reading } from '../speech/read-aloud.js';
import { useStore } from '../state/store.js';
import { type Part, parts } from './figures.js';
import { shownSentences } from './shown.js';

/** Kinds in which a figure is an answer, and is written large. */
const WITH_FIGURES: ReadonlySet<string> = new Set(['answer', 'assessment', 'booking', 'repeat']);

/** The words of a reply, the figure large, the sentence that is being read aloud marked. */
export function AnswerText({ id, reply }: { id: string; reply: Reply }): ReactNode {
  const { messageId, at } = useStore(reading);
  const large = WITH_FIGURES.has(reply.kind);
  const mark = useRef<HTMLElement>(null);
  // The eye follows the ear.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another sentence is read
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'nearest' });
  }, [messageId, at]);
  return (
    <Bubble>
      {keyed(shownSentences(reply)).map(({ key, item }, i) => {
        const words = large ? keyed(parts(item)).map(FigurePart) : item;
        const marked = messageId === id && at === i;
        return marked ? (
          <mark ref={mark} key={key}>
            {words}
          </mark>
        ) : (
          <span key={key}>{words}</span>
        );
      })}
    </Bubble>
  );
}

const FigurePart = ({ key, item }: { key: string; item: Part }): ReactNode =>
  item.figure ? (
    <strong className="figure" key={key}>
      {item.text}
    </strong>
  ) : (
    <span key={key}>{item.text}</span>
  );

/** The parts of one text never move: their place is their key. */
const keyed = <T,>(items: readonly T[]): { key: string; item: T }[] =>
  items.map((item, i) => ({ key: String(i), item }));
