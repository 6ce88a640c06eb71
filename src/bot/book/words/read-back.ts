import type { ReadBack } from '../../reply.js';
import type { Draft, Who } from '../draft.js';
import { spellOut } from '../hear/name.js';
import { words } from './replies.zh.js';
import { grouped, timeInWords } from './say.js';

/** 俺娘 is told as 母亲. */
export const formally = ({ relation, word }: Who): string =>
  relation === 'mother' ? '母亲' : relation === 'father' ? '父亲' : word;

/** All that will be booked, in one line. */
export const readBack = (draft: Draft): string => words.readBack(partsOf(draft));

/** What of `after` is read back otherwise than it was of `before`; the time is told when it is held. */
export function changedSince(before: Draft, after: Draft): string[] {
  const known = new Set(partsOf(before));
  const time = after.slot === null ? '' : words.at(timeInWords(after.slot.start));
  return partsOf(after).filter((part) => !known.has(part) && part !== time);
}

function partsOf(draft: Draft): string[] {
  const { who, name, phone, idNumber, provider, department, service, slot, needs, booker } = draft;
  return [
    `${who === null || who.relation === 'self' ? '给您本人' : `给您的${formally(who)}`}，姓名${name ?? ''}`,
    words.visit(
      provider?.name ?? '',
      department?.name ?? '',
      service?.id === 'green-channel' ? null : (service?.name ?? ''),
    ),
    slot === null ? '' : words.at(timeInWords(slot.start)),
    `手机${grouped(phone ?? '')}`,
    ...(idNumber === null || !draft.needsId ? [] : [`身份证${grouped(idNumber)}`]),
    ...(needs.length === 0 ? [] : [`需要${needs.join('、')}`]),
    ...(booker.name === null ? [] : [words.alsoTold(booker.name, grouped(booker.phone ?? ''))]),
  ];
}

/** Who only hears a name cannot tell its characters: they are explained, 桂花的桂. */
export function withSpelling(text: string, { name }: Draft): string {
  const spelled = name === null ? '' : spellOut(name);
  return spelled === '' ? text : text.replace(`姓名${name}`, `姓名${name}，${spelled}`);
}

/** The same for the eye, a line for each; null where no new appointment is read back. */
export function readBackOf(draft: Draft): ReadBack | null {
  const { task, who, name, phone, idNumber, provider, department, service, slot, needs, booker } = draft;
  if (task !== 'book' || slot === null) return null;
  const whose = who === null || who.relation === 'self' ? '本人' : formally(who);
  return {
    text: readBack(draft),
    lines: [
      { name: '给谁', value: `${name ?? ''}（${whose}）`, change: '名字错了' },
      { name: '约什么', value: service?.name ?? '' },
      { name: '医院', value: provider?.name ?? '', change: '换个医院' },
      { name: '科室', value: department?.name ?? '', change: '换个科室' },
      { name: '时间', value: timeInWords(slot.start), change: '换个时间' },
      { name: '电话', value: grouped(phone ?? ''), change: '电话错了' },
      ...(idNumber === null || !draft.needsId ? [] : [{ name: '身份证', value: grouped(idNumber) }]),
      ...(needs.length === 0 ? [] : [{ name: '要帮的忙', value: needs.join('、') }]),
      ...(booker.name === null
        ? []
        : [{ name: '也告诉', value: `${booker.name} ${grouped(booker.phone ?? '')}` }]),
    ],
  };
}
