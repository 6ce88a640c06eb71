import { Bubble, Typing } from '@chatui/core';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { isWaiting } from '../state/elder.js';
import { useElder, useStore } from '../state/store.js';
import { live } from '../talk/talk.js';
import { Answer } from './answer.js';
import { Greeting } from './greeting.js';
import { Message } from './message.js';
import { OwnWords } from './own-words.js';
import { moment, needsTime } from './times.js';

/** Pixels that are left above what was said last. */
const ABOVE = 8;

export function MessageList(): ReactNode {
  const { id, turns } = useElder();
  const { arriving } = useStore(live);
  const log = useRef<HTMLDivElement>(null);
  const answered = turns.filter(({ reply }) => reply).length;

  // A reply is read from its beginning, under the words it answers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something was said
  useEffect(() => {
    const own = log.current?.querySelectorAll<HTMLElement>('.Message.right');
    const last = own?.[own.length - 1];
    if (last) log.current?.scrollTo({ top: last.offsetTop - ABOVE });
  }, [id, turns.length, answered]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys, too
    <div ref={log} role="log" aria-label="对话" className="log" tabIndex={0}>
      <Greeting />
      {turns.map((turn, i) => (
        <Fragment key={turn.messageId}>
          {needsTime(turn.at, turns[i - 1]?.at) && (
            <time className="time" dateTime={new Date(turn.at).toISOString()}>
              {moment(turn.at, Date.now())}
            </time>
          )}
          {turn.text !== undefined && <OwnWords turn={turn} />}
          {turn.reply && <Answer turn={turn} reply={turn.reply} isLast={i === turns.length - 1} />}
        </Fragment>
      ))}
      {turns.some(isWaiting) && (
        <Message from="yiwen">
          {arriving === '' ? (
            <Bubble type="typing">
              正在查文件 <Typing />
            </Bubble>
          ) : (
            <Bubble aria-hidden="true">{arriving}</Bubble>
          )}
        </Message>
      )}
    </div>
  );
}
