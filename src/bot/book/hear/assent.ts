import { readPolarity } from '../../../language/polarity.js';

const WEAK =
  /^(?:嗯|恩|唔|哦|噢|喔|啊|欸|嗳|昂|呣|么|呐|哪(?=[，,。\s]|$)|嘛|咯|那个|这个|应该|好像|可能|大概|也许|或许|估计|差不多|吧|，|。|,|\.|\s)+$/u;
/**
 * A yes to book on says nothing but yes: 想, 要, 有 and 知道 agree to many things, and to this only perhaps; 挂了 is said
 * by who hangs up.
 */
const CLEAR =
  /^(?:嗯|哦|啊|那|就|都|全|我|俺|说得|的|了|呀|哩|嘞|咧|咯|喽|啰|么|嘛|噻|啦|哈|哒|哟|着|呢|头|得很|完全|真|现在|这下|这回|这次|这样子|这(?:个|样)?(?=$|[，,。！!\s吧了])|这(?:么|样)?个(?:事|理|意思|情况)?儿?(?=$|[，,。！!\s吧了])|这(?:话|意思)(?=$|[，,。！!\s])|总算|您|你|给我|帮我|谢谢|麻烦|是|对|没错|不错|错不了|正确|准确|好|行|成|中|妥|管|要得|得行|可以|能行|没问题|没得问题|冇问题|[么没冇]麻达|没意见|确认|确定|同意|沾|就这样|就这么|这么|恁|这样|定下来|定|办|挂(?!了|断|掉)(?:吧|上|号)?|[约订排](?:吧|上|队)?|吧|ok|OK|yes|[，,。.！!、\s])+$/u;
const CORE =
  /是|对|没错|不错|错不了|正确|准确|好|行|成|中|妥|管|要得|可以|没问题|没得问题|冇问题|麻达|没意见|确认|确定|同意|沾|就这|恁办|定|办吧|[挂约订](?:吧|上)|ok|OK|yes/u;
/** Put off, or in doubt. */
export const HEDGED = /好像|可能|大概|也许|或许|应该|估计|差不多|说不准|再说|想想|考虑|看看/u;

/** `unclear`: something like a yes that is not one to book on. */
export type Assent = 'yes' | 'no' | 'unclear' | null;

export function hearAssent(text: string): Assent {
  const plain = text.replace(/[…~～—]+/gu, '，').trim();
  if (plain === '') return null;
  if (WEAK.test(plain)) return 'unclear';
  if (plain.length <= LONGEST && CLEAR.test(plain) && CORE.test(plain)) return 'yes';
  const polarity = readPolarity(plain);
  if (polarity === 'no') return 'no';
  return polarity !== null || HEDGED.test(plain) ? 'unclear' : null;
}

/** More is not only yes. */
const LONGEST = 20;
