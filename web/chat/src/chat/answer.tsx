import type { ReactNode } from 'react';
import type { Reply } from '../../../../src/bot/reply.js';
import { go } from '../route.js';
import type { Turn } from '../state/types.js';
import { say } from '../talk/talk.js';
import { AnswerText } from './answer-text.js';
import { AnswerTools } from './answer-tools.js';
import { AppointmentCard } from './appointment-card.js';
import { Calls } from './calls.js';
import { Message } from './message.js';
import { Sources } from './sources.js';

const DANGER: ReadonlySet<string> = new Set(['emergency', 'crisis', 'scam']);
/** Kinds that end in a question: what can be answered stands right under it. */
const ASKING: ReadonlySet<string> = new Set(['clarify', 'assessment', 'booking']);
const REPEAT = '再说一遍';

/**
 * A reply. What might be said next stands only under the last one, where it still makes sense. In danger the number
 * to ring comes first.
 */
export function Answer({ turn, reply, isLast }: { turn: Turn; reply: Reply; isLast: boolean }): ReactNode {
  const danger = DANGER.has(reply.kind);
  const asking = ASKING.has(reply.kind);
  return (
    <Message from="yiwen" danger={danger}>
      {danger && <Calls actions={reply.actions} />}
      <AnswerText id={turn.messageId} reply={reply} isLast={isLast} />
      {!danger && <Calls actions={reply.actions} />}
      {reply.appointment && <AppointmentCard appointment={reply.appointment} />}
      {isLast && asking && <Next reply={reply} />}
      <Sources citations={reply.citations} />
      <AnswerTools turn={turn} reply={reply} />
      {isLast && !asking && <Next reply={reply} />}
    </Message>
  );
}

/** What might be said next; the yes to what was read back first, and as the main thing. */
const Next = ({ reply: { kind, suggestions, readBack } }: { reply: Reply }): ReactNode => (
  <div className="choices">
    {[...new Set([...suggestions, REPEAT])].map((words, i) => (
      <button
        type="button"
        className={readBack && i === 0 ? 'main' : 'choice'}
        key={words}
        onClick={() => say(words)}
      >
        {words}
      </button>
    ))}
    {kind === 'booking' && (
      <button type="button" className="choice" onClick={() => go('book')}>
        用按钮和日历约
      </button>
    )}
  </div>
);
