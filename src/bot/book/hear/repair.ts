import { soundOf } from '../../../language/homophones/sounds.js';
import { tagWords } from '../../../language/words.js';
import { Recent } from '../../recent.js';
import { datesBySound } from './repair-dates.js';

/** What is said to the booking desk in so many words. */
const PHRASES = [
  ...['一', '二', '三', '四', '五', '六', '天', '日'].flatMap((day) => [
    `星期${day}`,
    `礼拜${day}`,
    `周${day}`,
  ]),
  ...['第一个', '第二个', '第三个', '第一家', '第二家', '第三家', '头一个', '最后一个'],
  ...[
    '上午',
    '下午',
    '上半天',
    '下半天',
    '前半晌',
    '后半晌',
    '早上',
    '晌午',
    '中午',
    '明天',
    '后天',
    '大后天',
    '下礼拜',
    '下星期',
    '这礼拜',
    '越早越好',
    '越快越好',
  ],
  ...[
    '挂号',
    '挂个号',
    '约个号',
    '预约',
    '取消',
    '改到',
    '改成',
    '撤销',
    '撤回',
    '不约了',
    '不挂了',
    '不要了',
    '不去了',
    '不看了',
    '不来了',
    '不用了',
    '算了',
    '再说吧',
  ],
  ...['约吧', '推一天', '推两天', '往后推', '约一个号', '都要得'],
  ...['早一点的', '晚一点的', '早点的', '晚点的', '早些的', '晚些的', '最早的', '最晚的', '头一家'],
  ...['能不能', '来不了', '去不了', '去不成', '来不成', '挪到', '换成', '往前', '往后'],
  ...['挪一挪', '改一改', '推一推', '刚才', '刚挂'],
  ...['农历', '阴历', '阳历', '公历', '老黄历'],
  ...[
    '人民医院',
    '中心医院',
    '中医医院',
    '中医院',
    '服务中心',
    '第一人民医院',
    '第二人民医院',
    '第七人民医院',
  ],
  ...[
    '全科',
    '内科',
    '外科',
    '骨科',
    '眼科',
    '老年病科',
    '老年医学科',
    '心内科',
    '心血管内科',
    '神经内科',
    '消化内科',
  ],
  ...[
    '呼吸内科',
    '内分泌科',
    '骨伤科',
    '中医科',
    '皮肤科',
    '口腔科',
    '泌尿外科',
    '肾内科',
    '康复科',
    '耳鼻喉科',
  ],
  ...[
    '我自己',
    '俺自己',
    '额自己',
    '自己看',
    '老伴',
    '时间',
    '电话',
    '名字',
    '身份证',
    '不对',
    '不是',
    '不识字',
    '随便',
    '不知道',
    '都行',
  ],
  ...['上门', '大夫', '医生', '体检', '陪诊', '志愿者', '家庭医生', '看病', '看医生', '看大夫', '看中医'],
  ...['儿子', '女儿', '闺女', '手机', '号码', '通知', '告诉'],
].map((phrase) => [...phrase]);

/** By the classes of sounds of their first characters. */
const bySound = new Map<string, string[][]>();
for (const phrase of PHRASES)
  for (const sound of soundOf(phrase[0] ?? '').classes)
    bySound.set(sound, [...(bySound.get(sound) ?? []), phrase]);

const LONGEST = 200;
/** 怖退了, 埠要: where 不 begins a clause and a verb follows that it is said with. */
const NOT = /(?<=^|[，,。！\s])[埠布怖部簿卜](?=[退取撤约挂去要对是用])/gu;
/** 体检埠做了: not that it is not done, but that it is not wanted any more. */
const NO_MORE = /[埠怖簿卜](?=(?:想|要)?(?:做|去|看|要|约|挂|来|用|办)[了咧嘞咯啦哒])/gu;
/** 补想动了. */
const WISHES_NOT = /[补布部簿埠](?=想(?:动|去|来|看|要|跑|走|挂|约|做|吃))/gu;
/** 给我颓到十二月去. */
const PUTS_OFF =
  /(?<=给我|给俺|给额|帮我|替我|要|想|得|往[前后])[颓腿蜕](?=[到祷]?(?:下|明|后|大后|礼拜|星期|周|[\d一二三四五六七八九十]))/gu;
/** 退都不凉了, 退疼: nothing that is given back hurts. */
const LEGS = /退(?=都?不?[疼痛凉冷麻肿酸木]|[脚弯]|肚子)/gu;
/** 腰12月4号, 腰改到: where 要 begins a clause and a day or a wish follows that it is said with. */
const WANTS =
  /(?<=^|[，,。！\s对])腰(?=[改约挂取]|换(?!过|了)|退(?!行|化|变)|[\d一二三四五六七八九十]+[月号点](?![份多来前就里摔疼痛]|开始|的时候)|(?:星期|礼拜|周|下[个周]|明天|后天)(?![^，。]{0,6}[疼痛酸摔扭闪]))/gu;
/** 那个号要溉一下, 要盖到礼拜五. */
const CHANGES =
  /(?<=要|腰|想|得|能|帮我|给我|给俺|麻烦|请|不对[，,]?)[该溉盖概钙丐](?=[到道祷成](?:下|后|明|大|礼拜|星期|周|拜|[\d一二三四五六七八九十])|一下(?!章|个?印|房)|[个下](?:日子|时间|天|期)|日子|时间|期(?![待望]))/gu;
/** 队, 堆 where 对 begins a clause and nothing but an ending follows. */
const YES = /(^|[，,。！\s]|不)[队堆兑碓怼](?=$|[，,。！\s对的了吧啊呀哦])/gu;

/**
 * The text with those phrases put back for which a recogniser wrote other characters of the same sound (骨苛, 上雾), as
 * far as what it wrote is no word of its own. Of a phrase at least half is as it was said.
 */
export function repaired(text: string): string {
  return text.length > LONGEST
    ? text
    : recent.get(text, () =>
        putBack([
          ...datesBySound(text.replace(NOT, '不').replace(YES, '$1对'))
            .replace(NO_MORE, '不')
            .replace(WISHES_NOT, '不')
            .replace(PUTS_OFF, '推')
            .replace(LEGS, '腿')
            .replace(CHANGES, '改')
            .replace(WANTS, '要'),
        ]),
      );
}

/** A turn is listened to several times. */
const recent = new Recent<string>(500);

function putBack(chars: string[]): string {
  for (let at = 0; at < chars.length; at++) {
    const phrase = phraseAt(chars, at);
    if (phrase === null) continue;
    chars.splice(at, phrase.length, ...phrase);
    at += phrase.length - 1;
  }
  return chars.join('');
}

/** The longest phrase that the characters from `at` on stand for; of two the one that is written there (不要了 is no 不约了). */
function phraseAt(chars: readonly string[], at: number): readonly string[] | null {
  let longest: readonly string[] | null = null;
  for (const sound of soundOf(chars[at] ?? '').classes)
    for (const phrase of bySound.get(sound) ?? []) {
      const least = (longest?.length ?? 0) + (isWritten(chars, at, phrase) ? 0 : 1);
      if (phrase.length >= least && standsFor(chars, at, phrase)) longest = phrase;
    }
  return longest;
}

const isWritten = (chars: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((char, i) => char === chars[at + i]);

function standsFor(chars: readonly string[], at: number, meant: readonly string[]): boolean {
  if (at + meant.length > chars.length) return false;
  let slips = 0;
  for (let i = 0; i < meant.length; i++) if (chars[at + i] !== meant[i]) slips += 1;
  // As it stands: nothing to put back, and nothing else begins inside it.
  if (slips === 0) return true;
  if (slips * 2 > meant.length) return false;
  const written = chars.slice(at, at + meant.length);
  if (READ_OTHERWISE.test(written.join(''))) return false;
  if (!meant.every((char, i) => char === written[i] || soundsAs(written[i] ?? '', char))) return false;
  const words = tagWords(written.join(''));
  return words.length > 1 || words[0]?.tag === 'x' || !isUsual(words[0]?.tag ?? 'x');
}

/** Read in a way that nobody speaks of: 哪科 is no 内科, 调一调 and 走一截 begin with no 周一; 上班天天忙 is no 上半天. */
const READ_OTHERWISE = /[哪调识]|走一|班天/u;

/** Names and what a dictionary does not know are no words to be respected. */
const isUsual = (tag: string): boolean => !/^(?:nr|ns|nz|x|eng)/u.test(tag);

/** 不 is heard as it is said, not as 否: 后是 is no 不是. */
const SAID_ONE_WAY: Readonly<Record<string, string>> = { 不: '步' };

const soundsAs = (written: string, meant: string): boolean => {
  const classes = soundOf(SAID_ONE_WAY[meant] ?? meant).classes;
  return soundOf(written).classes.some((sound) => classes.includes(sound));
};
