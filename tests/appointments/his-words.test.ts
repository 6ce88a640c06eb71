import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchInstant } from '../../src/appointments/adapters/his/orders.js';
import { nameOf } from '../../src/appointments/adapters/his/schedules.js';
import { signatureOf } from '../../src/appointments/adapters/his/sign.js';
import { type Verdict, verdictOf } from '../../src/appointments/adapters/his/verdicts.js';

describe('what a platform says', () => {
  it.each<[Verdict, string]>([
    ['unsigned', '签名错误'],
    ['unsigned', '验签失败'],
    ['taken', '号源不足'],
    ['taken', '该时段已约满'],
    ['taken', '剩余号源为0'],
    ['taken', '号已被抢完'],
    ['taken', '号源已预约完'],
    ['withdrawn', '该医生今日停诊'],
    ['withdrawn', '排班已停约'],
    ['too-late', '已过退号时间，不能退号'],
    ['too-late', '超过取消时限'],
    ['too-late', '就诊前一天不可取消'],
    ['cancelled', '该订单已取消'],
    ['cancelled', '订单已经退号，不能取消'],
    ['absent', '订单不存在'],
    ['absent', '未查询到该订单'],
    ['duplicate', '请勿重复提交'],
    ['duplicate', '该患者已预约该时段'],
    ['duplicate', '您有未就诊的预约'],
    ['busy', '系统繁忙，请稍后再试'],
    ['busy', '连接HIS超时'],
    ['declined', '该就诊人爽约次数过多'],
    ['declined', ''],
  ])('means %s by %s', (verdict, message) => {
    expect(verdictOf({ code: '201', message }, {})).toBe(verdict);
  });

  it('counts by its code first, where the settings know it', () => {
    expect(verdictOf({ code: '200', message: '号源不足' }, {})).toBe('done');
    expect(verdictOf({ code: '0', message: 'ok' }, { done: ['0'] })).toBe('done');
    expect(verdictOf({ code: '200', message: 'ok' }, { done: ['0'] })).toBe('declined');
    expect(verdictOf({ code: '203', message: '系统繁忙' }, { taken: ['203'] })).toBe('taken');
  });
});

describe('the signature', () => {
  const fields = { b: '2', a: 1, empty: '', sign: 'old', name: '李秀英' };
  const text = 'a=1&b=2&name=李秀英&key=k';

  it('is over the fields by name and the key', () => {
    expect(signatureOf(fields, 'k', 'md5')).toBe(createHash('md5').update(text).digest('hex').toUpperCase());
    expect(signatureOf(fields, 'k', 'hmac-sha256')).toBe(
      createHmac('sha256', 'k').update(text).digest('hex').toUpperCase(),
    );
  });

  it('does not depend on their order, and does on each of them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })), (any) => {
        const { sign: _sign, ...rest } = any;
        const signed = signatureOf(rest, 'key', 'hmac-sha256');
        const turned = Object.fromEntries(Object.entries(rest).reverse());
        expect(signatureOf(turned, 'key', 'hmac-sha256')).toBe(signed);
        for (const name of Object.keys(rest))
          expect(signatureOf({ ...rest, [name]: `${rest[name]}x` }, 'key', 'hmac-sha256')).not.toBe(signed);
      }),
    );
  });
});

describe('when a number must be taken', () => {
  it.each([
    ['2026-11-25 09:30', '2026-11-25T09:30:00+08:00'],
    ['2026-11-25 09:30:00', '2026-11-25T09:30:00+08:00'],
    ['2026年11月5日 9点前', '2026-11-05T09:00:00+08:00'],
    ['2026-11-25 9点半之前', '2026-11-25T09:30:00+08:00'],
    ['09:30前', '2026-11-25T09:30:00+08:00'],
    ['9时05分', '2026-11-25T09:05:00+08:00'],
    ['就诊当日', null],
    ['25:00', null],
    ['2026-02-31 09:00', null],
    ['', null],
  ])('is read off %j', (text, read) => {
    expect(fetchInstant(text, '2026-11-25')).toBe(read);
  });

  it('is never anything but an instant, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const read = fetchInstant(text, '2026-11-25');
        expect(read === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00$/.test(read)).toBe(true);
      }),
    );
  });
});

it('knows its own names of slots and no others', () => {
  expect(nameOf('zz.geriatrics~2026-11-25~S_1.2-3')).toEqual({
    departmentId: 'zz.geriatrics',
    day: '2026-11-25',
    hosScheduleId: 'S_1.2-3',
  });
  for (const ref of ['', 'a~b~c', '~2026-11-25~x', 'a~2026-11-25~', `a~2026-11-25~${'x'.repeat(65)}`])
    expect(nameOf(ref)).toBeNull();
});
