import type { FactName } from './facts.js';

/** How a fact is asked for, and what is said when somebody asks why or does not know. */
export interface QuestionWords {
  ask: string;
  why: string;
  /** For facts that are hard to know: how to find out. */
  help?: string;
  /** What may be answered, in the person's words; absent where the answer is free or yes and no. */
  options?: readonly string[];
}

/** `{place}` is the place that the rules are of, `{statuses}` the statuses that still matter. */
export const QUESTIONS: Record<FactName, QuestionWords> = {
  age: { ask: '老人今年多大年纪了？', why: '有的待遇到了年龄才有。', help: '说出生年月或者属相也行。' },
  hukou: { ask: '户口在不在{place}？', why: '有的待遇只给本地户口的人。', help: '看户口本首页的地址。' },
  residence: { ask: '现在住在{place}吗？', why: '有的待遇要住在本地才有。' },
  statuses: {
    ask: '老人是不是{statuses}？都不是就说都不是。',
    why: '这几种情况有专门的待遇。',
    help: '看民政局、街道或者村里发的证，也可以问社区居委会。',
  },
  care: {
    ask: '平时吃饭、穿衣、上厕所，要不要人照顾？',
    why: '要人照顾的老人，待遇不一样。',
    help: '要人搭把手算半护理，离不开人算全护理；拿不准可以请社区帮着评估。',
    options: ['自己都能行', '有些事要人帮', '离不开人'],
  },
  housing: {
    ask: '老人是住在家里，还是住养老院？',
    why: '有的待遇只给住在家里的，有的只给住机构的。',
    options: ['住在家里', '住养老院'],
  },
  emptyNest: {
    ask: '老人身边有没有儿女一起住？',
    why: '文件对“空巢”老人有专门的规定。',
    options: ['没有一起住', '有一起住'],
  },
  childrenInCity: {
    ask: '儿女有没有住在城区的？',
    why: '有一项待遇要子女不在城区。',
    options: ['有', '没有'],
  },
  incomeBelowMinimumWage: {
    ask: '老人自己每个月的收入，是不是低于当地的最低工资标准？',
    why: '有一项待遇要本人月收入低于上年度的最低工资标准。',
    help: '最低工资标准由省人力资源和社会保障部门公布，可以打12333问。',
  },
  lostOnlyChild: { ask: '冒昧问一句，家里是不是失独家庭？', why: '文件对失独老人有专门的照顾。' },
  feesExceedAllowances: {
    ask: '交给养老院的钱（看病、吃饭不算），是不是比领的特别扶助金、生活补贴和养老补贴加起来还多？',
    why: '超出的部分才由财政兜底。',
    help: '养老院的收费单和补贴的存折上都有，加一加、比一比就行。',
  },
  referredInpatient: { ask: '是不是从别的医院转过来住院的？', why: '转诊住院，医保起付线可以接着算。' },
  insuranceRulesMet: {
    ask: '这笔费用或者转诊，医保认不认？',
    why: '符合医保规定的才能报。',
    help: '可以打医保热线12393问。',
  },
  institutionType: {
    ask: '是哪一种机构？',
    why: '不同的机构，政策不一样。',
    options: ['养老机构', '医养结合机构', '医疗机构', '日间照料中心', '居家养老服务中心', '别的'],
  },
  facility: {
    ask: '开办的是哪一种？',
    why: '补贴的标准按开办的种类分。',
    options: ['养老机构', '护理院', '慢病服务区', '临终关怀服务区', '别的'],
  },
  ownership: { ask: '是公办的，还是民办的？', why: '有的政策只给民办的。', options: ['公办', '民办'] },
  nonprofit: {
    ask: '登记的是非营利性的吗？',
    why: '税费和用地按是不是营利来分。',
    help: '看登记证：民办非企业单位是非营利性的。',
  },
  approvedAndAccepted: { ask: '是不是依法批准设置，并且验收合格了？', why: '验收合格才给补贴。' },
  origin: {
    ask: '房子是新建的、改扩建的，还是租的？',
    why: '新建的给全额，改扩建和租的减半。',
    options: ['新建', '改扩建', '租的'],
  },
  leaseYears: { ask: '租房合同签了几年？', why: '租的要签够年数才给。' },
  monthsOperating: { ask: '正式运营几个月了？', why: '运营够了时间才能申请。' },
  beds: { ask: '一共有多少张床位？', why: '政策按床位数分。' },
  bedKind: {
    ask: '是哪一种床位？',
    why: '补贴按床位的种类分。',
    options: ['养老床位', '护理床位', '安宁疗护床位', '老年医疗护理床位', '别的'],
  },
  residentIsLocal: { ask: '收住的老人是本地户籍吗？', why: '收住本地户籍老人才有这笔补贴。' },
  innerUnit: {
    ask: '里面设了哪一级的医疗机构？',
    why: '不同的级别，手续不一样。',
    options: ['没有设', '诊所、医务室、护理站', '一级', '二级', '三级'],
  },
  insuranceTermsMet: {
    ask: '符不符合医保定点的条件？',
    why: '符合条件才能纳入医保。',
    help: '条件由当地医保局公布，可以打12393问。',
  },
  excludedMedicalKind: {
    ask: '是不是急救中心、急救站、临床检验中心，或者外资、合资的医疗机构？',
    why: '这几种不能简化手续。',
  },
  usesExistingResources: { ask: '是不是利用现有的资源来办？', why: '利用现有资源的手续简单。' },
  idlePublicBuilding: { ask: '房子是不是公家出钱建的、现在闲着？', why: '闲置的公房才能这样改。' },
  conversionApproved: { ask: '财政和国资部门批准了吗？', why: '要批准了才能改。' },
};

/** Statuses as people say them. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  三无: '三无老人（没有劳动能力、没有收入、没有人赡养）',
  五保: '五保户',
  低保: '低保户',
  低收入: '低收入家庭',
  计生特殊家庭: '计生特殊家庭（独生子女伤残或者去世）',
  残疾: '残疾人',
};

export const YES_OR_NO: readonly string[] = ['是', '不是'];
