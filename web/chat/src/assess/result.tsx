import type { ReactNode } from 'react';
import { go } from '../route.js';
import type { Place, Told } from '../state/types.js';
import { dayInWords } from '../ui/days.js';
import { Benefit } from './benefit.js';
import type { Assessed, Assessment } from './types.js';

const GROUPS: readonly { outcome: Assessment['outcome']; heading: string }[] = [
  { outcome: 'eligible', heading: '可以享受' },
  { outcome: 'unknown', heading: '还不一定，要再问清' },
  { outcome: 'no_rate', heading: '现在没有标准' },
  { outcome: 'ineligible', heading: '现在不符合' },
];

/** The result, the best news first; it prints on one A4 page. */
export function Result({
  assessed,
  place,
  told,
}: {
  assessed: Assessed;
  place: Place;
  told: readonly Told[];
}): ReactNode {
  const { assessments, asOf, nextQuestion, note } = assessed;
  return (
    <div className="result">
      <p>
        {place.name}，按{dayInWords(asOf)}的规定。{note}
      </p>
      {told.length > 0 && (
        <p className="printed">
          按您说的：{told.map(({ question, said }) => `${question}${said}`).join('；')}。
        </p>
      )}
      {GROUPS.map(({ outcome, heading }) => {
        const found = assessments.filter((one) => one.outcome === outcome);
        if (found.length === 0) return null;
        return (
          <section key={outcome} data-outcome={outcome}>
            <h2>
              {heading}（{found.length}项）
            </h2>
            {found.map((one) => (
              <Benefit key={one.benefitId} benefit={one} />
            ))}
          </section>
        );
      })}
      {nextQuestion !== null && (
        <section className="card">
          <h2>接下来要问清的</h2>
          <p>{nextQuestion.text}</p>
          <button type="button" className="main unprinted" onClick={() => go('assess')}>
            接着答
          </button>
        </section>
      )}
      <p>这是按文件和您说的情况算的，给不给由当地部门审核决定。拿不准打12345。</p>
      <div className="choices unprinted">
        <button type="button" className="choice" onClick={() => print()}>
          打印
        </button>
        <button type="button" className="choice" onClick={() => go('assess')}>
          改答案
        </button>
      </div>
    </div>
  );
}
