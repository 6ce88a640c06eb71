/** What kind of danger to life is meant; each has its words in `replies.zh.ts`. */
export type EmergencyType =
  | 'arrest'
  | 'cardiac'
  | 'stroke'
  | 'choking'
  | 'breathing'
  | 'unconscious'
  | 'bleeding'
  | 'fall'
  | 'poisoning'
  | 'monoxide'
  | 'gas'
  | 'fire'
  | 'burn'
  | 'glucose'
  | 'pressure'
  | 'drowning'
  | 'electric'
  | 'seizure'
  | 'allergy'
  | 'heat'
  | 'bite'
  | 'traffic'
  | 'trapped'
  | 'missing'
  | 'violence'
  | 'unwell';

/** 120 ambulance, 119 fire and rescue, 110 police. */
export type EmergencyService = '120' | '119' | '110';

export interface Emergency {
  kind: 'emergency';
  type: EmergencyType;
  service: EmergencyService;
  /** `ask`: could be either; the number is said all the same, with the one question that decides. */
  certainty: 'sure' | 'ask';
  /** Said together with a wish to die. */
  despair?: true;
}

export type ScamType =
  | 'transfer'
  | 'secret'
  | 'official'
  | 'relative'
  | 'fee'
  | 'investment'
  | 'prize'
  | 'product'
  | 'remote';

export type MedicalAbout = 'medicine' | 'diagnosis' | 'treatment' | 'reading';

/** What overrides everything else. */
export type Danger = Emergency | { kind: 'crisis' } | { kind: 'scam'; type: ScamType };

export type GuardOutcome =
  | { kind: 'clear' }
  | Danger
  | { kind: 'medical'; about: MedicalAbout }
  | { kind: 'handoff' }
  /** Orders to the program. `rest`: what else was said, to be answered as though it stood alone. */
  | { kind: 'injection'; rest?: string };
