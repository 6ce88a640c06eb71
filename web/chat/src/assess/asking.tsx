import { type ReactNode, useEffect, useRef } from 'react';
import { go } from '../route.js';
import type { Told } from '../state/types.js';
import { NumberAnswer } from './number-answer.js';
import { StatusAnswer } from './status-answer.js';
import type { Assessed, Question } from './types.js';

interface Props {
  assessed: Assessed;
  told: readonly Told[];
  onTold(told: Told): void;
  onTakeBack(at: number): void;
}

export function Asking({ assessed, told, onTold, onTakeBack }: Props): ReactNode {
  const { nextQuestion, note } = assessed;
  return (
    <>
      {note !== null && <p>{note}</p>}
      {nextQuestion === null ? (
        note === null && <p>问完了，可以看结果了。</p>
      ) : (
        <Ask question={nextQuestion} isFirst={told.length === 0} onTold={onTold} />
      )}
      {note === null && (
        <button
          type="button"
          className={nextQuestion === null ? 'main' : 'choice'}
          onClick={() => go('assess/result')}
        >
          {nextQuestion === null ? '看结果' : '先看现在的结果'}
        </button>
      )}
      {told.length > 0 && (
        <section className="card" aria-label="您答过的">
          <h2>您答过的</h2>
          <ol className="told">
            {told.map(({ fact, question, said }, i) => (
              <li key={fact}>
                <span>
                  {question}
                  <strong>{said}</strong>
                </span>
                <button
                  type="button"
                  className="plain"
                  onClick={() => onTakeBack(i)}
                  aria-label={`改：${question}`}
                >
                  改
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Ask({
  question,
  isFirst,
  onTold,
}: {
  question: Question;
  isFirst: boolean;
  onTold(told: Told): void;
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  // After an answer the next question is what comes next, for the ear and for the keyboard.
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, [isFirst]);
  const { fact, text, why, help, answers, statuses, number } = question;
  const tell = (said: string, facts: Record<string, unknown> | null): void =>
    onTold({ fact, question: text, said, facts });
  return (
    <section className="card ask" aria-label="问题">
      <h2 ref={heading} tabIndex={-1}>
        {text}
      </h2>
      <p className="fine">{why}</p>
      {help !== null && <p className="fine">{help}</p>}
      {number !== null ? (
        <NumberAnswer fact={fact} range={number} onTold={tell} />
      ) : statuses.length > 0 ? (
        <StatusAnswer statuses={statuses} onTold={tell} />
      ) : (
        <div className="choices">
          {answers.map((answer) => (
            <button
              type="button"
              className="choice"
              key={answer.text}
              onClick={() => tell(answer.text, answer.facts)}
            >
              {answer.text}
            </button>
          ))}
        </div>
      )}
      <button type="button" className="plain" onClick={() => tell('不知道', null)}>
        不知道，跳过
      </button>
    </section>
  );
}
