import type { FactSpec } from './facts.js';

const flag = { type: 'flag' } as const;
const place = { type: 'place' } as const;
const count = (unit: string, max: number) => ({ type: 'number', unit, min: 0, max, integer: true }) as const;
const span = (unit: string, max: number) => ({ type: 'number', unit, min: 0, max, integer: false }) as const;
const oneOf = <const V extends readonly string[]>(...values: V) => ({ type: 'choice', values }) as const;

/** Every fact that a condition may speak of. The words in which each is asked for are in `questions.zh.ts`. */
export const FACTS = {
  /** 周岁, fractions allowed. */
  age: span('岁', 150),
  /** 户籍地. */
  hukou: place,
  /** 居住地. */
  residence: place,
  statuses: { type: 'set', members: ['三无', '五保', '低保', '低收入', '计生特殊家庭', '残疾'] },
  /** Help needed in daily life: `partial` is 半护理 (半失能), `full` is 全护理 (失能). */
  care: oneOf('none', 'partial', 'full'),
  /** `dispersed`: 散居, at home; `institution`: in a home for the old. */
  housing: oneOf('dispersed', 'institution'),
  /** 空巢. */
  emptyNest: flag,
  /** A child lives in the urban area (城区). */
  childrenInCity: flag,
  /** Own monthly income is below last year's minimum wage of the city. */
  incomeBelowMinimumWage: flag,
  /** 失独. */
  lostOnlyChild: flag,
  /** What the home charges, meals and medicine aside, is more than the allowances together. */
  feesExceedAllowances: flag,

  /** 行动不便或确有困难. */
  hardToGoOut: flag,
  /** 居家重病. */
  seriousIllness: flag,
  familyDoctorContract: flag,
  /** 建档立卡农村贫困. */
  registeredPoor: flag,
  /** Has had the yearly free check. */
  hadFreeCheck: flag,
  /** Referred by appointment (预约转诊). */
  referred: flag,
  /** Referred within a 养老联合体 or 共同体. */
  withinAlliance: flag,
  /** Cares at home for an old person who cannot look after themselves. */
  caresForDisabledElder: flag,
  /** The service is paid for by a family-doctor contract or long-term care insurance. */
  paidByContractOrInsurance: flag,
  /** A patient referred to another hospital and staying there (转诊住院). */
  referredInpatient: flag,
  /** The care or referral is one that the health insurance allows (符合规定). */
  insuranceRulesMet: flag,
  /** Works as a carer in an 医养结合机构. */
  worksInIntegrated: flag,
  /** 事业单位在编. */
  onEstablishment: flag,
  nurseLicence: flag,
  carerCertificate: flag,
  /** Meets the terms of the city's rule on incentives. */
  incentiveTermsMet: flag,
  /** Took vocational training and its examination. */
  trained: flag,
  trainingTermsMet: flag,

  /** `integrated`: 医养融合（结合）机构; the centres are a community's. */
  institutionType: oneOf(
    'care-home',
    'integrated',
    'medical',
    'day-care-centre',
    'home-service-centre',
    'other',
  ),
  /** What an integrated institution opens: 养老机构, 护理院, 慢病服务区, 临终关怀服务区. */
  facility: oneOf('care-home', 'nursing-home', 'chronic-ward', 'hospice-ward', 'other'),
  /** `private`: 民办、社会力量举办. */
  ownership: oneOf('public', 'private'),
  nonprofit: flag,
  /** 经区直相关部门依法批准设置、验收合格. */
  approvedAndAccepted: flag,
  /** How its house came about; `leased` is taken on lease. */
  origin: oneOf('new', 'rebuilt', 'leased'),
  leaseYears: span('年', 100),
  /** Since it began regular work (正式运营). */
  monthsOperating: span('个月', 1200),
  beds: count('张', 100_000),
  bedKind: oneOf('elder-care', 'nursing', 'hospice', 'geriatric', 'other'),
  /** The old person in the bed has their 户籍 here. */
  residentIsLocal: flag,
  /** The medical unit inside it; `clinic`: 诊所、卫生所（室）、医务室、护理站. */
  innerUnit: oneOf('none', 'clinic', 'level1', 'level2', 'level3'),
  /** Meets what the health insurance asks of a contracted institution. */
  insuranceTermsMet: flag,
  /** A kind that the simpler approval leaves out: emergency stations, laboratories, foreign-owned. */
  excludedMedicalKind: flag,
  /** 利用现有资源. */
  usesExistingResources: flag,
  /** 由公共财政投入且闲置. */
  idlePublicBuilding: flag,
  /** Approved by finance and state-asset authorities. */
  conversionApproved: flag,
  recognisedNonprofit: flag,
  smallBusiness: flag,
  /** Meets the terms of the support policy that the clause points to. */
  supportTermsMet: flag,
  /** 具备法人资格. */
  legalPerson: flag,
  /** Has opened an 养老机构. */
  opensCareHome: flag,
  /** Applies to open an 医养结合机构. */
  opensIntegrated: flag,
  /** Day care, rehabilitation and the like in the community. */
  servesCommunity: flag,
  visitsHomes: flag,
  providesCare: flag,
  providesIntegrated: flag,
  healthReviewPassed: flag,
  careLicenceTermsMet: flag,
  addsMedicalUnit: flag,
  underused: flag,
  convertsToCare: flag,
  usesExistingBuilding: flag,
  oldPapersIncomplete: flag,
  usesIdleResources: flag,
  standardsMet: flag,
  healthOrWelfareLand: flag,
  modelTitle: flag,
  newBed: flag,
  idleBeds: flag,
  primaryCare: flag,
  geriatricDepartment: flag,
  trainingBaseTermsMet: flag,
  /** Level of the institution itself, where it is a medical one. */
  medicalLevel: oneOf('clinic', 'level1', 'level2', 'level3'),
  hasLicence: flag,
  hasGeneralPractice: flag,
  staffAndEquipment: flag,
  yearsWithoutViolation: span('年', 100),
  yearsWithoutAccident: span('年', 100),
  /** Contracted by the health insurance. */
  insured: flag,
  insuranceAssessed: flag,
  /** Suspended, put right or named for a breach of insurance rules in the last three years. */
  insuranceBreach: flag,
  generalPractitioners: count('名', 10_000),
  hasTeam: flag,
  acceptsAssessment: flag,
  usesCitySystems: flag,
  hasServiceArea: flag,
  hasOperatingRules: flag,
} as const satisfies Record<string, FactSpec>;
