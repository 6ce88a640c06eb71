import { describe, expect, it } from 'vitest';
import { guard } from '../../../src/bot/guard/index.js';

describe('after a stroke', () => {
  it.each([
    '俺爹去年中风了，现在半边身子不能动，家里照顾不过来，有没有地方能送',
    '我爸前年脑梗，现在左边胳膊腿都动不了，吃饭要人喂',
    '老伴脑出血三年了，一边身子不能动，说话也说不清',
    '俺娘脑血栓后半身动不了，瘫在床上',
    '我爹上个月中风出院了，现在半边身子动不了，能申请护理吗',
  ])('what it left is no new one: %s', (text) => {
    expect(guard(text).kind).toBe('clear');
  });

  it.each([
    '俺爹去年中风过，今天早上又半边身子不能动了',
    '俺爹去年中风，刚才突然嘴歪了',
    '妈妈脑梗住过院，现在说话又不清楚了',
    '我爸脑梗后遗症半年，吃饭呛着了脸发紫',
    '中风后一边没劲，从轮椅上摔下来头流血',
    '他去年脑梗，现在喘不上气',
    '我爸中风了，半边身子不能动',
  ])('another, or what else happens, is an emergency: %s', (text) => {
    expect(guard(text).kind).toBe('emergency');
  });

  it('does not hide despair', () => {
    expect(guard('去年中风现在一边手脚不能动，吃喝拉撒都要人管，我实在不想活了').kind).toBe('crisis');
  });
});
