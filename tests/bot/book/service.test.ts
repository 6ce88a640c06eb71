import { describe, expect, it } from 'vitest';
import { hearService } from '../../../src/bot/book/hear/service.js';
import { asksWhatIsWritten, taskIn } from '../../../src/bot/book/task.js';

const services = (['escort', 'respite-care', 'tcm-health', 'green-channel'] as const).map((id) => ({
  id,
  name: id,
  about: '',
  aliases: [],
  byDepartment: false,
  leastAge: null,
}));

describe('hearService', () => {
  it.each([
    ['escort', '想喊个人陪我去医院'],
    ['respite-care', '找个人替我守我娘半天'],
    ['respite-care', '想让站里来人替俺看她一晌午'],
    ['tcm-health', '去社区的中医馆叫人揉揉'],
    ['green-channel', '替我看看有没有骨科的号'],
  ] as const)('hears %s: %s', (id, said) => {
    expect(hearService(said, services)?.id).toBe(id);
  });
});

describe('what is asked of the policies', () => {
  it('is no wish, though it tells how one registers', () => {
    expect(taskIn('如今啥都要在网上，挂个号能愁死人，对老年人有没有照顾', false)).toBeNull();
    expect(taskIn('骨科挂个号中不', false)).toBe('book');
  });

  it('is heard where what is written is asked after at the end', () => {
    expect(asksWhatIsWritten('想叫护士来屋里，有这规定没')).toBe(true);
    expect(asksWhatIsWritten('想叫护士来屋里')).toBe(false);
  });
});
