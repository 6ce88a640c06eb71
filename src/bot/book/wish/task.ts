import type { Lexicon } from '../../../language/lexicon.js';
import { PAUSES } from '../../../language/pauses.js';
import { ABOUT_BOOKING } from '../../understand/intent-rules.js';
import { isAsking } from '../../understand/wants.js';
import type { Task } from '../draft.js';
import { familyToTell, familyWithNumber, kinNamed } from '../hear/family.js';
import { digitsBySound, hearPhone } from '../hear/number.js';
import { repaired } from '../hear/repair.js';
import { likelyTask, SURE } from './likely-task.js';

const UNDO =
  /撤销|撤回|(?<![别莫没不])(?:约|挂|订|改|取消|退|弄|搞)错了|^(?:.{0,6}[，,])?(?:我)?(?:又|还是)?不(?:想|要)?(?:取消|退)(?:掉)?了/u;

/** 政策上有没有说叫人替我歇几天; not 不是问规定，我是真要看. */
const OF_WHAT_IS_WRITTEN =
  /(?<!(?:不是|不|没|刚才是?)问?)(?:政策|文件|规定)(?![我俺额咱])[^，,。\s]{0,4}(?:有没有|[说写讲提]没|咋|怎么|是不是|[说写讲提]了?[^，,。\s]{0,8}[吗么没不])|有(?:没有)?(?:这|那|咯)?(?:个|种|样的?)?(?:政策|规定|规矩|说法|讲法|一说)(?=$|[，,。？?]|没|吗|么|不)/u;

/** Whether it asks, in so many words, what the policies say. */
export const asksWhatIsWritten = (text: string): boolean => OF_WHAT_IS_WRITTEN.test(text);

/** 想给我外婆挂个号: a clause that says so in so many words, whatever is told beside it. */
const REGISTERS =
  /^(?:我|俺|额|咱|就|那|是|嗯|来|先|也|还|再|麻烦|请)*(?:想|要|得|帮|替){0,2}(?:给[^，。？?]{1,6})?(?:挂|预约|约)(?:(?:一?个|一下|上|到)?(?:号(?!能|都|真|太|难|光|总|老|不(?!好意思)|排|还要|要排|得排)|[\p{Script=Han}]{1,6}(?:科|中医馆|门诊|体检))|一?个$)/u;

/** 中医馆，二十五号头晌还能去不: a day is asked for at what is booked. */
const DAY_ASKED =
  /(?:[\d一二三四五六七八九十]+[号日]|(?:礼拜|星期|周)[一二三四五六日天]|[今明后][天儿])[^，,。？?]{0,6}(?:(?:能|可以)(?:过)?[去来排看查约挂签](?:上|看)?|[去来排看查约挂签]得(?:上|成|到|了))(?:不能|不|吗|么|没)/u;
const IS_BOOKED = /科(?!学)|中医馆|体检|查体|家庭医生|大夫|医生|专家|陪诊|喘息|门诊/u;

/** 礼拜五那个骨科给退了吧: said last, whatever is told before it. */
const GIVES_BACK =
  /(?:科|体检|(?<![编文])号|[约挂定订]的|预约|上门|陪诊|那个)[^，。?？]{0,6}(?:退(?:了|掉|吧)|取消(?:了|掉|吧))[吧啊咯嘛。]*$/u;

/** 刚才给我妈约的骨伤科，想退掉。: what was booked, given back in the same sentence. */
const GIVES_BOOKED_BACK =
  /(?:约|挂|定|订)(?:好|上)?的[^。?？！!]{0,12}[，,]?(?:我|俺|就|都|想|要|得|给|帮|把它|麻烦|请|你|您|恁)*(?:退(?:了|掉|吧|号)|取消(?:了|掉|吧)?)[吧啊咯嘛了，,]*(?=$|[。！!])/u;

/** 我那个神经内科的号得改改: said of what one has. */
const MOVES_IT =
  /(?:科|体检|(?<![编文机话账户])号|[约挂定订]的|预约|上门|陪诊)[^，。?？]{0,4}(?:改改|改一[改下]|改[期天]|挪挪|挪一[挪下])|那个[^，。?？]{0,8}[推挪延](?:后|迟)?[一两三四五几]天/u;

/** Longer than anybody tells what he wants of the desk. */
const LONGEST = 400;

/**
 * What a turn surely asks of the booking desk; null where it asks nothing of it, or perhaps does. `known`: appointments
 * of this conversation.
 */
export function taskIn(said: string, lexicon: Lexicon, known: boolean): Task | null {
  if (said.length > LONGEST) return null;
  const text = repaired(said);
  if (known && UNDO.test(text)) return 'undo';
  if (known && tellsFamily(text)) return 'tell';
  if (GIVES_BACK.test(text) && !isAsking(text)) return 'cancel';
  if (GIVES_BOOKED_BACK.test(text)) return 'cancel';
  if (MOVES_IT.test(text)) return 'reschedule';
  const likely = likelyTask(text, lexicon, known, SURE);
  const registers =
    text.split(PAUSES).some((clause) => REGISTERS.test(clause) && !isAsking(clause)) ||
    (DAY_ASKED.test(text) && IS_BOOKED.test(text));
  return likely ?? (registers && !ABOUT_BOOKING.test(text) ? 'book' : null);
}

/** 骨科挂一个, 二院眼科有号就挂: a department, and something done there. */
const AT_A_CLINIC = /挂|预约|(?<![签租合公制大节])约|号|自己看|我看|看(?:一下|看)?[。！]?$|^看/u;
/** 再给我儿子也发一条, 我儿子的电话是一三八…; not what is paid to them. */
const tellsFamily = (text: string): boolean =>
  !/补|钱|多少|待遇|津贴/u.test(text) &&
  !TELLS_HERSELF.test(text) &&
  (familyToTell(text) !== null || (whoseNumber(text) !== null && hearPhone(digitsBySound(text)) !== null));

/** 这事我得跟俺媳妇说一声, 不用告诉我闺女: nobody is to be told by us. */
const TELLS_HERSELF =
  /(?:我|俺|额|咱)(?:自己|回头|回去|先|得|要|再|去|来)+[^，。]{0,3}(?:跟|给|和|告诉|通知|问)|(?:不用|不要|别|莫|甭|不消)[^，。]{0,3}(?:告诉|通知|跟|给|发)/u;

/** Whoever is named for another appointment is not one to be told of this. */
const whoseNumber = (text: string): string | null =>
  familyWithNumber(text) ?? (AT_A_CLINIC.test(text) ? null : kinNamed(text));
