export const STATUSES = ['三无', '五保', '低保', '低收入', '计生特殊家庭', '残疾'] as const;

/** What an institution is, as the policies part them. */
export const INSTITUTION_TYPES = [
  'care-home',
  'medical',
  'integrated',
  'community-care',
  'home-service',
  'other',
] as const;

/** What a bed is for. */
export const BED_KINDS = ['elder-care', 'nursing', 'hospice', 'geriatric', 'other'] as const;
