export { afterAsk, isDenial } from './afterAsk.js';
export { guard } from './guard.js';
export { type GuardReply, replyFor } from './replies.zh.js';
export type {
  Emergency,
  EmergencyService,
  EmergencyType,
  GuardOutcome,
  MedicalAbout,
  ScamType,
} from './types.js';
