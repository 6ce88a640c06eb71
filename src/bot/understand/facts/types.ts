import type { Relation } from '../../../language/lexicon.js';
import type { AgeReading } from '../../../language/types.js';

export type Care = 'none' | 'partial' | 'full';
export type Housing = 'dispersed' | 'institution';

/** What the policies call people who have a right of their own. */
export type Status = '三无' | '五保' | '低保' | '低收入' | '计生特殊家庭' | '残疾';

/** What a “三无” person is without: fitness for work, income, anybody who has to keep them. */
export const LACKS = ['labour', 'income', 'support'] as const;
export type Lack = (typeof LACKS)[number];

/**
 * What a line surely says of the person it is about; a fact that it does not say is absent.
 * `hukou` and `residence` are adcodes (GB/T 2260), `age.years` is in 周岁 as {@link AgeReading} has it.
 */
export interface Facts {
  relation?: Relation;
  age?: Pick<AgeReading, 'years' | 'basis'>;
  hukou?: string;
  residence?: string;
  care?: Care;
  housing?: Housing;
  emptyNest?: boolean;
  childrenInCity?: boolean;
  incomeBelowMinimumWage?: boolean;
  statuses?: Status[];
  statusesNot?: Status[];
  /** Some of what makes a person 三无 where all of it comes together. */
  lacks?: Lack[];
}
