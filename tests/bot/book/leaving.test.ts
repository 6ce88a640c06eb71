import { describe, expect, it } from 'vitest';
import { hearAgreement, saysToDo } from '../../../src/bot/book/hear/agreement.js';
import { hearLeaving } from '../../../src/bot/book/hear/leaving.js';
import { isTakenBack, leavesOutright } from '../../../src/bot/book/wish/leaving.js';
import { likelyTask } from '../../../src/bot/book/wish/likely-task.js';
import { realHouse } from '../../support/house.js';

const { lexicon } = await realHouse();

describe('giving a booking up', () => {
  it.each([
    ['provider', '唉，不挂了，她死活不肯动弹'],
    ['slot', '那就不麻烦你们了，等开春再说吧'],
    ['phone', '算了不约了，俺明儿自己跑一趟'],
  ] as const)('is heard in own words: %s, %s', (about, said) => {
    expect(['surely', 'yes', 'rather']).toContain(hearLeaving(said, about, lexicon));
  });

  it.each(['给我爸约个号，他这两天胸口闷，没有没有，算了，也不用约了', '打错了打错了，我是要打给我儿子的'])(
    'is heard before anything was asked: %s',
    (said) => expect(isTakenBack(said) || leavesOutright(said)).toBe(true),
  );

  it.each(['人民医院不看了，想约中医院', '算了，就给我约个眼科', '骨科不挂了换眼科'])(
    'is none where another is wished: %s',
    (said) => expect(isTakenBack(said) || leavesOutright(said)).toBe(false),
  );

  it.each([
    ['provider', '不去人民医院，去中医院'],
    ['slot', '算了，就头一个吧'],
    ['slot', '明天不行，后天上午'],
    ['name', '她叫周桂英'],
    ['slot', ''],
  ] as const)('is no other wish: %s, %s', (about, said) => {
    expect(['surely', 'yes']).not.toContain(hearLeaving(said, about, lexicon));
  });
});

describe('a change that was read back', () => {
  it.each([
    ['cancel', '你取消了就是'],
    ['cancel', '退了吧，俺已经找村里看过了'],
    ['move', '对，往后推两天'],
    ['move', '好，那就提前吧'],
    ['move', '就这样改，那天俺有空'],
  ] as const)('is agreed to by a clause that says to do it: %s, %s', (to, said) => {
    expect(saysToDo(said, to)).toBe(true);
    expect(hearAgreement(said, to, lexicon)).toBe('yes');
  });

  it.each([
    ['cancel', '先别取消'],
    ['cancel', '取消，但是要等俺儿子回来'],
    ['move', '不改了，原来那个留着'],
    ['move', '改不改呢'],
    ['book', '对，退了它'],
  ] as const)('is not by what takes it back: %s, %s', (to, said) => {
    expect(saysToDo(said, to)).toBe(false);
    expect(hearAgreement(said, to, lexicon)).not.toBe('yes');
  });
});

describe('what is said of an appointment just made', () => {
  it.each([
    ['query', '那天是礼拜几来着'],
    ['tell', '给我家老大发个信儿，叫他开车送'],
    ['reschedule', '哎，那天我走不开，给往后挪挪'],
    ['cancel', '刚约的这个还是给我退了吧'],
  ] as const)('is heard: %s, %s', (task, said) => {
    expect(likelyTask(said, lexicon, true)).toBe(task);
  });

  it.each(['好嘞谢谢你闺女', '去的时候坐几路车'])('asks nothing: %s', (said) => {
    expect(likelyTask(said, lexicon, true)).toBeNull();
  });
});
