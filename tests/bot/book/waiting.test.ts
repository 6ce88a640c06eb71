import { describe, expect, it } from 'vitest';
import type { WaitingRequest } from '../../../src/appointments/service.js';
import type { Slot, WaitingEntry } from '../../../src/appointments/types.js';
import { type Caller, call } from '../../support/booking-call.js';

const PHONE = '13800138000';
const WISH = '给我自己挂个骨科，去人民医院，星期三上午';
const WEDNESDAY = '2026-11-25';

/** A hospital that has no place left when `taken` says so. */
async function crowded(taken: (slot: Slot) => boolean): Promise<{ caller: Caller; asked: WaitingRequest[] }> {
  const caller = await call({ caller: PHONE });
  const { appointments } = caller;
  const all = appointments.slots;
  const asked: WaitingRequest[] = [];
  appointments.slots = async (query) => {
    const found = await all(query);
    return found.outcome === 'found' ? { ...found, slots: found.slots.filter((s) => !taken(s)) } : found;
  };
  appointments.joinWaiting = async (request) => {
    asked.push(request);
    return { outcome: 'waiting', entry: entryFor(request) };
  };
  return { caller, asked };
}

const entryFor = ({ serviceId, providerId, departmentId, from, to }: WaitingRequest): WaitingEntry => ({
  id: 'entry-1',
  status: 'waiting',
  serviceId,
  providerId,
  departmentId,
  from,
  to,
  offer: null,
});

describe('a day that is full', () => {
  it('may be waited for: name and number are asked, all is read back, and only a yes puts one on the list', async () => {
    const { caller, asked } = await crowded(({ start }) => start.startsWith(WEDNESDAY));
    expect((await caller.say(WISH)).text).toMatch(/没有号了.*排候补/u);
    await caller.say('排候补吧');
    const read = await caller.say('王桂芳');
    expect(read.text).toContain('候补，姓名王桂芳');
    expect(read.text).toContain('11月25日星期三上午');
    await caller.say('我想想');
    expect(asked).toEqual([]);
    expect((await caller.say('对')).text).toContain('还没有约上号');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      patient: { name: '王桂芳', phone: PHONE },
      from: `${WEDNESDAY}T08:00:00+08:00`,
      to: `${WEDNESDAY}T12:00:00+08:00`,
    });
    expect(caller.booked()).toEqual([]);
  });

  it('is let go for another day that is named instead', async () => {
    const { caller, asked } = await crowded(({ start }) => start.startsWith(WEDNESDAY));
    await caller.say(WISH);
    await caller.say('排候补吧');
    await caller.say('王桂芳');
    await caller.say('不排了，改成星期四上午');
    await caller.say('第一个');
    await caller.say('对');
    expect(asked).toEqual([]);
    expect(caller.booked().map(({ start }) => start.slice(0, 10))).toEqual(['2026-11-26']);
  });

  it('is not offered to wait for where the department has no hours on such a day', async () => {
    const { caller } = await crowded(() => false);
    expect((await caller.say('给我自己挂个骨科，去人民医院，星期天上午')).text).not.toContain('候补');
  });
});

describe('a department that is full', () => {
  it('offers the list, which 要 takes', async () => {
    const { caller, asked } = await crowded(() => true);
    expect((await caller.say(WISH)).text).toContain('要不要给您排候补');
    await caller.say('要');
    await caller.say('王桂芳');
    await caller.say('对');
    expect(asked).toHaveLength(1);
  });

  it('is left by who does not want to wait', async () => {
    const { caller, asked } = await crowded(() => true);
    await caller.say(WISH);
    expect((await caller.say('不用了')).text).toContain('不约了');
    expect(asked).toEqual([]);
  });
});

describe('a place that came free', () => {
  const offered = async (): Promise<{ caller: Caller; left: string[] }> => {
    const caller = await call({ caller: PHONE });
    const { appointments } = caller;
    const found = await appointments.slots({ providerId: 'people', departmentId: 'people-骨科' });
    const slot = found.outcome === 'found' ? found.slots[0] : undefined;
    if (slot === undefined) throw new Error('the hospital of the tests has no times');
    const left: string[] = [];
    const until = '2026-11-22T11:00:00+08:00';
    const entry: WaitingEntry = {
      ...{ id: 'entry-1', status: 'offered', serviceId: 'green-channel', providerId: 'people' },
      ...{ departmentId: 'people-骨科', from: slot.start, to: slot.end },
      offer: { id: 'hold-1', until, slot },
    };
    const patient = { name: '王桂芳', phone: PHONE };
    appointments.offers = async (phone) => (phone === PHONE ? [entry] : []);
    appointments.acceptOffer = async (id) =>
      appointments.book({ serviceId: 'green-channel', slotId: slot.id, patient }, `offer:${id}`);
    appointments.leaveWaiting = async (id) => {
      left.push(id);
      return { outcome: 'waiting', entry: { ...entry, status: 'left', offer: null } };
    };
    return { caller, left };
  };

  it('is told first to the number that it is kept for, with the time it is kept to, and booked by 要', async () => {
    const { caller } = await offered();
    const told = await caller.say('喂，你好');
    expect(told.text).toMatch(/候补的号有了.*骨科.*留到上午11:00/u);
    expect(caller.booked()).toEqual([]);
    expect((await caller.say('要')).text).toContain('约好了');
    expect(caller.booked()).toHaveLength(1);
  });

  it('goes to somebody else when it is not wanted', async () => {
    const { caller, left } = await offered();
    await caller.say('喂，你好');
    await caller.say('不要了');
    expect(left).toEqual(['entry-1']);
    expect(caller.booked()).toEqual([]);
  });
});
