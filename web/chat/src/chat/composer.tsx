import { type FormEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { canListen } from '../speech/listen.js';
import { changeElder, useElder } from '../state/store.js';
import { say } from '../talk/talk.js';
import { Icon } from '../ui/icon.js';
import { Caution } from './caution.js';
import { isTooLong } from './cautions.js';
import { Listening } from './listening.js';
import { Menu } from './menu.js';

/** Milliseconds in which a second tap on 发送 is the same tap, though another button stands there by then. */
const ONE_TAP = 700;

/** Where fingers type, the keys on the screen would cover what is answered. */
const hasScreenKeys = (): boolean => matchMedia('(pointer: coarse)').matches;

/** The input bar: voice, keyboard, and all else behind the plus. `typing`: the user was in it before it was ready. */
export function Composer({ typing }: { typing: boolean }): ReactNode {
  const { id, draft } = useElder();
  const field = useRef<HTMLTextAreaElement>(null);
  const sentAt = useRef(Number.NEGATIVE_INFINITY);
  const [panel, setPanel] = useState<'voice' | 'menu' | null>(null);
  const write = (words: string): void => changeElder(id, (elder) => ({ ...elder, draft: words }));
  const toggle = (which: 'voice' | 'menu'): void => setPanel(panel === which ? null : which);

  function send(event: FormEvent): void {
    event.preventDefault();
    const words = draft.trim();
    const goes = words !== '' && !isTooLong(words);
    if (goes && hasScreenKeys()) field.current?.blur();
    else field.current?.focus();
    if (!goes) return;
    sentAt.current = event.timeStamp;
    setPanel(null);
    say(words);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter while a Chinese input method is composing picks a word; it does not send.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    send(event);
  }

  function onPlus({ timeStamp }: MouseEvent): void {
    if (timeStamp - sentAt.current > ONE_TAP) toggle('menu');
  }

  function onHeard(words: string): void {
    write(words);
    setPanel(null);
    field.current?.focus();
  }

  return (
    <div className="bottom">
      {panel === 'voice' && <Listening onHeard={onHeard} onCancel={() => setPanel(null)} />}
      <Caution draft={draft} />
      <form className="composer" onSubmit={send}>
        {canListen && (
          <button
            type="button"
            className="tool"
            aria-expanded={panel === 'voice'}
            onClick={() => toggle('voice')}
          >
            <Icon name="microphone" />
            <span className="unseen">说话</span>
          </button>
        )}
        <textarea
          ref={field}
          className="words"
          rows={1}
          value={draft}
          aria-label="想问什么"
          placeholder="想问什么？"
          enterKeyHint="send"
          // biome-ignore lint/a11y/noAutofocus: only who was typing already goes on typing
          autoFocus={typing}
          onChange={({ target }) => write(target.value)}
          onKeyDown={onKeyDown}
        />
        {draft.trim() === '' ? (
          <button type="button" className="tool" aria-expanded={panel === 'menu'} onClick={onPlus}>
            <Icon name="plus" />
            <span className="unseen">更多</span>
          </button>
        ) : (
          <button type="submit" className="send" aria-disabled={isTooLong(draft)}>
            发送
          </button>
        )}
      </form>
      {panel === 'menu' && <Menu onClose={() => setPanel(null)} />}
    </div>
  );
}
