import type { NEEDS } from '../../../appointments/service.js';

type Need = (typeof NEEDS)[number];

const SAID: readonly (readonly [Need, RegExp])[] = [
  ['轮椅', /轮椅|推车/u],
  ['担架', /担架|抬着?(?:去|来|进)/u],
  ['陪诊', /陪诊|(?:志愿者|有人|找人|要人|派人|没人|个人)(?:来)?(?:陪|领|带)(?!.{0,3}(?:体检))/u],
  [
    '听力不好',
    /(?:耳朵|耳)[^，。,]{0,3}(?:背|聋|不好使?|不灵|听不(?:见|清))|听力[^，。,]{0,2}(?:不好|差)|助听器/u,
  ],
  ['视力不好', /视力[^，。,]{0,2}(?:不好|差)|眼神[^，。,]{0,2}(?:不好|不济)|失明|盲人/u],
  ['说话不便', /说话[^，。,]{0,2}(?:不便|不清|不利索|困难)|不会说话|哑/u],
  ['方言翻译', /(?:只会|只能|光会)(?:说|讲)(?:土话|方言|家乡话)|听不懂普通话/u],
  ['手语翻译', /手语/u],
];
const DENIED = /(?:不用|不要|不需要|用不着|没有|不坐|别|甭|莫)[^，。,]{0,3}$/u;

/** What is needed on the day, and what is said not to be. */
export function hearNeeds(text: string): { needs: Need[]; not: Need[] } {
  const needs: Need[] = [];
  const not: Need[] = [];
  for (const [need, says] of SAID) {
    const match = says.exec(text);
    if (match === null) continue;
    (DENIED.test(text.slice(0, match.index)) && !match[0].startsWith('没人') ? not : needs).push(need);
  }
  return { needs, not };
}
