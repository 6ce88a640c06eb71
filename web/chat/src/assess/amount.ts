import type { Assessment } from './types.js';

const PER: Readonly<Record<string, string>> = {
  'person-month': '每人每月',
  'person-year': '每人每年',
  bed: '每张床位',
  'bed-month': '每张床位每月',
  centre: '每个中心',
  project: '每个项目',
};

type Amount = NonNullable<Assessment['amount']>;

/** How much, and for what; `figure` is what is written large. */
export function inWords({ value, unit, per, bound }: Amount): { before: string; figure: string } {
  const least = bound === 'at_least' ? '不低于' : '';
  return { before: `${PER[per] ?? per}${least}`, figure: `${value}${unit === 'CNY' ? '元' : unit}` };
}
