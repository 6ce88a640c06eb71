import type { Refusal, RefusalCode, Refused } from '../../appointments/refusals.js';
import { Problem } from './problem.js';

/** What each refusal is over HTTP, and in words. */
const SHOWN: Record<RefusalCode, [status: number, title: string]> = {
  'invalid-name': [400, '姓名不对：请写真实姓名，2到40个字。'],
  'invalid-phone': [400, '电话号码不对：请写手机号，或者带区号的座机。'],
  'invalid-id': [400, '身份证号不对，请核对一下。'],
  'invalid-birth-date': [400, '出生日期不对，或者和身份证号对不上。'],
  'invalid-booker': [400, '代约人的信息不对，请核对姓名、电话和关系。'],
  'id-required': [422, '这家医院要身份证号才能预约。'],
  'unknown-service': [422, '没有这项服务。'],
  'unknown-provider': [404, '没有找到这家机构。'],
  'unknown-department': [404, '没有找到这个科室。'],
  'unknown-slot': [422, '没有这个号。'],
  'service-not-offered': [422, '这个科室不办这项服务。'],
  'too-young': [422, '年龄还不到，走不了这个通道。'],
  past: [422, '这个时间已经过了。'],
  'too-late-to-book': [422, '离开始太近，约不上了。'],
  'too-far-ahead': [422, '这一天还没有放号。'],
  'slot-taken': [409, '这个号刚刚被约走了。'],
  'hold-expired': [409, '留的时间过了，号也被约走了。'],
  'session-withdrawn': [409, '这一场停诊了。'],
  'unknown-hold': [422, '没有这个留号。'],
  'patient-busy': [409, '这个时间，这位老人已经有预约了。'],
  'too-many': [409, '在这家机构没看的预约太多了。'],
  'blocked-no-show': [409, '约了没去的次数多，暂时不能预约。'],
  'too-late-to-cancel': [409, '离开始太近，不能在这里改了，请打机构的电话。'],
  'not-changeable': [409, '这个预约不能改了。'],
  'undo-over': [409, '过了能撤销的时间。'],
  'not-found': [404, '没有找到：请核对预约码和电话。'],
  'too-many-tries': [429, '试错的次数太多，请过一会儿再试。'],
  'too-many-told': [409, '已经告诉了几位家里人，再多加不了。'],
  'offer-over': [409, '留的号已经过期了。'],
  'outside-wish': [422, '这个时间不在老人要的范围里。'],
  'key-reused': [422, '同一个 Idempotency-Key 用在了另一个请求上。'],
  'provider-unreachable': [503, '现在连不上这家机构，没有约；请过一会儿再试，或打机构的电话。'],
  'provider-declined': [409, '机构没有接受这个预约。'],
};

/** A refusal as the problem that is shown; what it carries besides its code are further members. */
export function problemOf({ refusal }: Refused): Problem {
  const { code, ...more }: Refusal = refusal;
  const [status, words] = SHOWN[code];
  const title = refusal.code === 'too-many-tries' ? tooMany(refusal.until) : words;
  // A status of an appointment would be taken for the problem's own.
  const { status: appointmentStatus, ...rest }: Record<string, unknown> = more;
  return new Problem(status, code, title, undefined, {
    ...rest,
    ...(appointmentStatus === undefined ? {} : { appointmentStatus }),
  });
}

/** Plainly when: whoever waits too short a time only tries in vain. */
const tooMany = (until: string): string => `试错的次数太多，请在${until.slice(11, 16)}以后再试。`;

/** The outcome, unless it is a refusal, which is thrown as its problem. */
export function orProblem<T extends { outcome: string }>(result: T | Refused): T {
  if (isRefused(result)) throw problemOf(result);
  return result;
}

const isRefused = <T extends { outcome: string }>(result: T | Refused): result is Refused =>
  result.outcome === 'refused';
