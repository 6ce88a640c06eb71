import { hearAssent } from './assent.js';
import { takesBack } from './meant.js';

/** 错一天 is said of what is put off. */
const putsOff = (text: string): string => text.replace(/错(?=[一两二三]天)/gu, '');

/** 你喊他早点来: asked of whoever comes, no other hour. */
const TOLD_TO_COME =
  /(?:喊|叫|让|请|催)(?:他|她|人|师傅|大夫|医生)(?:们|家)?(?:早点|早些|准时|按时|快点|早早)(?:儿)?(?:地)?(?:过?来|到|去)/gu;
/** 莫搞错了: asked to take care, nothing that is wrong. */
const TAKE_CARE =
  /(?:你们?|您|可|千万){0,3}(?:莫|别|甭|不要|不能|不得|不敢)(?:给|帮|替)?(?:我|俺|额|咱)?(?:再|又)?(?:搞|弄|记|写|挂|约|订|排|登|报|整)(?:错|岔|混|漏|忘)(?:了|咯|喽|哒|嘞|啊|呀|哈)*/gu;
const plainly = (text: string): string => putsOff(text).replace(TOLD_TO_COME, '').replace(TAKE_CARE, '');

const LONGEST_MORE = 10;
const TAKES_FROM =
  /[不没别莫甭未改换挪推早晚退撤等先再吗呢咋啥?？]|错|可是|但|只是|要是|如果|万一|[什怎]么|取消|想/u;

/** 对，就是那一天: a clear yes, and beside it nothing that takes back, doubts or wants something else. */
export function isYesAndMore({ raw, plain }: { raw: string; plain: string }): boolean {
  const said = plainly(plain);
  const [yes = '', ...more] = said.split(/[，,。！!\s]+/u);
  const calm = !takesBack(said) && !TAKES_FROM.test(said) && !TAKES_FROM.test(plainly(raw));
  return calm && more.join('').length <= LONGEST_MORE && hearAssent(yes) === 'yes';
}
