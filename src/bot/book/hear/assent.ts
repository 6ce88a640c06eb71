import { readPolarity } from '../../../language/polarity.js';

const WEAK =
  /^(?:嗯|恩|唔|哦|噢|喔|啊|欸|嗳|昂|呣|那个|这个|应该|好像|可能|大概|也许|或许|估计|差不多|吧|，|。|,|\.|\s)+$/u;
const HEDGED = /好像|可能|大概|也许|或许|应该|估计|差不多|吧？|吧\?|说不准|再说/u;
/** Said at the end of a call, and of a number to be taken. */
const GO_AHEAD =
  /^(?:嗯|那|就|对|好|行|是|中|可以|没错|的|，|,)*(?:挂|约|订|定|改)(?:了|吧|上|下来|这个|就是了)*[。!！]?$/u;

/** `unclear`: something like a yes that is not one to book on. */
export type Assent = 'yes' | 'no' | 'unclear' | null;

export function hearAssent(text: string): Assent {
  const plain = text.trim();
  if (plain === '') return null;
  if (WEAK.test(plain)) return 'unclear';
  if (GO_AHEAD.test(plain)) return 'yes';
  const polarity = readPolarity(plain);
  if (polarity === 'no') return 'no';
  if (polarity === 'yes') return HEDGED.test(plain) ? 'unclear' : 'yes';
  return HEDGED.test(plain) || polarity === 'dont_know' ? 'unclear' : null;
}
