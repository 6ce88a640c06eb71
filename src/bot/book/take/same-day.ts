import type { Slot } from '../../../appointments/types.js';
import type { LocalDateTime } from '../../../language/calendar.js';
import { fits, isOnWeekday } from '../ask/slots.js';
import type { When } from '../draft.js';
import { plusDays } from '../hear/days.js';
import { hearWhen } from '../hear/when.js';

/** What may stand beside a day that is only named: 中，礼拜三; 那就礼拜三吧. */
const WITH_A_DAY =
  /^[嗯哦啊唔哎诶中对好行是管要得着可以的吧嘛么啦咯呀噻哈呐哪嘞哩咧了噻就那这想给我俺额咱你您到在改换成等那天个号，,。…！\s]*$/u;

/** Whether it says nothing but when. */
export const saysOnly = ({ said }: When, plain: string): boolean =>
  WITH_A_DAY.test(said.split('、').reduce((text, named) => text.replace(named, ''), plain));

/** 礼拜五上午, not 下个礼拜. */
export const isOneDay = ({ days: [day, ...others] }: When): boolean =>
  day !== undefined && others.length === 0 && plusDays(day.from, 1) === day.to;

const AGREES = /[嗯哦唔诶中对好行是管得]/u;

/** 是咯，一号; 嗯么，礼拜五: the day that was read back, and something of a yes. */
export function agreesToDay(slot: Slot, plain: string, now: LocalDateTime): boolean {
  const heard = hearWhen(plain, now);
  if (heard === null || !('when' in heard)) return false;
  const { when } = heard;
  const rest = when.said.split('、').reduce((text, named) => text.replace(named, ''), plain);
  return (
    isOneDay(when) &&
    (fits(slot, when) || isOnWeekday(slot, when)) &&
    saysOnly(when, plain) &&
    AGREES.test(rest)
  );
}
