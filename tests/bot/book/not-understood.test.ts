import { describe, expect, it } from 'vitest';
import { call } from '../../support/booking-call.js';

const ALL = '给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000';
const UNHEARD = ['噶哈子咯哇', '呜里哇啦', '咕噜咕噜', '叽里咕噜', '噗噜噗噜', '嘀里嘟噜'];

describe('answers that are not understood', () => {
  it('are asked again, then with a person offered, then a person is fetched', async () => {
    const caller = await call();
    await caller.say('给我妈挂个骨科，去人民医院');
    const replies = [];
    for (const said of UNHEARD) replies.push(await caller.say(said));
    expect(replies.map(({ kind }) => kind)).toEqual([...Array(5).fill('booking'), 'handoff']);
    expect(replies.map(({ text }) => text.includes('转人工'))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(replies.at(-1)?.actions).toEqual([{ type: 'call', number: '12345' }]);
    expect(caller.booked()).toEqual([]);
  });

  it('leave what was said before to be gone on with', async () => {
    const caller = await call();
    const asked = await caller.say(ALL);
    for (const said of UNHEARD) await caller.say(said);
    expect((await caller.say('接着约')).text).toContain('王桂芳');
    expect(asked.text).toContain('我念一遍');
    await caller.say('对');
    expect(caller.booked().map(({ patient }) => patient.name)).toEqual(['王桂芳']);
  });
});
