/** Radicals as they are called, and the characters of names that each makes of another: 希 with 耳 is 郗. */
const MADE_WITH: readonly (readonly [says: string, pairs: string])[] = [
  [
    '(?:双|右|左)?耳(?:朵|刀)?(?:旁|边|刀)',
    '希郗 告郜 召邵 关郑 合郃 夹郏 广邝 又邓 丘邱 刍邹 赤郝 有郁 良郎 君郡 享郭 东陈 日阳 月阴 元阮',
  ],
  ['走之?(?:底|旁|儿|边)?', '录逯 元远 大达 米迷 尺迟 车连 首道 力边 尧遥 井进 云运'],
  [
    '草(?:字)?头',
    '如茹 方芳 之芝 化花 央英 平苹 令苓 心芯 连莲 分芬 何荷 古苦 因茵 西茜 利莉 早草 威葳 明萌 云芸 内芮 宣萱 惠蕙 雷蕾 微薇 宛菀 右若 将蒋 名茗 倍蓓 容蓉 妻萋 青菁 非菲 函菡',
  ],
  ['竹(?:字)?头', '均筠 夭笑 生笙 相箱 间简 由笛 官管 攸筱 马笃'],
  [
    '女(?:字)?(?:旁|边)',
    '弟娣 朱姝 亭婷 良娘 眉媚 闲娴 那娜 因姻 宛婉 少妙 古姑 我娥 常嫦 单婵 宾嫔 尼妮 喜嬉 青婧 圭娃 交姣 乔娇 思媤 予妤',
  ],
  [
    '(?:斜玉|王|玉)(?:字)?(?:旁|边)',
    '林琳 英瑛 其琪 令玲 文玟 炎琰 韦玮 路璐 民珉 里理 求球 朱珠 不环 争琤 奇琦 宗琮 军珲 爱瑷 章璋 旋璇 进琎 予玙 容瑢 京琼 虎琥 白珀 成珹',
  ],
  [
    '三点水(?:旁)?',
    '其淇 工江 可河 每海 胡湖 青清 叔淑 羊洋 永泳 各洛 州洲 原源 林淋 胃渭 相湘 眉湄 闰润 尤沈 番潘 王汪 女汝 告浩 函涵 吉洁 文汶 寿涛 奇漪',
  ],
  ['木(?:字)?(?:旁|边)', '公松 白柏 每梅 同桐 风枫 南楠 春椿 圭桂 对树 乔桥 华桦 木林 卯柳 易杨 争柠 其棋'],
  ['金(?:字)?(?:旁|边)', '丑钮 纽钮 令铃 同铜 失铁 名铭 真镇 竟镜 中钟 川钏 艮银 帛锦 易锡 监鉴 建键'],
  ['火(?:字)?(?:旁|边)', '韦炜 丙炳 华烨 军辉 玄炫 英煐'],
  ['日(?:字)?(?:旁|边|头)', '月明 军晖 光晃 青晴 王旺 尧晓 央映 召昭 京景 文旻 生星 云昙'],
  ['山(?:字)?(?:旁|边|头)', '风岚 我峨 今岑 令岭 夋峻 宗崇'],
  ['(?:单人|单立人|立人)(?:旁)?', '圭佳 右佑 壬任 建健 韦伟 二仁 尹伊 亭停 青倩 白伯 山仙'],
  ['双人(?:旁)?', '余徐'],
  ['绞丝(?:旁)?', '工红 合给 宗综 屯纯 录绿 己纪 帛绵 少纱 吉结'],
  ['雨(?:字)?头', '林霖 相霜 文雯 路露 田雷 辰震'],
  ['宝盖(?:头)?', '女安 玉宝 于宇 由宙 元完 丁宁 木宋 谷容'],
  ['言(?:字)?(?:旁|边)', '甚谌 午许 射谢 寺诗 成诚 羊详 兼谦 义议 若诺'],
];

const WORD = '(?:[\\p{Script=Han}]{1,4}的)?';
const CHAR = '(?<char>\\p{Script=Han})';
const BESIDE = '(?:底下|下面|下头|下边|右边|左边|旁边|里面|再|加|上|是|一?个)*';
const ADDED = '(?:字)?(?:右边|左边|上头|上面|旁边|头上|再)*(?:加|带|添|戴|换|改)(?:上|成|作|了|一?个)*';

const BUILDS = MADE_WITH.map(([says, pairs]) => ({
  /** 竹字头底下一个均匀的均 */
  under: new RegExp(`${says}${BESIDE}${WORD}${CHAR}$`, 'u'),
  /** 希望的希加个耳朵旁, 纽扣的纽换成金字旁 */
  added: new RegExp(`${CHAR}${ADDED}${says}(?:底|旁|边|儿)?$`, 'u'),
  made: new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)])),
}));

/**
 * The character that is told by its parts; `char` is null where the parts make none that is known. Null where the words
 * tell of no parts.
 */
export function builtOf(said: string): { char: string | null } | null {
  for (const { under, added, made } of BUILDS) {
    const part = (added.exec(said) ?? under.exec(said))?.groups?.char;
    if (part === undefined) continue;
    // 草字头的茹: the character itself.
    const whole = [...made.values()].includes(part);
    return { char: made.get(part) ?? (whole ? part : null) };
  }
  return null;
}
