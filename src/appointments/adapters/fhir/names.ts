/** The names that our marks on a hospital's resources go by; they name, and lead nowhere. */
export const REFERENCE = 'https://yiwen.invalid/fhir/reference';
export const SERVICE = 'https://yiwen.invalid/fhir/service';
/** On a Slot that is busy-tentative: until when it is kept. */
export const HELD_UNTIL = 'https://yiwen.invalid/fhir/held-until';
/** 居民身份证, by the object identifiers of WS/T 500. */
export const ID_CARD = 'urn:oid:2.16.156.10011.1.3';

/** What is searched for by our name for it. */
export const byReference = (reference: string): { identifier: string } => ({
  identifier: `${REFERENCE}|${reference}`,
});
