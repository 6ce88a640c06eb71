import { anyOf } from '../../language/any-of.js';
export type Social = 'greeting' | 'thanks' | 'bye';

/**
 * What is said of the program itself: who it is and what it does, whether it hears, how to reach whoever runs it,
 * whether it is to be believed, that it is no good.
 */
export type AboutUs = 'who' | 'hearing' | 'contact' | 'trust' | 'complaint';

const ENDS = '啊|呀|哦|嗯|吧|了|啦|您|你|哈|呢|嘞|哩|的|,|，|。|！|!|\\.|\\s';
const TAIL = `(?:${ENDS})*`;
const whole = (words: string): RegExp => new RegExp(`^(?:${words})(?:${TAIL}(?:${words}))*${TAIL}$`, 'u');

const YOU = '姑娘|闺女|妹子|小妹|丫头|小伙子?|孩子|娃儿?|同志|师傅|老师|大夫|医生|大姐|阿姨|大哥';
const COURTESY = `那|哎|唉|噢|好|行|中|太|真|是|可|非常|十分|实在|就|我|俺|老|${YOU}|${ENDS}`;
/** The same as it is said to somebody: 那太谢谢你了闺女. */
const courteous = (words: string): RegExp => new RegExp(`^(?=.*(?:${words}))(?:${words}|${COURTESY})+$`, 'u');

const SOCIAL: readonly (readonly [Social, RegExp])[] = [
  ['greeting', whole('你好|您好|喂|在吗|在不在|早上好|下午好|晚上好|有人吗|hello|hi|哈喽|同志你好|恁好')],
  ['thanks', courteous('谢谢|多谢|感谢|麻烦|辛苦|好的|知道|明白|懂|谢了|清楚')],
  ['bye', courteous('再见|拜拜|挂|没事|没别的|没有别的|不问|就这些|回见')],
];

const WHAT = '(?:什么|啥|么子|么斯|谁|哪位|哪个|哪里|哪儿|嘛)';
const ABOUT_US: readonly (readonly [AboutUs, RegExp])[] = [
  [
    'who',
    whole(
      [
        `(?:你|您|恁|你们|颐问)(?:到底|究竟)?(?:是|叫)(?:干|做|搞)?${WHAT}(?:人|名字|单位|东西|公司|的)*`,
        `(?:你|您|恁|你们)(?:到底)?(?:是|是不是)(?:个)?(?:机器人?|真人|电脑|人|人工智能|客服)(?:还是(?:机器人?|真人|电脑))?(?:吗|么|不|不是)?`,
        `(?:你|您|你们)(?:都|还)?(?:能|会|可以|管)(?:帮我|给我)?(?:干|做|办|管|问)?(?:点|些)?(?:什么|啥|么子)(?:事|用)?`,
        `(?:你|您|你们)(?:有)(?:什么|啥)(?:用|功能|本事)`,
        `(?:你|您|你们|这里|这儿)?是(?:市里|县里|区里|政府|民政局|社保局|卫健委|医院|社区|银行)(?:的)?(?:吗|么|不|不是)`,
        `(?:这|那|你这|你们这)(?:个|里|儿)?是(?:什么|啥|哪个|哪里|哪儿)(?:地方|单位|电话|热线|号码|东西)?(?:的)?`,
      ].join('|'),
    ),
  ],
  [
    'hearing',
    whole(
      '(?:你|您|恁)?(?:能|可以)?听(?:得|的)?(?:见|到|清楚?)(?:我|俺)?(?:说话|说的|讲话)?(?:吗|么|不|没有?|了吗|了没)|(?:你|您|恁)?(?:还)?在(?:不在)?听(?:着)?(?:吗|没有?|不)?|(?:你|您)还在(?:吗|不|么)',
    ),
  ],
  [
    'contact',
    whole(
      '(?:你们?|您|你们单位|客服|你们客服|你们这)(?:的|里)?(?:电话|号码|联系方式|地址)(?:号码)?(?:是)?(?:多少|几号?|什么|啥)?|(?:怎么|咋|如何)(?:联系|找)(?:到)?你们|(?:你们?|您)(?:单位)?在(?:哪|哪里|哪儿|什么地方)(?:办公|上班)?',
    ),
  ],
  [
    'trust',
    whole(
      '(?:你|您|这|那)?(?:说|讲|答)?的?(?:这些?|都)?(?:准不准|准吗|对不对|靠谱(?:吗|不)|靠不靠谱|可靠(?:吗|不)|可信(?:吗|不)|算不算数|算数(?:吗|不)|(?:是)?真的(?:假的|吗|么|不)|是不是真的)|(?:这|那)?(?:是)?(?:谁|哪个|哪里|哪儿)(?:定|规定|说)的|(?:你|您)?(?:有)?(?:什么|啥)(?:依据|根据)',
    ),
  ],
  [
    'complaint',
    whole(
      '(?:你|您|你们)?(?:咋|怎么|这|真是)?(?:啥|什么)(?:都|也)(?:不|没)(?:知道|会|懂|清楚|有)|(?:真|太|一点)?(?:也|都)?没(?:什么|啥)?用|白问|答非所问|(?:你|您)?说的(?:是)?(?:啥|什么)(?:呀|东西)|(?:听|看)不懂人话|(?:你|您)?不(?:行|中)(?:啊|呀)',
    ),
  ],
];
const LONGEST = 20;

/** What a turn asks of the program itself; null when it asks something else, or nothing. */
export function readAboutUs(text: string): AboutUs | null {
  if (text.length > LONGEST) return null;
  return ABOUT_US.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** What a turn does that asks nothing; null when it may ask something. */
export function readSocial(text: string): Social | null {
  if (text.length > LONGEST) return null;
  return SOCIAL.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const REPEAT = anyOf(
  '(再|重新?|从头)(给我)?(说|讲|念|复述)(一|两|1)?(遍|次|回|下)|重复(一(遍|下|次))?$',
  // 过几个月能再来一回 asks for a time.
  '(?<![天月年](?:后|以后|才|还|就)?(?:能|可以)?)(再|重新?|从头)(给我)?来(一|两|1)?(遍|次|回|下)',
  '没(有)?(听|看)(清|见|懂|明白)|(刚才|刚刚|上一句|前面).{0,4}(说|讲)(的)?(什么|啥|么子)',
  '(?<![他她聋背][^，。]{0,6})听不(清|见)|(?:你|您|恁)(?:刚才|刚刚)?(?:说|问(?:我|俺|额)?)的?(什么|啥|么子)|啥来着|^(什么|啥|么子|嗯)[?？]?$|慢(一)?点(儿)?(说|讲)?$',
);

/** A wish to hear the last answer again. */
export const wantsRepeat = (text: string): boolean => text.length <= 30 && REPEAT.test(text);
