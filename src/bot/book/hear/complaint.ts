import type { DepartmentsGuide } from '../../../appointments/departments-guide.js';

const DEPARTMENT = /[\p{Script=Han}]{1,6}科(?!技|学校|长|目)/gu;
const NONE = /什么科|啥科|哪个?科|哪一科|几科|么子科|挂科|科室/u;
/** 不是这个科: one of them, but which is not said. */
const POINTED_AT = /[这那别换某](?:个|的|一个)?科$/u;
const AILS =
  /疼|痛|痒|晕|麻|肿|咳|喘|发烧|发热|吐|拉肚|胀|酸|不舒服|不得劲|不得法|不好受|难受|没劲|没力|血压|血糖|看不清|看不见|听不清|听不见|耳鸣|睡不着|失眠|尿|便秘|便血|感冒|胃|风湿|关节|腰|腿|颈椎|牙|白内障|毛病|病|抽筋|发抖|手抖|出血|气短|心慌|胸闷|疮|疹|摔|复查|开药|拿药/u;
/** 手发木, 耳朵嗡嗡响: of a body there is something the matter with. */
export const BODY_PART =
  /手(?!机|续|里|头|工|册|段|下|艺)|脚|腿|胳膊|耳朵|眼(?:睛|皮|珠)|牙|腰(?!果)|脖子|膝盖|肚子|胃|嗓子|后背|脊梁|心口|身上/u;
const NOT_ILL = /[看瞧](?:一?个|一?下|点)?病|挂号|病人|病历|得病就/gu;
const TRIM =
  /^(?:没有?|[说讲]|帮|我|俺|给|想|要|挂|个|一|看|约|的|去|到|下|来|换|成|是|应该|就|号|在|有|那|吧)*/u;

/** 哪个科都管的: the one that sees to everything. */
const ANY_ILL = /(?:哪|啥|什么|各)(?:个|样|种)?(?:科|病|毛病)都(?:管|看|瞧|能)/u;

/** The department asked for by its name, as it was said; null where none is. */
export function hearDepartment(text: string): string | null {
  if (ANY_ILL.test(text)) return '全科';
  if (NONE.test(text)) return null;
  for (const match of text.matchAll(DEPARTMENT)) {
    const name = match[0].replace(TRIM, '');
    if (name.length >= 2 && !POINTED_AT.test(name)) return name;
  }
  if (/全科/u.test(text)) return '全科';
  if (/(?:看|找|瞧|约|挂|叫|请|让|寻)[^，。]{0,3}中医(?!医?院|药|馆|体质|健康|保健)/u.test(text))
    return '中医科';
  return /老年病|老年医学/u.test(text) ? '老年医学科' : null;
}

/** Whether the text tells of something that hurts or fails. */
export const tellsAil = (text: string): boolean => AILS.test(text.replace(NOT_ILL, ''));

/** What ails the person, in their own words; null where the text tells of nothing. */
export function hearComplaint(text: string, guide: DepartmentsGuide): string | null {
  const rest = text.replace(NOT_ILL, '');
  const told =
    AILS.test(rest) || guide.complaints.some(({ words }) => words.some((word) => rest.includes(word)));
  return told ? rest.slice(0, 200) : null;
}

const SAME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/心脏|心内|心血管/u, ['心血管内科', '心内科', '心脏内科']],
  [/脑|神内|神经/u, ['神经内科', '神内科', '脑病科']],
  [/牙|口腔/u, ['口腔科', '牙科']],
  [/耳|鼻|喉|五官/u, ['耳鼻喉科', '耳鼻咽喉科', '五官科']],
  [/老年/u, ['老年医学科', '老年病科', '老年科']],
  [/胃|肠|消化/u, ['消化内科', '消化科']],
  [/内分泌|糖尿/u, ['内分泌科']],
  [/中医/u, ['中医科']],
  [/康复|理疗/u, ['康复科', '康复医学科', '理疗科']],
  [/呼吸|肺/u, ['呼吸内科', '呼吸科', '肺病科']],
  [/眼/u, ['眼科']],
  [/骨|颈椎|腰|腿|膝/u, ['骨科', '骨伤科']],
  [/皮肤/u, ['皮肤科']],
  [/泌尿|前列腺/u, ['泌尿外科', '泌尿科']],
  [/肾/u, ['肾内科']],
  [/全科|普通/u, ['全科', '全科医学科', '全科门诊']],
];

/** What a department is called besides its name: 心内科 for 心血管内科. */
export const departmentNames = (name: string): readonly string[] =>
  SAME.find(([, names]) => names.includes(name))?.[1] ?? [name];

/** The one of `names` that was asked for: by its name, or by what else it is called; null where none is. */
export function departmentCalled(wanted: string, names: readonly string[]): string | null {
  const exact = names.find((name) => wanted.includes(name) || (name.includes(wanted) && wanted !== '科'));
  if (exact !== undefined) return exact;
  const same = SAME.find(([says]) => says.test(wanted))?.[1] ?? [];
  return names.find((name) => same.includes(name)) ?? null;
}
