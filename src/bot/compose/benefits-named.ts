import { type BenefitName, benefitsNamedIn } from '../../language/benefit-names.js';
import { PAUSES } from '../../language/pauses.js';
import type { House } from '../house.js';
import type { Ask } from '../understand/ask.js';
import { withoutIncome } from '../understand/concepts.js';
import { isAsking } from '../understand/wants.js';

/** 刚才找老花镜, 坐着轮椅: what somebody has is not asked for. */
const GETS = /[补贴发给免配领报办申享买]|待遇/u;
/** 尿不湿、护理垫这些东西，给补不: what is asked of after it. */
const TOPIC = /[这那][些种类](?:东西|物件|用品|花销|开销|花费|钱)?$/u;
function wished(text: string): string {
  const clauses = text.split(PAUSES);
  const asked = clauses.filter((clause) => [GETS, TOPIC].some((of) => of.test(clause)) || isAsking(clause));
  return asked.length === 0 ? text : asked.join('，');
}

/** Benefits that the question names, else those that the one before named. */
export const benefitsNamed = ({ text, carried }: Ask, { benefitNames }: House): BenefitName[] =>
  [text, carried]
    .map((words) => benefitsNamedIn(withoutIncome(wished(words)), benefitNames))
    .find((names) => names.length > 0) ?? [];
