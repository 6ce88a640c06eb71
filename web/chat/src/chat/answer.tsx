import type { ReactNode } from 'react';
import type { Reply } from '../../../../src/bot/reply.js';
import { go } from '../route.js';
import type { Turn } from '../state/types.js';
import { say } from '../talk/talk.js';
import { AnswerText } from './answer-text.js';
import { AnswerTools } from './answer-tools.js';
import { Calls } from './calls.js';
import { Message } from './message.js';
import { Sources } from './sources.js';

const DANGER: ReadonlySet<string> = new Set(['emergency', 'crisis', 'scam']);
const REPEAT = '再说一遍';

/**
 * A reply. What might be said next stands only under the last one, where it still makes sense. In danger the number
 * to ring comes first.
 */
export function Answer({ turn, reply, isLast }: { turn: Turn; reply: Reply; isLast: boolean }): ReactNode {
  const danger = DANGER.has(reply.kind);
  const next = isLast ? [...new Set([...reply.suggestions, REPEAT])] : [];
  return (
    <Message from="yiwen" danger={danger}>
      {danger && <Calls actions={reply.actions} />}
      <AnswerText id={turn.messageId} reply={reply} />
      {!danger && <Calls actions={reply.actions} />}
      <Sources citations={reply.citations} />
      <AnswerTools turn={turn} reply={reply} />
      {next.length > 0 && (
        <div className="choices">
          {reply.kind === 'booking' && (
            <button type="button" className="choice" onClick={() => go('book')}>
              用按钮和日历约
            </button>
          )}
          {next.map((words) => (
            <button type="button" className="choice" key={words} onClick={() => say(words)}>
              {words}
            </button>
          ))}
        </div>
      )}
    </Message>
  );
}
