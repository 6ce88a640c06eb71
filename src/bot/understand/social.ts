export type Social = 'greeting' | 'thanks' | 'bye';

const TAIL = '(?:啊|呀|哦|嗯|吧|了|啦|您|你|哈|呢|嘞|哩|的|,|，|。|！|!|\\.|\\s)*';
const whole = (words: string): RegExp => new RegExp(`^(?:${words})(?:${TAIL}(?:${words}))*${TAIL}$`, 'u');

const SOCIAL: readonly (readonly [Social, RegExp])[] = [
  ['greeting', whole('你好|您好|喂|在吗|在不在|早上好|下午好|晚上好|有人吗|hello|hi|哈喽|同志你好|恁好')],
  ['thanks', whole('谢谢|多谢|感谢|麻烦|辛苦|好的|知道|明白|懂|谢了|清楚')],
  ['bye', whole('再见|拜拜|挂|没事|没别的|没有别的|不问|就这些|回见')],
];

/** What a turn does that asks nothing; null when it may ask something. */
export function readSocial(text: string): Social | null {
  if (text.length > 20) return null;
  return SOCIAL.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const REPEAT =
  /(再|重新?|从头)(给我)?(说|讲|念|来|复述)(一|两|1)?(遍|次|回|下)|重复(一(遍|下|次))?$|没(有)?(听|看)(清|见|懂|明白)|(刚才|刚刚|上一句|前面).{0,4}(说|讲)(的)?(什么|啥|么子)|听不(清|见)|你说(什么|啥|么子)|啥来着|^(什么|啥|么子|嗯)[?？]?$|慢(一)?点(儿)?(说|讲)?$/u;

/** A wish to hear the last answer again. */
export const wantsRepeat = (text: string): boolean => text.length <= 30 && REPEAT.test(text);
