import type { FactName } from './facts.js';

/** How a fact is asked for, and what is said when somebody asks why or does not know. */
interface QuestionWords {
  ask: string;
  why: string;
  /** For facts that are hard to know: how to find out. */
  help?: string;
  /**
   * What may be answered, in the person's words; absent where the answer is free or yes and no. Of a choice: one for
   * each of its values, in their order; of a flag: the one that makes it true first.
   */
  options?: readonly string[];
  /** A flag that holds where the question is answered with no. */
  inverted?: true;
  /** Known only when it comes to it (a referral, a bill, a job): nobody who asks what there is is asked for it. */
  occasion?: 'event' | 'job';
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
    inverted: true,
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
  lostOnlyChild: { ask: '冒昧问您，家里是不是失独家庭？', why: '文件对失独老人有专门的照顾。' },
  feesExceedAllowances: {
    occasion: 'event',
    ask: '交给养老院的钱（看病、吃饭不算），是不是比领的特别扶助金、生活补贴和养老补贴加起来还多？',
    why: '超出的部分才由财政兜底。',
    help: '养老院的收费单和补贴的存折上都有，加起来比比就行。',
  },
  referredInpatient: {
    occasion: 'event',
    ask: '是不是从别的医院转过来住院的？',
    why: '转诊住院，医保起付线可以接着算。',
  },
  insuranceRulesMet: {
    occasion: 'event',
    ask: '这笔费用或者转诊，医保认不认？',
    why: '符合医保规定的才能报。',
    help: '可以打医保热线12393问。',
  },
  hardToGoOut: {
    ask: '老人是不是行动不便，或者出门看病确有困难？',
    why: '行动不便的老人，基层医生要定期上门。',
  },
  seriousIllness: { ask: '老人是不是得了重病，在家养着？', why: '居家重病的老人有上门服务。' },
  familyDoctorContract: {
    ask: '有没有签家庭医生？',
    why: '这项服务是跟着家庭医生签约走的。',
    help: '可以问社区卫生服务中心或者镇卫生院。',
  },
  registeredPoor: {
    ask: '是不是建档立卡的农村贫困户？',
    why: '大病保险对建档立卡的有倾斜。',
    help: '可以问村委会。',
  },
  hadFreeCheck: {
    occasion: 'event',
    ask: '今年的免费体检做了没有？',
    why: '做完要按时告诉结果。',
    options: ['做了', '没做'],
  },
  referred: { occasion: 'event', ask: '是不是预约转诊过去的？', why: '转诊的老人优先。' },
  withinAlliance: {
    occasion: 'event',
    ask: '转诊的医院，跟原来的是不是一个医联体、医共体的？',
    why: '联合体里面转诊才优先。',
    help: '可以问原来看病的医院。',
  },
  caresForDisabledElder: { ask: '您是不是在家照护失能的老人？', why: '文件对家庭照护的人有支持。' },
  paidByContractOrInsurance: {
    occasion: 'event',
    ask: '这项上门服务，家庭医生签约或者长期护理保险是不是已经付了？',
    why: '付过的不能再收。',
  },
  worksInIntegrated: {
    occasion: 'job',
    ask: '您是不是在医养结合机构做养老护理？',
    why: '奖补是给这些护理人员的。',
  },
  onEstablishment: { occasion: 'job', ask: '您是不是事业单位的在编人员？', why: '在编人员不在奖补范围。' },
  nurseLicence: {
    occasion: 'job',
    ask: '您有没有护士执业证书？',
    why: '要有双证。',
    options: ['有', '没有'],
  },
  carerCertificate: {
    occasion: 'job',
    ask: '您有没有护理员证？',
    why: '要有双证。',
    options: ['有', '没有'],
  },
  incentiveTermsMet: {
    occasion: 'job',
    ask: '符不符合郑州市养老服务人才激励办法的条件？',
    why: '奖补按那个办法给。',
    help: '条件可以问民政局。',
  },
  trained: {
    occasion: 'job',
    ask: '参加过职业技能培训和鉴定没有？',
    why: '参加了才有补贴。',
    options: ['参加过', '没有'],
  },
  trainingTermsMet: {
    occasion: 'job',
    ask: '符不符合培训补贴的条件？',
    why: '符合条件才给。',
    help: '可以打12333问。',
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
  recognisedNonprofit: {
    ask: '有没有经过认定，是非营利组织？',
    why: '认定了才能免税。',
    help: '认定由税务和财政部门办，可以打12366问。',
  },
  smallBusiness: { ask: '符不符合小微企业的条件？', why: '小微企业有税收优惠。', help: '可以打12366问。' },
  supportTermsMet: {
    ask: '符不符合享受扶持政策的条件？',
    why: '文件写的是符合条件的才享受。',
    help: '条件可以问民政局。',
  },
  legalPerson: { ask: '有没有法人资格？', why: '有法人资格的不用另行登记。' },
  opensCareHome: { ask: '有没有设立养老机构？', why: '扶持政策是给设立了养老机构的。' },
  opensIntegrated: { ask: '是不是要新办医养结合机构？', why: '新办的才走这个手续。' },
  servesCommunity: { ask: '是不是在社区做日间照料、康复护理这类服务？', why: '优惠是给社区服务的。' },
  visitsHomes: { ask: '做不做上门服务？', why: '这条规定是管上门服务的。', options: ['做', '不做'] },
  providesCare: { ask: '有没有养老服务的收入？', why: '免的是养老服务收入的税。' },
  providesIntegrated: { ask: '是不是用来做医养结合服务？', why: '做医养结合才适用。' },
  healthReviewPassed: { ask: '卫生健康部门审核合格了吗？', why: '合格了才发证。' },
  careLicenceTermsMet: {
    ask: '符不符合内设养老机构的许可条件？',
    why: '符合的才优先审批。',
    help: '可以问民政局。',
  },
  addsMedicalUnit: { ask: '是不是新建医疗机构，或者引进医疗机构的分支？', why: '这样的才给支持。' },
  underused: { ask: '现有的床位、设备是不是用得不多？', why: '政策是给资源利用率低的机构转型的。' },
  convertsToCare: { ask: '是不是要转成护理院、康复医院或者安宁疗护中心？', why: '转成这几种才给支持。' },
  usesExistingBuilding: { ask: '用的是不是已有的旧房子？', why: '这条是管旧房子的。' },
  oldPapersIncomplete: { ask: '旧房子的资料是不是找不全了？', why: '找不全的，可以用鉴定报告代替。' },
  usesIdleResources: { ask: '用的是不是空闲的房屋、场地？', why: '政策是给盘活空闲资源的。' },
  standardsMet: { ask: '符不符合国家规定和技术标准？', why: '符合标准才能这样办。' },
  healthOrWelfareLand: {
    ask: '是不是医疗卫生用地或者社会福利用地？',
    why: '这两种地可以建医养结合项目。',
    help: '看土地证上的用途。',
  },
  modelTitle: { ask: '有没有获评医养结合示范县或者示范机构？', why: '获评的给奖补。' },
  newBed: { ask: '床位是不是新增设的？', why: '补贴只给新增设的床位。' },
  idleBeds: { ask: '用的是不是空置的床位？', why: '这条说的是利用空置床位。' },
  primaryCare: { ask: '是不是基层医疗卫生机构？', why: '基层医疗机构可以申请。' },
  geriatricDepartment: { ask: '有没有老年医学科、康复中心这样的科室？', why: '有这些科室的可以申请。' },
  trainingBaseTermsMet: {
    ask: '符不符合设立培训基地的条件？',
    why: '符合条件才能申请。',
    help: '可以问卫生健康委。',
  },
  medicalLevel: {
    ask: '是几级医疗机构？',
    why: '附件说的是一级医疗机构。',
    options: ['诊所、医务室、护理站', '一级', '二级', '三级'],
  },
  hasLicence: { ask: '有没有医疗机构执业许可证？', why: '要有证才能参与。' },
  hasGeneralPractice: { ask: '有没有全科医疗这个诊疗科目？', why: '要有全科才能参与。' },
  staffAndEquipment: { ask: '人员和设备够不够做签约服务？', why: '要跟签约服务相适应。' },
  yearsWithoutViolation: {
    ask: '多少年没有出过重大违法的事、没有造成社会不良影响？',
    why: '要近三年内没有。',
  },
  yearsWithoutAccident: {
    ask: '多少年没有出过主要责任以上的医疗事故、重大医院感染？',
    why: '要近三年内没有。',
  },
  insured: { ask: '是不是已经纳入医保定点？', why: '要先是医保定点。' },
  insuranceAssessed: { ask: '近三年医保考核是不是都合格？', why: '要合格以上。' },
  insuranceBreach: {
    ask: '近三年有没有因为医保违规被暂停、整改或者通报？',
    why: '有就不能参与。',
    options: ['有', '没有'],
  },
  generalPractitioners: { ask: '有几名全科医学执业医师？', why: '至少要有1名。' },
  hasTeam: { ask: '有没有全科医生、护士、公卫医师和管理人员的团队？', why: '要有这样的团队。' },
  acceptsAssessment: {
    ask: '愿不愿意承担辖区的签约和公卫工作、接受考核？',
    why: '这是要承诺的。',
    options: ['愿意', '不愿意'],
  },
  usesCitySystems: { ask: '用不用郑州市社区卫生服务系统和属地的签约转诊系统？', why: '要用这两个系统。' },
  hasServiceArea: { ask: '有没有一定的服务辖区和服务人口？', why: '要有才能参与。' },
  hasOperatingRules: { ask: '有没有保证长期稳定运营的管理政策和流程？', why: '要有才能参与。' },
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
