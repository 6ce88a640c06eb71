import { PAUSES } from '../../language/pauses.js';
import { ABOUT_BOOKING, TASK_RULES } from '../understand/intent-rules.js';
import { isAsking } from '../understand/wants.js';
import type { Task } from './draft.js';
import { BODY_PART, hearDepartment, tellsAil } from './hear/complaint.js';
import { familyToTell, familyWithNumber, kinNamed } from './hear/family.js';
import { hearNamed } from './hear/name.js';
import { digitsBySound, hearPhone } from './hear/number.js';
import { repaired } from './hear/repair.js';
import { soundsLike } from './hear/sounds.js';

const BOOKING_TASKS: readonly (readonly [string, Task])[] = [
  ['query_appointment', 'query'],
  ['reschedule', 'reschedule'],
  ['cancel', 'cancel'],
  ['book', 'book'],
];

/** 挂个号 misheard as 桂个号, 刮个号. */
const BOOK_SOUNDS = [
  '挂个号',
  '挂一个号',
  '挂上号',
  '约个号',
  '帮我挂号',
  '想挂号',
  '要挂号',
  '看个病',
  '挂号看',
];
const WISHES =
  /(?:想|要|得|去|带|让|给).{0,8}(?:看(?:个|一?下|看)?(?:大夫|医生|病|门诊|专家|中医(?!院|药|体质|健康|保健|辨识|服务|馆)|[\p{Script=Han}]{1,4}科)|去医院(?:看|瞧|查)|瞧(?:病|大夫|医生)|做[^，,。?？]{0,8}(?:体检|检查))|(?:想|要|给).{0,8}(?:签|办|请|找|约|申请)(?:个|一个|一位|一下|.)?(?:家庭医生|家庭大夫|家庭病床)|(?:想|要|得)(?:去)?(?:检查|查查?|查一查)一?下?身体|(?:想|要|得)(?:去)?(?:约|预约)[^，,。?？]{0,14}(?:体检|陪诊|巡诊|家庭医生|家庭病床|中医|喘息|托养|评估|上门)|(?:能不能|能|可以)(?:给|帮)(?:我|俺|他|她).{0,6}(?:挂|约)|(?:我|俺|额|咱|妈|爸|娘|爹|老伴).{0,12}(?:疼|痛|晕|不舒服|难受|不得劲).{0,6}(?:想|要)(?:去)?(?:看看|瞧瞧|查查|找个?大夫)|(?:想|要|得)(?:找|请|让|叫)(?:一?个|位)?(?:大夫|医生|郎中).{0,10}(?:看|瞧|查)|^(?:我|俺|额)?(?:想|要|来)?预约.{1,8}$|(?<![编文排叫])号(?:吗|么|不|没|没有)[?？]?$|(?:想|要)(?:喊|请|叫|找|约|让)[^，。?？]{0,12}(?:替|帮|给)(?:我|俺|额|咱)(?:们|家)?(?:照看|照顾|照料|看(?:护|几天|一下)|伺候|服侍|守)|^(?:想|要)(?:一?个|找个)?陪诊.{0,3}$|(?:想|要|能不能)(?:找|请|约|派)(?:一?个|一?位)?(?:志愿者|义工|人).{0,2}陪|^(?:要|来)?(?:一?个)?号[。！]?$|(?:体检|家庭医生|陪诊|巡诊|门诊|大夫|医生|[\p{Script=Han}]科)(?:给我|帮我|也|就)?(?:预约|约)(?:一下|个)?[吧呗]?$|^(?:看病|瞧病|看大夫|看医生|体检|约体检|(?:请|办|找|签)?家庭医生签约)$/u;
const BODY =
  '(?:眼睛|眼|心脏|牙|腰|腿|胃|耳朵|嗓子|骨头|皮肤|膝盖|颈椎|头|肚子|血压|糖尿病|病|大夫|医生|专家|门诊)';
/** 看眼睛, 想给老头子瞅瞅病. */
const SEES = new RegExp(
  `^(?:我|俺|额|咱|那|就|先)*(?:想|要|得|去|来)*(?:给.{1,6})?(?:去|来)?(?:(?:看|瞧|瞅)(?:看|瞧|瞅|一?下|个)?${BODY}|做?(?:个|一?次|一?下)?(?:体检|查体)|(?:检查|查查?|查一查)身体)[吧啊呀了的]*$`,
  'u',
);
const COMES_HOME =
  /(?:想|要|麻烦|能不能|可不可以|能否)(?!在?(?:手机|网上|微信|视频|电话)).{0,4}(?:请|叫|找|约|让).{0,8}(?:大夫|医生|护士).{0,6}(?:上门|来家|到家|来看|看看)/u;
const UNDO =
  /撤销|撤回|(?<![别莫没不])(?:约|挂|订|改|取消|退|弄|搞)错了|^(?:.{0,6}[，,])?(?:我)?(?:又|还是)?不(?:想|要)?(?:取消|退)(?:掉)?了/u;
const GIVES_UP =
  /^(?:我|俺|额|她|他|老伴|妈|爸|那|那天|那个|号|这个号|到时候|礼拜.|周.|\p{Script=Han}{1,6}科)*(?:不去了|去不了了?|来不了了?|去不成了?|不想去了|不看了)[。,，]?[，,]?(?:[\p{Script=Han}]{0,8}(?:退|取消|撤)[\p{Script=Han}]{0,3})?[。!！]?$/u;
const SHIFTS =
  /(?:改|换|挪|推|拖|(?<!调一?)调(?!一?调|一下|理|养|治|身))(?:到|成|在|至|个)?(?:.{0,3})(?:周|星期|礼拜|拜|明天|后天|大后天|[上下]午|[\d一二三四五六七八九十]+[号点日月]|下个?月|月[初中底]|年后|时间|日子|一天|天)/u;
/** 俺那查体，得改改; 上门那个帮我往后挪一下. */
const WANTS_SHIFTED =
  /(?:查体|体检|(?<![编文机话卡证账])号|上门|陪诊|评估|科|[约挂]的)(?:的|那|这|个|回|次|一)*[，,\s]*(?:我|俺|额|咱|给|帮|替|得|要|想|能|该|需要|麻烦|往[前后]头?)*(?:改一?改|换一?换|挪一?挪|移一?移|推一?推|调一?调|(?:改|换|挪|移|推|调)一?下)(?!医生|大夫|药)/u;
/** 把她那个去掉, whatever was told before it. */
const TAKES_OUT =
  /把[^，。？?\s]{1,8}?(?:那个|[那个]|的|号|科|体检|上门)[^，。？?\s]{0,3}(?:去掉|抹掉|划掉|拿掉|销掉|勾掉|免了|退[了掉]|取消|撤[了掉])/u;
const ASKS_OWN =
  /(?:约|挂|预约)(?:的|了|好).{0,6}(?:几点|哪天|几号|哪个|哪家|什么时候|啥时候|什么科|啥科|号码|什么时间)|(?:几点|哪天|啥时候|什么时候)(?:去|看)来着|(?:我|俺)(?:那|这)?个?(?:号|预约).{0,6}(?:几点|哪天|什么时候|啥时候|还在)|预约(?:号|码)(?:是|忘)/u;

/** Somebody speaks of an appointment of theirs. */
const APPOINTMENT =
  /(?<![编文])号|(?<![签租合公制])约|挂|(?:科|体检)[^，。]{0,4}(?:不(?:去|看|做)了|[换改挪推退])|[换改]个?(?:日子|时间)/u;
/** Asked as a favour: 能不能帮我挂个号. */
const REQUEST =
  /(?:帮|给|替|为)(?:我|俺|额|咱|他|她|老|[\p{Script=Han}]{1,3}).{0,6}(?:挂|(?<![签租合公制])约|订|签[个一])|想(?:要)?.{0,6}(?:挂|预约|约)|(?:挂|约)得(?:上|到|着)|(?:还)?有没有?号|能(?:帮我|给我)?[约挂][^，。]{0,4}[不吗么][?？]?$|号(?:吗|么|不|没|没有)[?？]?$|(?:想|要|得)(?:请|找|约|签)(?:一?个|一?位)[^，,]{2,10}[，,](?:咋|怎么|该怎么)?(?:弄|办|整|约|行|中|可以|能)(?:不|吗|么|不能)?[呢啊呀]?[?？]?$/u;

/** 骨科挂个号中不; not 挂个号就急一头汗, which tells how it goes. */
const asksToRegister = (clause: string): boolean =>
  /(?:挂|约|订)[个一]/u.test(clause) &&
  (isAsking(clause) || /(?:挂|约|订)[个一](?:下|个)?号?[吧呗]?$/u.test(clause));

/** 骨科挂一个, 二院眼科有号就挂: a department, and something done there. */
const AT_A_CLINIC = /挂|预约|(?<![签租合公制大节])约|号|自己看|我看|看(?:一下|看)?[。！]?$|^看/u;
/** A clause that wants to book, whatever is asked beside it: 听得见吗？我要挂号. */
const CLEARLY =
  /^(?:我|俺|额|咱|就|那|是|嗯|来|先|也|还|再)*(?:想|要|得|给.{1,6})*(?:挂|预约|约)(?:(?:一?个|一下|上|到)?(?:号(?!能|都|真|太|难|光|总|老)|[\p{Script=Han}]{1,6}(?:科|中医馆|门诊|体检))|一?个$)/u;

/** 想歇几天，有没有喘息服务: somebody in want of a service asks for it, not for what is written of it. */
const IN_WANT =
  /想(?:要)?(?!问|知道|了解|打听|咨询|请问|查).{0,12}[，,](?:你们|这儿|这里|咱们)?(?:有没有|有).{0,8}(?:喘息|陪诊|上门|家庭医生|体检|托养)|(?:有没有|有没得|有不有|能不能找|找)(?:个|一个)?(?:人|志愿者|义工|社工)(?:能够?|来|可以|肯|愿意|帮忙?|得)*陪(?:着|到|一?下)?(?:我|俺|额|咱|她|他|老)[^，。]{0,6}(?:看|医院|检查)/u;

/** 我妈手抖，想月底去看看; 寻思着找人给瞅瞅; 去市七院找个大夫给调调药. */
const SEEING =
  '(?:(?:看|瞧|瞅|查|量|调)(?:看|瞧|瞅|查|量|调|一[看瞧瞅查量调]|一?下子?)(?:身体|药)?|找(?:一?个|位)?(?:老)?(?:大夫|医生|郎中|中医)[^，,。?？吗]{0,6})';
const TO_BE_SEEN = new RegExp(
  `(?:想|要|得|打算|准备|寻思|琢磨|盘算|叫|让|说|[去来到上找请](?=.)|^|[，,])(?!问)[^，,。?？吗]{0,16}${SEEING}(?:去)?[吧呗了]?(?=[，,。！]|$)`,
  'u',
);
const GOES = /想|要|得|打算|准备|寻思|琢磨|盘算|去|来|到|上|找|请/u;
/** Where one is seen. */
const CLINIC = /医院|卫生院|卫生室|卫生所|服务中心|服务站|诊所|[一二三]院|中医|大夫|医生/u;
/** 想找个大夫, 打算带老伴去复查, 想去扎针: what one goes to a clinic for. */
const IN_CARE =
  /(?:想|要(?!求)|得|打算|准备|帮|给)(?!问|知道|了解|打听|咨询)[^，,。?？]{0,10}(?:看(?:看)?(?:眼睛?|牙|腿|腰|耳朵|嗓子|胃|皮肤|骨头|心脏)|扎(?:个|一?下|一?[次回]|几)?针|针灸|艾灸|推拿|拔(?:个|一?下|一?[次回]|几个)?火?罐|理疗|开(?:点|些)?[^，,。]{0,4}药|拿(?:点|些)?药|配药|复查|复诊|找(?:一?个|位)?(?:老)?(?:大夫|医生|郎中|中医)|(?:做|登记)(?:一?个|一下)?(?:能力|健康)?(?:评估|体检))/u;
/** 我要一个明天上午的号, 眼科还有号没有. */
const A_PLACE =
  /(?:要|来|给)(?:一?个)[^，,。]{0,10}的?号[吧。]?$|(?:有没有|还有)[^，,。]{0,8}科?的?号(?![脉召称])|科(?:还)?有(?:没有)?号/u;
/** 膝盖疼，挂哪个科. */
const WHICH_CLINIC = /(?:挂|看)(?:哪个?|什么|啥|么子)科/u;

/** 把骨科那个退了, 昨天约的我不看了. */
const GIVES_BACK =
  /(?:科|体检|(?<![编文])号|[约挂定订]的|预约|上门|陪诊)[^。?？]{0,12}(?:退了|退掉|退吧|取消(?:了|掉|吧)?|不(?:看|去|要|做|约)[了咧嘞咯啦哒])(?:[吧啊。]*$|[，,。\s](?![^。]*(?:[改换挪推调]|另约|再约)))/u;
/** 点了药好多了，给我取消吧: what is said last, whatever is told before it. */
const LASTLY =
  /(?:^|[，,。\s])(?:就|那|你|您|麻烦|请|还是)*(?:给|帮|替)(?:我|俺|额|咱|他|她)(?:们)?(?:把[^，。]{1,10})?(?:(?<cancel>取消|退[掉了]|撤[掉了]|撤销|去[掉了](?=$|[吧嘛，,。]))|(?:往[前后])?(?:推|挪|改|换|调)(?:到|成|[一两几]天|个(?:日子|时间)))[^，。]{0,10}$/u;
/** 麻烦改到十二月一号上午: how a request ends. */
const MOVES_LASTLY =
  /(?:^|[，,。\s])[^，,。\s]{0,8}(?:改|换|挪|推|调)(?:到|成|至)(?=[^，,。\s]*(?:[号日]|周|星期|礼拜|[上下]午|明天|后天))[^，,。\s]{1,16}[。，]?$/u;
/** What an appointment is called by. */
export const VISIT = /(?<!本|学|百|哪个?)科|体检|陪诊|上门|中医馆/u;
/** 我忘了是哪个医院了, 几号去看病来着. */
const FORGETS =
  /(?:忘了?|记不得|不记得|记不清)[^，,。]{0,6}(?:哪[个家]医院|哪天|几点|几号|什么时候|啥时候)|(?:几点|几号|哪天|哪[个家]医院)[^，,。]{0,6}来着/u;

/** After one appointment, another: 我奶奶也要一个，骨科. */
const ANOTHER =
  /(?:也|再|还)(?:想|要|得|给.{1,4}|帮.{1,4}){0,2}(?:挂|约|预约|来|要)[一个]|(?:约|挂|弄|办|搞)(?:我|俺|额|咱|她|他|老)[^，。]{0,4}[的嘞哩](?=[，。]|$)|(?:妈|爸|娘|爹|伴|头子?|婆子?|奶奶?|爷爷?|婆婆|公公|我|俺|[她他]|哥|姐|弟|妹)也(?:想|要|得)?(?:去)?(?:挂|约|预约|看|要)|(?:还有|再给|再帮)[^，。]{0,3}(?:妈|爸|娘|爹|伴|头子?|婆子?|奶奶?|爷爷?|婆婆|公公|我|俺)/u;

/** 喂，是约体检的不; 你们是挂号的吧: somebody makes sure of whom they reached. */
const CALLS_FOR =
  /(?:^|[，,。？?！!…\s])(?:你们?|恁|您|这里|这儿|那里|那儿|这|那|就|是|不|…)*(?:(?:给|帮|管|能|办)*(?:约|预约|挂|登记)[^，,。？?！!…\s]{0,2}(?:体检|查体|号|门诊|上门|陪诊|家庭医生)|体检|查体|挂号|预约)(?:的|处|那里|那儿|台|热线|电话)+(?:地方|人|同志)?(?:是|对)?[吗不啵吧么没]?[？?。]?$/u;

/** 医生能到我屋里来一趟不, 能不能让大夫来家看看. */
const MAY_COME_HOME =
  /(?:大夫|医生|护士|郎中|先生)(?!的)[^，,。？?]{0,3}(?:能不能|能否|可不可以|可以|能|肯|得不得)[^，,。？?]{0,4}(?:(?:来|到|上|进)(?:我|俺|额|咱|他|她|人)?们?(?:家|屋|窑)(?!庭)|上门[来给看瞧]|来(?:看|瞧|一趟))|(?:能不能|能否|可不可以|可以|能|有没有)(?:给|帮|请|叫|让|喊|派|找|有|个|位|一)*(?:大夫|医生|护士|郎中|先生)[^，,。？?]{0,4}(?:(?:来|到|上|进)(?:我|俺|额|咱|他|她|人)?们?(?:家|屋|窑)(?!庭)|上门|来(?:看|瞧|一趟))/u;
/** 老倌子起不来床: somebody who cannot go there. */
const CANNOT_GO =
  /(?:我|俺|额|咱|老(?:伴|头|倌|婆|汉|娘|爹|人家|太)|爸|妈|爹|娘|公|婆|爷|奶|[他她]|隔壁|邻居|哥|姐|弟|妹|叔|婶|舅|姑|姨)[^。？?]{0,16}(?:起不(?:来|了)|下不(?:来|了|得|去)|出不(?:了|得)门|走不(?:了|动|得)|动不(?:了|得)|动弹不|瘫|[背弄抱扶]不动|背[他她]不动|去不了|卧床|睡在床上|躺在?床)/u;
/** What it costs, what is done, or whom it is for, is asked of the policies. */
const OF_TERMS =
  /钱|费|报销|医保|政策|规定|文件|条件|标准|多久|几[次回趟]|多少|签|符合|资格|哪[些样]|补|什么|啥|办法|网上|申请/u;
/** 看看, 换一换, 来一趟: said of what is to be done now; 能来看不 asks whether it is ever done. */
const NOW = /([看瞧瞅换查抽量弄])一?\1|(?:看|瞧|瞅|换|查|弄|抽|来|跑)(?:一?[下趟]|个)/u;

/** 我一个人去医院摸不到门，你们讲有志愿者陪的: told of oneself, it asks for one. */
const WANTS_COMPANY =
  /(?:我|俺|额|咱)[^。？?]{0,16}(?:(?<=[我俺额咱])一个人|摸不[到着]|找不[到着]|不识字|不认得|认不得|搞不[清懂]|弄不[清懂])[^。？?]{0,24}(?:志愿者|义工|社工|人)[^，。？?]{0,4}陪/u;
/** 听讲有人可以陪老人家去看病？我一个人住，那些机子我搞不来. */
const COMPANY_THERE =
  /(?:人|志愿者|义工|社工)[^，,。？?]{0,6}陪[^，,。？?]{0,10}(?:医院|看病|看医生|看大夫|检查)/u;
const IN_NEED_OF_IT =
  /(?:我|俺|额|咱|老(?:伴|娘|爹)|妈|爸|娘|爹)[^。？?]{0,16}(?:一个人|摸不[到着清]|找不[到着]|不识字|不认得|认不得|(?:搞|弄|整|闹)不(?:来|清|懂|明白)|不会(?:用|弄|搞|整)|(?:看|听)不(?:见|清)|走不动|腿脚)/u;
/** 查体咋报名？俺七十了. */
const SIGNS_UP =
  /(?:体检|查体|检查身体|家庭医生|陪诊)[^，,。？?]{0,6}(?:咋|怎么|在哪|到哪|上哪|去哪|找谁|跟谁)(?:个|样|儿|里|块)?(?:去)?(?:报名|登记|报上名|挂上?号|预约|约(?!束))/u;
const OF_ONESELF = /我|俺|额(?!度)|咱|老伴|妈|爸|娘|爹/u;
/** 脚趾头变形了，看不看得咯; 能给瞧瞧不. */
const CAN_BE_SEEN =
  /(?:能不能|能|可不可以|可以|得不得)(?:给|帮|替)?(?:我|俺|额|咱)?(?:看|瞧|瞅)(?:看|瞧|瞅|一?下)?(?:不|吗|么|没|啵)?[咯啦呢啊]?[？?。]?$|(?:看|瞧)不(?:看|瞧)得(?:了|成)?[咯啦了啵啊呢]*[？?。]?$|(?:看|瞧)得(?:了|成)?(?:不|啵|吗|么)[咯啦了啊]*[？?。]?$/u;
/** 想去社区那个中医馆: where one goes to be seen, and for nothing else. */
const GOES_THERE =
  /^(?:我|俺|额|咱|就|也|还|是|那|嗯)*(?:想|要|打算|准备|寻思)(?:去|到|上)(?!问|办|找工作|上班|伺候|照[顾看])[^，,。？?]{0,10}(?:中医馆|卫生[室院所]|(?<!养老)医院|[一二三]院|门诊|(?<!老)科|诊所)(?:里|那里|那儿|那边)?(?:看|瞧|瞅|查|扎|灸|按|拔|刮|调|弄|做|治|检查)*(?:一?下|一?[看瞧瞅查调]|针|罐|痧|灸)*[吧呗了的]*$/u;
/** 想到区医院找心血管的医生看下药对不对. */
const GOES_TO_SOMEBODY =
  /(?:想|要|打算|准备|寻思)(?:去|到|上)[^，,。？?]{0,8}(?:医院|[一二三]院|卫生[院室所]|诊所|门诊|中医馆|社区)[^，,。？?]{0,4}(?:找|请|让|叫|寻)[^，,。？?]{0,8}(?:医生|大夫|师傅|专家|先生|郎中)/u;
/** 俺那个老年查体，咋弄. */
const GOES_ABOUT =
  /^[^。？?]{0,8}(?:我|俺|额|咱)(?:们)?(?:要|想|得|去|做|弄|这个?|那个?|老年|老人|一年一回的?)*(?:体检|查体|陪诊|喘息|挂号)[，,\s]*(?:该|要|得)?(?:咋|怎么)(?:个)?(?:弄|整|搞|办|约)(?:法|呢|啊|哩|嘞|咯)?[？?。]?$/u;

/** 喊了好几回 asks nothing. */
const asksOfTerms = (text: string): boolean => OF_TERMS.test(text.replace(/[了好]几[次回趟]/gu, ''));

/** Asked of somebody of one's own, and of now, it is a wish. */
const asksForOwn = (text: string): boolean =>
  text.length <= LONGEST_WISH &&
  !asksOfTerms(text) &&
  (GOES_ABOUT.test(text) ||
    WANTS_COMPANY.test(text) ||
    (COMPANY_THERE.test(text) && IN_NEED_OF_IT.test(text) && !/住院|护工|照护/u.test(text)) ||
    (SIGNS_UP.test(text) && OF_ONESELF.test(text)) ||
    (CAN_BE_SEEN.test(text) && (tellsAil(text) || BODY_PART.test(text))) ||
    (MAY_COME_HOME.test(text) && CANNOT_GO.test(text) && NOW.test(text)));

/** 政策上有没有说叫人替我歇几天; not 不是问规定，我是真要看. */
const OF_WHAT_IS_WRITTEN =
  /(?<!(?:不是|不|没|刚才是?)问?)(?:政策|文件|规定)(?![我俺额咱])[^，,。\s]{0,4}(?:有没有|[说写讲提]没|咋|怎么|是不是|[说写讲提]了?[^，,。\s]{0,8}[吗么没不])|有(?:没有)?(?:这|那|咯)?(?:个|种|样的?)?(?:政策|规定|规矩|说法|讲法|一说)(?=$|[，。？?]|没|吗|么|不)/u;

/** Whether it asks, in so many words, what the policies say. */
export const asksWhatIsWritten = (text: string): boolean => OF_WHAT_IS_WRITTEN.test(text);

/** What a turn asks of the booking desk; null where it asks nothing of it. `known`: appointments of this conversation. */
export function taskIn(said: string, known: boolean): Task | null {
  if (said.length > 400) return null;
  // Of an appointment the one is the other: 那个不要了, 那个不约了.
  const text = repaired(said).replace(/不要(?=[了咧嘞咯啦哒])/gu, '不约');
  if (UNDO.test(text) && known) return 'undo';
  if (known && tellsFamily(text)) return 'tell';
  const rule = TASK_RULES.find(
    ({ says, unless, within }) =>
      text.length <= (within ?? text.length) && says.test(text) && !unless?.test(text),
  );
  const task = BOOKING_TASKS.find(([intent]) => intent === rule?.intent)?.[1] ?? null;
  const ofAppointment = known || APPOINTMENT.test(text);
  if (task !== null && task !== 'book') return ofAppointment ? task : null;
  // 刚约的周三哪个，…麻烦改到一号: a 那个 of which only the sound was written.
  const movesLastly = ofAppointment && MOVES_LASTLY.test(text) && !isAsking(text.split(PAUSES).at(-1) ?? '');
  if ((ASKS_OWN.test(text) && !movesLastly) || FORGETS.test(text)) return 'query';
  if (known && TAKES_OUT.test(text) && !isAsking(text)) return 'cancel';
  if (WANTS_SHIFTED.test(text)) return 'reschedule';
  const lastly = (ofAppointment || VISIT.test(text)) && !isAsking(text) ? LASTLY.exec(text) : null;
  if (lastly !== null) return lastly.groups?.cancel === undefined ? 'reschedule' : 'cancel';
  if (SHIFTS.test(text) && (known || (ofAppointment && !isAsking(text)))) return 'reschedule';
  if ((ofAppointment && GIVES_UP.test(text)) || (!isAsking(text) && GIVES_BACK.test(text))) return 'cancel';
  const clauses = text.split(PAUSES);
  if (GOES_TO_SOMEBODY.test(text) && !asksOfTerms(text)) return 'book';
  if (clauses.some((clause) => GOES_THERE.test(clause) && !isAsking(clause)) && !asksOfTerms(text))
    return 'book';
  if (clauses.some((clause) => CLEARLY.test(clause) && !isAsking(clause) && !ABOUT_BOOKING.test(clause)))
    return 'book';
  if (A_PLACE.test(text) || (WHICH_CLINIC.test(text) && tellsAil(text))) return 'book';
  if (namesClinic(text) || IN_WANT.test(text) || asksForOwn(text)) return 'book';
  if (text.length <= LONGEST_CALL && CALLS_FOR.test(text) && !OF_TERMS.test(text)) return 'book';
  if (
    !isAsking(text) &&
    (IN_CARE.test(text) ||
      (known && ANOTHER.test(text)) ||
      (TO_BE_SEEN.test(text) &&
        GOES.test(text) &&
        (tellsAil(text) || CLINIC.test(text) || BODY_PART.test(text))))
  )
    return 'book';
  // 大夫能来屋里看病不, 签约要什么条件: a question of the rules, not a wish for an appointment.
  if (isAsking(text) && !REQUEST.test(text) && !clauses.some(asksToRegister) && !COMES_HOME.test(text))
    return null;
  if (ABOUT_BOOKING.test(text) && !WISHES.test(text)) return null;
  if (
    task === 'book' ||
    WISHES.test(text) ||
    clauses.some((clause) => SEES.test(clause)) ||
    COMES_HOME.test(text)
  )
    return 'book';
  // Nobody tells a name and a number for nothing.
  if (hearNamed(text) !== null && hearPhone(text) !== null) return 'book';
  return soundsLike(text, BOOK_SOUNDS) ? 'book' : null;
}

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

/** 眼科，后天上午. */
const VISIT_DAY =
  /科[，,\s].*(?:明天|后天|上午|下午|礼拜|星期|周)|(?:明天|后天|上午|下午|礼拜.|星期.|周.)[，,\s].*科$/u;
/** 老年科，给我奶奶: a department, and for whom. */
const FOR_SOMEBODY = /(?:^|[，,\s])(?:给|帮|替)(?:我|俺|额|咱)[^，,。\s]{1,4}$/u;
/** 瓜个神经内科. */
const HANGS = ['挂个', '挂一个', '我挂', '要挂'];

/** Longer than anybody makes sure whom they reached. */
const LONGEST_CALL = 24;
/** Longer than a wish is told in. */
const LONGEST_WISH = 60;

const namesClinic = (text: string): boolean =>
  text.length <= LONGEST_WISH &&
  hearDepartment(text) !== null &&
  (AT_A_CLINIC.test(text) || VISIT_DAY.test(text) || FOR_SOMEBODY.test(text) || soundsLike(text, HANGS)) &&
  !ABOUT_BOOKING.test(text) &&
  (!isAsking(text) || /挂/u.test(text));
