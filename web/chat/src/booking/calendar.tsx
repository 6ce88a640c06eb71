import type { ReactNode } from 'react';
import { dayAndWeekday } from '../ui/days.js';
import { wholeWeeks } from './times.js';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'] as const;

interface Props {
  /** Days that have something free, sorted, YYYY-MM-DD. */
  days: readonly string[];
  chosen: string | undefined;
  onChoose(day: string): void;
}

/** Weeks as a calendar on the wall has them; days with something free are buttons. */
export function Calendar({ days, chosen, onChoose }: Props): ReactNode {
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  const name = months.map((month) => `${Number(month.slice(5))}月`).join('、');
  return (
    <section className="calendar" aria-label={`${name}，选哪一天`}>
      <h2>
        {months[0]?.slice(0, 4)}年{name}
      </h2>
      <div className="grid">
        {WEEK.map((day) => (
          <span key={day} aria-hidden="true">
            {day}
          </span>
        ))}
        {wholeWeeks(days).map((day) =>
          days.includes(day) ? (
            <button
              type="button"
              key={day}
              aria-label={`${dayAndWeekday(day)}，有号`}
              aria-pressed={day === chosen}
              onClick={() => onChoose(day)}
            >
              {Number(day.slice(8))}
            </button>
          ) : (
            <span key={day} aria-hidden="true" className="none">
              {Number(day.slice(8))}
            </span>
          ),
        )}
      </div>
    </section>
  );
}
