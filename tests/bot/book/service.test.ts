import { describe, expect, it } from 'vitest';
import { SERVICE_IDS, type Service, type ServiceId } from '../../../src/appointments/types.js';
import { hearService, serviceWished } from '../../../src/bot/book/hear/service.js';
import { asksWhatIsWritten } from '../../../src/bot/book/wish/task.js';
import { realHouse } from '../../support/house.js';
import { wishOf } from '../../support/wish.js';

const { lexicon } = await realHouse();

const servicesOf = (ids: readonly ServiceId[]): Service[] =>
  ids.map((id) => ({ id, name: id, about: '', aliases: [], byDepartment: false, leastAge: null }));

describe('hearService', () => {
  const services = servicesOf(['escort', 'respite-care', 'tcm-health', 'green-channel']);

  it.each([
    ['escort', '想喊个人陪我去医院'],
    ['respite-care', '找个人替我守我娘半天'],
    ['respite-care', '想让站里来人替俺看她一晌午'],
    ['respite-care', '想请养老服务站帮我看她几天'],
    ['tcm-health', '去社区的中医馆叫人揉揉'],
    ['green-channel', '替我看看有没有骨科的号'],
  ] as const)('hears %s: %s', (id, said) => {
    expect(hearService(said, services)?.id).toBe(id);
  });
});

describe('what is asked of the policies', () => {
  it('is no wish, though it tells how one registers', () => {
    expect(wishOf('如今啥都要在网上，挂个号能愁死人，对老年人有没有照顾')).toBeNull();
    expect(wishOf('骨科挂个号中不')).toBe('book');
  });

  it('is heard where what is written is asked after at the end', () => {
    expect(asksWhatIsWritten('想叫护士来屋里，有这规定没')).toBe(true);
    expect(asksWhatIsWritten('想叫护士来屋里')).toBe(false);
  });
});

describe('serviceWished', () => {
  const services = servicesOf(SERVICE_IDS);
  const wished = (said: string): string | undefined => serviceWished(said, services, lexicon)?.id;

  it.each([
    ['respite-care', '俺伺候老伴五年了，想找个地方替俺看他几天，让俺喘口气'],
    ['home-visit', '老爷子下不了床，尿管该换了，能叫护士来家里给换不'],
    ['escort', '我一个人上医院摸不着门，想找个人领着我去'],
    ['green-channel', '这膝盖一走路就咯噔响，想去叫人给看看'],
  ])('tells %s by what is needed', (id, said) => {
    expect(wished(said)).toBe(id);
  });

  it('goes by the name where one is said', () => {
    expect(wished('我要签个家庭医生')).toBe('family-doctor');
  });
});
