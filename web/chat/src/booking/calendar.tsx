import type { ReactNode } from 'react';
import { dayAndWeekday } from '../ui/days.js';
import { monthsOf } from './times.js';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'] as const;

interface Props {
  /** Days that have something free, sorted, YYYY-MM-DD. */
  days: readonly string[];
  chosen: string | undefined;
  onChoose(day: string): void;
}

/** The months as a calendar on the wall has them; days with something free are buttons. */
export const Calendar = ({ days, chosen, onChoose }: Props): ReactNode =>
  monthsOf(days).map(({ name, before, days: ofMonth }) => (
    <section className="calendar" key={name} aria-label={`${name}，选哪一天`}>
      <h2>{name}</h2>
      <div className="grid">
        {WEEK.map((day) => (
          <span key={day} aria-hidden="true">
            {day}
          </span>
        ))}
        {ofMonth.map((day, i) => {
          const date = Number(day.slice(8));
          const column = i === 0 ? { gridColumnStart: before + 1 } : undefined;
          return days.includes(day) ? (
            <button
              type="button"
              key={day}
              style={column}
              aria-label={`${dayAndWeekday(day)}，有号`}
              aria-pressed={day === chosen}
              onClick={() => onChoose(day)}
            >
              {date}
            </button>
          ) : (
            <span key={day} style={column} aria-hidden="true" className="none">
              {date}
            </span>
          );
        })}
      </div>
    </section>
  ));
