import { customaryName, findRegion, regionsCalled } from '../../knowledge/regions.js';
import type { Region } from '../../knowledge/types.js';
import { Problem } from './problem.js';

/** Throws the problem to show when the words name no place, or more than one. */
export function placeOf(name: string): Region {
  const place = findRegion(name);
  if (place !== null) return place;
  const several = regionsCalled(name);
  if (several.length === 0)
    throw new Problem(400, 'unknown-region', `没有认出“${name}”是哪里。`, '请用地名全称或六位行政区划代码。');
  const names = several.slice(0, 5).map(customaryName).join('、');
  throw new Problem(400, 'ambiguous-region', `叫“${name}”的地方不止一个。`, `是哪一个：${names}？`);
}
