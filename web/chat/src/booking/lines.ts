import type { Wish } from '../state/types.js';
import { momentOf } from './times.js';

export interface Line {
  name: string;
  value: string;
  /** The step that changes it; none while an appointment is only moved. */
  step?: string;
}

/** All that the wish is, a line for each thing. */
export function linesOf({
  service,
  provider,
  department,
  slot,
  waits,
  patient,
  bookedBy,
  needs = [],
  moves,
}: Wish): Line[] {
  const when = waits
    ? { name: '排队等', value: `${momentOf(waits.to)}以前的号`, step: 'when' }
    : { name: '时间', value: slot ? momentOf(slot.start) : '', step: 'when' };
  const where = `${provider?.name ?? ''} ${department?.name ?? ''}`;
  if (moves)
    return [
      { name: '原来的预约码', value: moves.code },
      { name: '去哪里', value: where },
      { ...when, name: '改到' },
    ];
  return [
    { name: '约什么', value: service?.name ?? '', step: 'service' },
    { name: '去哪里', value: where, step: 'where' },
    when,
    { name: '老人', value: `${patient?.name ?? ''} ${patient?.phone ?? ''}`, step: 'who' },
    ...(bookedBy
      ? [{ name: '谁来约', value: `${bookedBy.name}（${bookedBy.relation}）${bookedBy.phone}`, step: 'who' }]
      : []),
    { name: '要帮的忙', value: needs.join('、') || '没有', step: 'who' },
  ];
}
