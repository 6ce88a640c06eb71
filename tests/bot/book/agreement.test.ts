import { describe, expect, it } from 'vitest';
import { SERVICE_IDS, type Service } from '../../../src/appointments/types.js';
import { hearAgreement } from '../../../src/bot/book/hear/agreement.js';
import { serviceWished } from '../../../src/bot/book/hear/service.js';
import { realHouse } from '../../support/house.js';

const { lexicon } = await realHouse();

describe('hearAgreement', () => {
  it.each([
    ['book', '哎呀念得真明白，一点不差，就这么着'],
    ['book', '对对，劳您给定下来'],
    ['cancel', '对，那天去不成，给抹掉'],
    ['move', '好，就挪到那天吧'],
  ] as const)('hears a yes to %s told in other words: %s', (to, said) => {
    expect(hearAgreement(said, to, lexicon)).toBe('yes');
  });

  it.each([
    ['book', '对是对，就是姓写错了'],
    ['book', '行倒是行，能不能晚一点'],
    ['book', '等我问问老头子'],
    ['book', '再说吧'],
    ['cancel', '别给退了，我还去呢'],
    ['cancel', '退了还能再约不'],
    ['move', '还是原来那天吧'],
    ['book', ''],
    ['book', '对'.repeat(200)],
    ['book', '我那邻居也在你们这儿看的'],
  ] as const)('takes nothing else for one, to %s: %s', (to, said) => {
    expect(hearAgreement(said, to, lexicon)).not.toBe('yes');
  });
});

describe('serviceWished', () => {
  const services: Service[] = SERVICE_IDS.map((id) => ({
    id,
    name: id,
    about: '',
    aliases: [],
    byDepartment: false,
    leastAge: null,
  }));
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
