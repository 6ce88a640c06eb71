import { Recent } from '../../bot/recent.js';
import { type Sound, soundOf } from '../../language/homophones/sounds.js';

/** What callers say to the telephone itself; everything else goes to the bot. */
export type Command =
  | 'slower'
  | 'again'
  | 'continue'
  | 'detail'
  | 'source'
  | 'sms'
  | 'message'
  | 'backchannel'
  | 'person'
  | 'bye';

const MARKS = /[\s\p{P}\p{S}]/gu;
const TAIL = '(?:吧|啊|呀|哦|呢|嘛|了|的|一?点儿?|一下|行不|行吗|好吗|可以吗|呗|撒|嘞|些|谢谢)*';
const HEAD =
  '(?:你|您|请|麻烦|那|那你|那您|能不能|能|可以|可不可以|帮我|给我|再|就|哎|诶|唉|嗯|啊|好|同志|姑娘)*';
const whole = (body: string): RegExp => new RegExp(`^${HEAD}(?:${body})${TAIL}$`, 'u');

const COMMANDS: readonly (readonly [Command, RegExp])[] = [
  [
    'slower',
    whole('(?:讲|说|念)?(?:得)?(?:太快|慢一?些|慢一?点儿?|慢慢(?:地|的)?(?:说|讲)|慢着)(?:说|讲|念|儿)?'),
  ],
  [
    'again',
    whole(
      '重复|重说|(?:说|讲|念|来|听|重复)(?:一|两)?(?:遍|次|回)|(?:刚才|刚刚)?没(?:有)?(?:听|停)(?:清楚?|见|到|懂|明白)|听不(?:清楚?|见|到)|(?:刚才|刚刚)(?:说|讲)(?:的)?(?:什么|啥)|你说(?:什么|啥)',
    ),
  ],
  ['continue', whole('继续|继续说|继续讲|接着说|接着讲|接着|接着听|往下说|往下讲|还有呢|然后呢|后面呢')],
  ['detail', whole('(?:说|讲)?(?:得)?(?:更)?(?:详细|仔细|具体)(?:说说|讲讲|说|讲|介绍)?|(?:念|读)?原文')],
  [
    'source',
    whole(
      '(?:说|讲)?(?:这个|这)?(?:的)?(?:出处|依据|来源)(?:是|在)?(?:哪里?|什么|啥)?|什么依据|(?:这|这话|这个)?(?:是)?(?:哪个|哪份|哪条|什么)文件(?:里)?(?:说|写|规定)?|哪里(?:说|写)|谁(?:说|规定)|文号(?:是多少)?',
    ),
  ],
  [
    'sms',
    whole(
      '(?:把)?(?:刚才|这些)?(?:说)?(?:的)?(?:给我)?发(?:个|条)?(?:短信|信息|到手机|到我手机)(?:上|给我)?',
    ),
  ],
  ['message', whole('(?:我)?(?:要|想)?留言|留个?言|留个?话')],
  [
    'person',
    whole(
      '(?:听不懂)?(?:我|给我)?(?:要|想)?(?:转|找|接|换|叫)?(?:个|一个|到)?(?:人工|真人|人工服务|人工客服|客服|接线员|活人)(?:说话|说|讲|接听|服务)?',
    ),
  ],
  [
    'bye',
    /^(?:好了?|好的|行|嗯|算了|谢谢|多谢|麻烦了|知道了|明白了|没了|没有了|没事了)*(?:没别的事|没别的|没有别的|没啥|没啥事|没什么|没其他|不问|不用|就这样|就这些|再见|拜拜|挂|先这样|回头再说)(?:了|啊|吧|啦|哈)*(?:谢谢|再见|拜拜|挂了|好的|你忙)*$/u,
  ],
  [
    'backchannel',
    /^(?:嗯|嗯嗯|哦|噢|喔|对|对对|对对对|啊|好|好好|好的|是|是的|是是|行|知道|明白|晓得|中|唔|额|呃|哎)+(?:了|啊|呀|的)?$/u,
  ],
];

const LONGEST = 18;

/** Asked several times in a turn, and the same in most calls. */
const recent = new Recent<Command | null>(500);

/** The command that these words are, in whole, as written or by their sound; null for everything else. */
export function commandOf(text: string): Command | null {
  const bare = text.replace(MARKS, '');
  if (bare.length > LONGEST) return null;
  return recent.get(bare, () => written(bare) ?? written(heardAsCommand(bare)));
}

const written = (bare: string): Command | null =>
  COMMANDS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;

/** Words that a recogniser may have written with other characters of the same sound. */
const WORDS = [
  '再说一遍',
  '人工服务',
  '慢一点',
  '没听清',
  '没听懂',
  '谢谢',
  '没别的',
  '好的',
  '给我',
  '我要',
  '是哪里',
  '在哪里',
  '不问了',
  '再见',
  '人工',
  '重复',
  '继续',
  '接着说',
  '详细',
  '出处',
  '依据',
  '留言',
  '短信',
];

const SPELT = WORDS.map((word) => ({ word, meant: Array.from(word, soundOf) }));

/** The text with every stretch that sounds like one of the words written so. */
function heardAsCommand(bare: string): string {
  const sounds = [...bare].map(soundOf);
  let made = bare;
  for (const { word, meant } of SPELT)
    for (let start = 0; start + word.length <= bare.length; start++)
      if (meant.every((sound, i) => soundsLike(sounds[start + i], sound)))
        made = made.slice(0, start) + word + made.slice(start + word.length);
  return made;
}

const soundsLike = (heard: Sound | undefined, meant: Sound): boolean =>
  heard !== undefined && meant.classes.some((one) => heard.classes.includes(one));

const YES =
  /^(?:要|好|好的|行|可以|对|是|是的|嗯|中|发|要的|对的|没错|对对|需要|麻烦你?|发吧|成|得)(?:了|啊|呀|吧|的|谢谢)*$/u;
const NO = /^(?:不|别|没|算了|用不着|错)/u;

/** A plain yes or no; null for anything else. */
export function yesOrNo(text: string): 'yes' | 'no' | null {
  const bare = text.replace(MARKS, '');
  if (NO.test(bare)) return 'no';
  return YES.test(bare) ? 'yes' : null;
}

const AGREES = /^(?:嗯|哦|对|好|行|可以|是|中|成|没错|没问题|要得|得|约|改|取消|就这|都对|同意|确认)/u;
const OBJECTS = /不|别|没(?!错|问题)|错(?<!没错)|换|等等|先/u;

/** Whether the words take what was asked as settled, in whatever form (对，约吧). */
export const agrees = (text: string): boolean => AGREES.test(text.replace(MARKS, '')) && !OBJECTS.test(text);

/** Words after which a sentence goes on. */
const OPEN_END =
  /(?:因为|所以|但是|可是|不过|然后|而且|还有就是|就是说?|就是想|如果|要是|比如说?|关于|对于|或者|另外|(?<!咋|怎么|怎样|如何|谁|哪个|哪里|[能可不])[和跟与把给从向替比被]|我想|想问|想问一?下?|想问问|请问一?下?|问一下|打听一?下?|的话|，|、)$/u;
/** 想跟您打听个事啊: what it is comes after. */
const ASKS_TO_ASK =
  /(?:想|请|要|来)(?:[跟向给和][你您恁]们?)?(?:问|打听|请教|咨询|了解)(?:一?下|问|打听)?[你您恁]?们?(?:一?[个件点]|些)?(?:事情?儿?|问题|情况)?$/u;
/** Somebody or a time named, and nothing said of it yet. */
const SUBJECT_ALONE =
  /^(?:那|就是|我说|哎|嗯|呃|喂|你好)*(?:我|俺|咱|他|她|我家|俺家)?(?:妈妈?|爸爸?|爹|娘|老伴儿?|奶奶|爷爷|姥姥|姥爷|外婆|外公|婆婆|公公|岳父|岳母|老人家?|邻居|父亲|母亲|老头子?|老婆子?|老太太|我|俺|咱|他|她|我们|家里|家里头|那个|这个)(?:她|他)?(?:呢|啊|呀|嘛|今年|现在|家里|这个人|这人|那个|这个)?$/u;
const NUMERAL_END = /(?:今年|有|满|快|都)(?:[一二三四五六七八九]?十|百)$/u;

/**
 * Whether a sentence stops where no sentence ends, so that the rest is to be waited for. `answers`: to a question that
 * somebody named alone answers.
 */
export function isUnfinished(text: string, answers: boolean): boolean {
  const bare = text.replace(/[\s。！？；!?;.…]+$/gu, '');
  const subject = !answers && SUBJECT_ALONE.test(bare.replace(MARKS, ''));
  const ended = bare.replace(/[啊呀哈嘛哦]+$/u, '');
  return subject || OPEN_END.test(ended) || ASKS_TO_ASK.test(ended) || NUMERAL_END.test(bare);
}

/** A fragment and what follows, as one sentence: a word or number that was cut goes on without a mark. */
export function join(fragment: string, text: string): string {
  if (fragment === '') return text;
  const bare = fragment.replace(/[\s。！？；!?;.…，、]+$/gu, '');
  return NUMERAL_END.test(bare) || /[和跟与把给从向替比被的]$/u.test(bare) || SUBJECT_ALONE.test(bare)
    ? bare + text
    : `${bare}，${text}`;
}
