import { describe, expect, it } from 'vitest';
import { call } from '../../support/booking-call.js';

const ALL = '给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000';

describe('what is read back for the eye', () => {
  it('has a line for each thing that will be booked, and the words that say the same', async () => {
    const { text, readBack } = await (await call()).say(ALL);
    expect(text).toContain(readBack?.text);
    const values = Object.fromEntries(readBack?.lines.map(({ name, value }) => [name, value]) ?? []);
    expect(values).toMatchObject({ 给谁: '王桂芳（母亲）', 科室: '骨科', 电话: '138 0013 8000' });
    expect(readBack?.text).toContain(values.时间);
    expect(readBack?.text).toContain(values.医院);
  });

  it('is there again when the question is put again, and is not there while something else is asked', async () => {
    const caller = await call();
    const { readBack } = await caller.say(ALL);
    expect((await caller.say('呃')).readBack).toEqual(readBack);
    expect((await caller.say('不对，我要改')).readBack).toBeUndefined();
  });

  it.each(['名字错了', '换个医院', '换个科室', '换个时间', '电话错了'])(
    'has words for what is wrong that are understood: %s',
    async (change) => {
      const caller = await call();
      const { readBack } = await caller.say(ALL);
      expect(readBack?.lines.map((line) => line.change)).toContain(change);
      expect((await caller.say(change)).readBack).not.toEqual(readBack);
      expect(caller.booked()).toEqual([]);
    },
  );

  it('is followed by the appointment that was made', async () => {
    const caller = await call();
    await caller.say(ALL);
    const { appointment, text } = await caller.say('对，约吧');
    const [booked] = caller.booked();
    expect(appointment).toMatchObject({ id: booked?.id, code: booked?.code, phone: '13800138000' });
    expect(text.replaceAll(' ', '')).toContain(booked?.code);
  });

  it('offers times as they can be said, and each that is offered is taken', async () => {
    const asked = await (await call()).say('给我妈挂个骨科，去人民医院，她叫王桂芳，电话13800138000');
    const times = asked.suggestions.filter((words) => words.includes('月'));
    expect(times.length).toBeGreaterThan(0);
    for (const time of times) {
      const caller = await call();
      await caller.say('给我妈挂个骨科，去人民医院，她叫王桂芳，电话13800138000');
      const { readBack } = await caller.say(time);
      expect(readBack?.lines.find(({ name }) => name === '时间')?.value).toBe(time);
    }
  });
});
