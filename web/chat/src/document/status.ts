import type { PolicyStatus } from '../../../../src/knowledge/types.js';

/** Whether a policy holds, as people say it. */
export const STATUS: Readonly<Record<PolicyStatus, string>> = {
  in_force: '现行有效',
  expired: '已经过期',
  draft: '征求意见稿，还没定',
  repealed: '已经废止',
  unknown: '有效期没写明，办事前请核实',
};
