import { Bubble } from '@chatui/core';
import type { ReactNode } from 'react';
import { go } from '../route.js';
import { elderly } from '../state/look.js';
import { changeLook, useElder, useLook } from '../state/store.js';
import { say } from '../talk/talk.js';
import { Message } from './message.js';

const EXAMPLES = ['三无老人每个月能领多少？', '老人免费体检是怎么规定的？'];

export function Greeting(): ReactNode {
  const { place, turns } = useElder();
  const look = useLook();
  return (
    <Message from="yiwen">
      <Bubble>
        您好，我是颐问，帮您查养老和看病的政策。说什么都有文件出处；办事以当地部门为准。急病先打120。
      </Bubble>
      {turns.length === 0 && (
        <div className="choices">
          {place === null && (
            <button type="button" className="choice" onClick={() => go('place')}>
              先选老人在哪里
            </button>
          )}
          {EXAMPLES.map((words) => (
            <button type="button" className="choice" key={words} onClick={() => say(words)}>
              {words}
            </button>
          ))}
          {!look.elderly && (
            <button type="button" className="choice" onClick={() => changeLook((old) => elderly(old, true))}>
              字太小？换长辈版
            </button>
          )}
        </div>
      )}
    </Message>
  );
}
