import { found, words } from './pattern.js';

const before = words(
  '((没有?|没得|冇得?|并没|未|无|并未|不是|从没|从不|从来不|从来没|不会|不曾|不用|不需要|用不着|也没|不)(再|过|发生|出现|感觉|觉得|什么|啥|任何|怎么|咋|太|真|是|想|有|要|很|那么|去|能|发)?|(没有?|没得|冇|无)[^，。的了]{0,12}[、和或跟及])$',
);
const inside = words(
  '[不没冇](怎么|咋|太|再|是|很|有|大|觉得|咋个)?(疼|痛|闷|喘$|晕|吐|歪|麻|抽|出血|流血|烫|着火|憋|肿|慌|难受|漏|摔|撞|烧|卡|噎|丢)',
);

/** Whether what stands at `start` of `text` is denied: 没有胸口疼, 胸口不疼, 没有头晕、胸口疼. */
export function isNegated(text: string, start: number, sign: string): boolean {
  return found(sign, inside) || found(text.slice(Math.max(0, start - 16), start), before);
}
