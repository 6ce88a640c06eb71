import { Bubble } from '@chatui/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Reply } from '../../../../src/bot/reply.js';
import { reading } from '../speech/read-aloud.js';
import { useStore } from '../state/store.js';
import { figured } from './figures.js';
import { ReadBackCard } from './read-back-card.js';
import { inParagraphs, shownSentences } from './shown.js';

/** Kinds in which a figure is an answer, and is written large. */
const WITH_FIGURES: ReadonlySet<string> = new Set(['answer', 'assessment', 'booking', 'repeat']);

interface Props {
  id: string;
  reply: Reply;
  isLast: boolean;
}

/**
 * The words of a reply, a figure large where it stands first, the sentence that is being read aloud marked. What is
 * read back stands in a card instead.
 */
export function AnswerText({ id, reply, isLast }: Props): ReactNode {
  const { messageId, at } = useStore(reading);
  const sentences = shownSentences(reply);
  const large = figured(WITH_FIGURES.has(reply.kind) ? sentences : []);
  const isMarked = (which: number): boolean => messageId === id && at === which;
  const inCard = (which: number): boolean => reply.readBack?.text.includes(sentences[which] ?? '') ?? false;

  const sentence = (which: number): ReactNode => {
    const words =
      large[which]?.map(({ text, figure }, i) =>
        figure ? (
          <strong className="figure" key={keyOf(i)}>
            {text}
          </strong>
        ) : (
          <span key={keyOf(i)}>{text}</span>
        ),
      ) ?? sentences[which];
    return isMarked(which) ? <Marked key={which}>{words}</Marked> : <span key={which}>{words}</span>;
  };

  return (
    <>
      <Bubble>
        {inParagraphs(sentences).map((paragraph) => (
          <p key={paragraph[0]}>{paragraph.filter((which) => !inCard(which)).map(sentence)}</p>
        ))}
      </Bubble>
      {reply.readBack && (
        <ReadBackCard readBack={reply.readBack} isRead={messageId === id && inCard(at)} isOpen={isLast} />
      )}
    </>
  );
}

/** What is being read aloud: the eye follows the ear. */
function Marked({ children }: { children: ReactNode }): ReactNode {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return <mark ref={mark}>{children}</mark>;
}

/** The parts of one text never move: their place is their key. */
const keyOf = (place: number): string => String(place);
