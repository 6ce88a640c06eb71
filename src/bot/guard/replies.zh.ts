import { askFirst, firstAid } from './tables/firstAid.zh.js';
import { scamWords } from './tables/scamWords.zh.js';
import type { Emergency, GuardOutcome, MedicalAbout } from './types.js';

/** What is said: `text` to be read, `speech` to be heard, `numbers` to ring, the first first. */
export interface GuardReply {
  text: string;
  speech: string;
  numbers: string[];
}

const CRISIS =
  '您说的我听到了，您现在一定很难受。请先别一个人扛着：马上打 120，或者打心理援助热线 12356，24 小时都有人听您说。把身边的药、农药、刀收远一点，叫一位家人或邻居来陪着。电话那头是真人，打通之前您接着跟我说。';

const REFERRAL = '想去看医生，12320 也能告诉您去哪里挂号。要是突然胸口疼、喘不上气、说不清话，马上打 120。';
const ASK_DOCTOR: Record<MedicalAbout, string> = {
  medicine: `用药的事我不能替医生拿主意，请别自己加药、减药或停药。请问您的家庭医生或药店、医院的药师，也可以打 12320 卫生热线。${REFERRAL}`,
  diagnosis: `是什么病要医生看过才知道，我不能乱说。请问您的家庭医生，也可以打 12320 卫生热线。${REFERRAL}`,
  treatment: `怎么治、要不要手术，要由看病的医生定。请问您的家庭医生或主治医生，也可以打 12320 卫生热线。${REFERRAL}`,
  reading: `这个数要不要紧，得医生结合您的情况看。请坐下歇一会儿再量一次，然后问您的家庭医生，也可以打 12320 卫生热线。${REFERRAL}`,
};

const HANDOFF = '好。我这里现在没有坐席，请打 12345，说清楚老人住哪里、想问什么，那边有人接。';
const INJECTION = '我只管养老和看病的政策：能领什么、多少钱、找谁办、怎么申请。您想问哪一样？';

/** Digits a listener can follow: 120 is 幺二零. */
function spoken(text: string): string {
  const digits = ['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九'];
  return text
    .replace(/(?<!\d)(1\d{2}|12\d{3}|9\d{4})(?!\d)/gu, (number) =>
      Array.from(number, (digit) => digits[Number(digit)] ?? digit).join(''),
    )
    .replace(/\s+/gu, '');
}

function reply(text: string, numbers: string[] = []): GuardReply {
  return { text, speech: spoken(text), numbers };
}

const COMFORT = '我知道您很难受，别一个人扛着，12356 也有人听您说。';

function emergencyReply({ type, service, certainty, despair }: Emergency): GuardReply {
  if (certainty === 'ask') {
    return reply(`情况要紧的话，马上打 ${service}，不用等我。${askFirst[type]}`, [service]);
  }
  const call = `请马上打 ${service}！`;
  const after = `电话别挂，说清地址，听 ${service} 的指挥。${despair ? COMFORT : ''}身边有人就喊来帮忙。`;
  return reply(`${call}${firstAid[type]}${after}`, despair ? [service, '12356'] : [service]);
}

/** The words for `outcome`; undefined for `clear`, and for orders beside which a question was asked. */
export function replyFor(outcome: GuardOutcome): GuardReply | undefined {
  switch (outcome.kind) {
    case 'clear':
      return undefined;
    case 'emergency':
      return emergencyReply(outcome);
    case 'crisis':
      return reply(CRISIS, ['120', '12356']);
    case 'scam':
      return reply(scamWords(outcome.type), ['96110', '110']);
    case 'medical':
      return reply(ASK_DOCTOR[outcome.about], ['12320']);
    case 'handoff':
      return reply(HANDOFF, ['12345']);
    case 'injection':
      return outcome.rest === undefined ? reply(INJECTION) : undefined;
  }
}
