import type { Draft } from '../draft.js';

/** What is wrong, named without what is right: 名字错了. */
const WRONG_ONE =
  /^(?:不对|不是|嗯|呃|那个|就是|是|啊|哦|，|,|。)*(?:(?<name>(?:名字?|姓名?|人名)(?!.{0,4}[叫是][^错不]))|(?<phone>电话|手机|号码|手机号)|(?<time>时间|日子|钟点|点数|那天|哪天)|(?<provider>医院|地方)|(?<department>科室?|科别)|(?<who>人))(?:也|都)?(?:不对|错了?|弄错了?|搞错了?|记错了?|不行|要改|改一下|想换|换一?下?|改改|不合适)?(?:[，,]换一?(?:天|个|下|家)(?:时间|日子)?)?[了吧啊。！]*$/u;
const CHANGE_ONE =
  /^(?:我)?(?:想|要)?(?:换|改)(?:一?个|一?下|一?家)?(?:(?<name>名字|姓名)|(?<phone>电话|手机号?|号码)|(?<time>时间|日子|天|钟点)|(?<provider>医院|地方|家)|(?<department>科室?))[吧了。]*$/u;

/** Something that is read back, in a turn that takes back and of which nothing else was understood. */
const THING =
  /(?<name>名字?|姓名?)|(?<phone>电话|手机|号码)|(?<time>时间|日子|钟点|那天)|(?<provider>医院)|(?<department>科)/u;
const TAKES_BACK = /不对|不是|错|弄混/u;

/** The draft without what is said to be wrong, where nothing else is said; null where nothing is. */
export const withoutWrong = (draft: Draft, said: string): Draft | null =>
  voided(draft, (WRONG_ONE.exec(said) ?? CHANGE_ONE.exec(said))?.groups);

/** The same of a turn that takes something back, whatever it says besides. */
export const withoutTakenBack = (draft: Draft, said: string): Draft | null =>
  TAKES_BACK.test(said) ? voided(draft, THING.exec(said)?.groups) : null;

function voided(draft: Draft, groups: Record<string, string | undefined> | undefined): Draft | null {
  if (groups === undefined) return null;
  if (groups.name !== undefined) return { ...draft, name: null };
  if (groups.phone !== undefined) return { ...draft, phone: null, digits: '' };
  if (groups.time !== undefined)
    return { ...draft, slot: null, when: null, passed: draft.slot === null ? [] : [draft.slot.id] };
  if (groups.provider !== undefined)
    return { ...draft, provider: null, department: null, slot: null, passed: [] };
  if (groups.department !== undefined)
    return { ...draft, department: null, complaint: null, wanted: null, slot: null };
  return { ...draft, who: null, name: null, idNumber: null };
}
