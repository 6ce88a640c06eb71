import { nameOf } from '../../../appointments/identity.js';
import { soundOf } from '../../../language/homophones/sounds.js';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由';
const COMPOUND = '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|东方|夏侯|司徒|端木|轩辕|宇文|长孙|南宫|呼延';
/** Ends a name where no mark does. */
const BOUNDARY =
  /电话|手机|号码|今年|身份证|住在|住址|家住|联系|[，,。、；;！!？?\s]|(?<=..)(?:想|要|挂|女|男|给|属|生日|出生|这个名|就是|是我)|\d|[幺零一二三四五六七八九]{3,}/u;
const LEAD =
  /^(?:嗯|呃|哦|啊|那个|这个|就是|名字|姓名|大名|全名|她|他|我|俺|额|咱|老伴|老人家?|我妈|我爸|俺娘|俺爹|病人|患者|本人|的|叫做?|是|写|填|应该|就|它|您记|你记|记|一下|改成|换成)*/u;
const NAMED =
  /(?:名字(?:是|叫)?|姓名(?:是|叫)?|名叫|大名|叫做?|患者(?:是)?|病人(?:是)?|我是|她是|他是)(?<name>[\p{Script=Han}·]{2,8})/gu;
const TAIL = /(?:这个名字?|吧|啊|呀|的|呢|哈|嘛|嘞|哩|了|就行|就是|对)+$/u;
const NOT_A_NAME =
  /第|等|换|改|想|算了|再|挂|约|[个这那半]$|头一|明天|后天|上午|下午|礼拜|星期|可以|不行|不要|随便|什么|啥|谁|哪|怎么|多少|不知道|不晓得|没有|医院|挂号|预约|科$|点$|妈$|爸$|老伴|他|她|我|您|你|们|女儿|儿子|闺女|社区|什|的/u;
/** 桂花的桂, 木子李, 三横王: how characters are told apart by ear. */
const CHAR_OF = /[\p{Script=Han}]{1,4}(?:的|那个)([\p{Script=Han}])(?![\p{Script=Han}]{0,1}的)/gu;

const SURNAME_FIRST = new RegExp(
  `^(?:(?:${COMPOUND})[\\p{Script=Han}]{1,2}|[${SURNAMES}][\\p{Script=Han}]{1,3})$`,
  'u',
);

const FILLERS = /(?:嗯+|呃+|哎|喂|那个|这个|就是说?|(?:你|您)?等(?:一)?下)[，,、。\s]*/gu;

const withoutFillers = (text: string): string =>
  text.replace(FILLERS, '').replace(/(叫做?|名字是?|姓名是?)[，,、\s]+/gu, '$1');

/** A turn that is a name and nothing else, numbers aside; null where it is not. */
export function hearBareName(text: string): string | null {
  const bare = withoutFillers(text)
    .replace(/[\d\s，,。.、幺零一二三四五六七八九-]+$/u, '')
    .replace(TAIL, '');
  return SURNAME_FIRST.test(bare) && [...bare].length <= 4 ? fitting(bare, true) : null;
}

/** A name that the words say of themselves (我叫王桂芳); null where there is none. */
export function hearNamed(text: string): string | null {
  for (const { groups } of withoutFillers(text).matchAll(NAMED)) {
    const name = fitting(groups?.name ?? '', true);
    if (name !== null) return name;
  }
  return null;
}

/** The name in an answer to the question for one. `again`: it was not understood before, and may have a rare surname. */
export function hearNameAnswer(text: string, again = false): string | null {
  const named = hearNamed(text);
  if (named !== null) return named;
  const spelled = spelledName(text);
  if (spelled !== null) return spelled;
  const said = withoutFillers(text).replace(LEAD, '');
  const surname = /^姓([\p{Script=Han}])[，,、\s]*(?:名|叫|名字叫?)?([\p{Script=Han}]{1,2})/u.exec(said);
  if (surname) return fitting(`${surname[1]}${surname[2]}`, false);
  return fitting(said, !again);
}

function fitting(said: string, sure: boolean): string | null {
  const cut = said.slice(0, 40).split(BOUNDARY)[0]?.replace(TAIL, '') ?? '';
  const name = nameOf(cut);
  if (name === null || NOT_A_NAME.test(name)) return null;
  const length = [...name].length;
  if (/[A-Za-z·]/u.test(name)) return length >= 2 ? name : null;
  if (SURNAME_FIRST.test(name)) return name;
  return !sure && length >= 2 && length <= 4 ? name : null;
}

/** 王，桂花的桂，芳草的芳: characters given one by one. */
function spelledName(text: string): string | null {
  const given = [...text.matchAll(CHAR_OF)].map((match) => match[1] ?? '');
  if (given.length < 2) return null;
  const first = text.replace(LEAD, '').replace(/^姓/u, '').charAt(0);
  const name = given.length >= 3 || given[0] === first ? given.join('') : `${first}${given.join('')}`;
  return SURNAME_FIRST.test(name) ? name : null;
}

/** 是桂花的桂: the character of the name that sounds so is this one; null where none does. */
export function respelled(name: string, text: string): string | null {
  let mended = name;
  for (const match of text.matchAll(CHAR_OF)) {
    const char = match[1] ?? '';
    const sounds = soundOf(char).syllables;
    const at = [...mended].findIndex(
      (c) => c !== char && soundOf(c).syllables.some((s) => sounds.includes(s)),
    );
    if (at >= 0) mended = [...mended].map((c, i) => (i === at ? char : c)).join('');
  }
  return mended === name ? null : mended;
}
