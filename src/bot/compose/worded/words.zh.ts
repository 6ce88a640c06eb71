/**
 * Words that limit who gets what, and when: each row is one meaning, in the policies' words and in people's. A row
 * that a rule has, its rewording must have too. `class` rows name kinds of people or houses that rules keep apart: a
 * rewording must not bring in one that the rule does not have either.
 */
interface Qualifier {
  name: string;
  says: RegExp;
  kind: 'class' | 'condition';
}

const row = (kind: Qualifier['kind'], name: string, says: RegExp): Qualifier => ({ name, says, kind });

export const QUALIFIERS: readonly Qualifier[] = [
  row('class', '三无', /三无|无劳动能力|孤寡|无儿无女|没儿没女/u),
  row('class', '五保特困', /五保|特困/u),
  row('class', '低保', /低保|最低生活保障/u),
  row('class', '低收入', /低收入|贫困|困难|收入低|收入不高|收入少|手头紧|经济差/u),
  row(
    'class',
    '失能',
    /(?<!半|部分)失能|不能自理|自理不了|自理能力|(?<!偏)瘫|卧床|起不来床|下不了床|动不了|离不开人|照料不了自己|照顾不了自己/u,
  ),
  row('class', '半失能', /半失能|部分失能|半自理|部分自理|半瘫/u),
  row('class', '失智', /失智|痴呆|糊涂|阿尔茨海默|认知/u),
  row('class', '全护理', /全护理|完全护理|全部护理|全靠人/u),
  row('class', '半护理', /半护理|部分护理|一半护理/u),
  row('class', '空巢独居', /空巢|独居|一个人(?:过|住|在家|单过)|独自|守空屋|身边没(?:有)?人/u),
  row('class', '计生特殊', /计生特殊|计划生育特殊|失独|特扶|独生子女/u),
  row('class', '残疾', /残疾|残障/u),
  row('class', '高龄', /高龄|岁数大|年纪大|年岁大|上了岁数|上了年纪/u),
  row('class', '留守', /留守/u),
  row('class', '慢病', /慢性?病|高血压|糖尿病/u),
  row('class', '临终', /临终|安宁疗护|最后一程|生命末期|终末期/u),
  row('class', '非营利', /非营利|非盈利|不(?:以|图|为)?[营盈]利|公益|民非|民办非企业/u),
  row('class', '营利', /(?<![非不以为图])[营盈]利|赚钱|商业性/u),
  row('class', '公立', /公立|公办|公家办|政府办|国有/u),
  row('class', '社会办', /民办|社会办|社会力量|社会资本|民间|私人|私营|民营|个人办|自己办|社会上|社会投资/u),
  row('class', '新建', /新建|新办|新盖|新开|新设|新造|新起/u),
  row('class', '改扩建', /改建|扩建|改扩建|改造/u),
  row('class', '租房', /租/u),
  row('class', '农村', /农村|乡下|村里|行政村|乡村|村(?=民|级|卫生)/u),
  row('class', '事业编', /事业单位|在编|编制/u),
  row('class', '三级医院', /三级|三甲/u),
  row('class', '二级医院', /二级/u),
  row('condition', '基层', /基层|社区|乡镇|卫生院|村卫生室|街道/u),
  row('condition', '新增', /新增|新加|新添|增设|新设|多加|新开|新办|新建|新盖|新起/u),
  row(
    'condition',
    '以上',
    /以上|往上|及以上|更高|(?<![年月日])起(?!来|施|执|实|草)|满|过了|到了|不低于|不少于|至少|最少|起码|(?<!不[得能许准]?)超过|够/u,
  ),
  row(
    'condition',
    '以下',
    /以下|往下|以内|之内|不得?超过|不能超过|不高于|最多|最高|顶多|[\d一二三四五六七八九十月年天日时][内里]|(?<!不得?|不能)(?:低于|少于)|不足|不到|封顶/u,
  ),
  row('condition', '户籍', /户籍|户口|本地人|当地人|本[市区县省]人/u),
  row('condition', '散居居家', /散居|分散|居家|在家|家里|自己家|屋里|上门|老屋/u),
  row('condition', '评估认定', /评估|认定|鉴定|评定|评上|评为|评过|测评|评级/u),
  row('condition', '审批', /审批|批准|审核|核准|批下来|批了|批过|批文|前置|验收|审查/u),
  row('condition', '验收', /验收|检查合格|查验/u),
  row('condition', '备案', /备案|备个案|备了案/u),
  row('condition', '登记', /登记|注册/u),
  row('condition', '申请', /申请|申报|提出|报名|递材料|自己报|去报|打报告/u),
  row('condition', '签约', /签约|签订|签了|签过|签合同|协议|合同|签字|签个/u),
  row('condition', '证照', /执照|许可|资质|资格|持证|双证|证书|有证|凭.{0,6}证|证件|证明|证(?=的|上岗)/u),
  row('condition', '符合条件', /符合|条件|够格|达标|满足|合要求/u),
  row('condition', '按规定', /按规定|按照规定|依规|照规定|规定|依法|合法|法律|法规/u),
  row('condition', '一次性', /一次性|一次给|给一次|一回给|一笔|只给一[次回]|就给一[次回]/u),
  row('condition', '首次', /首次|第一次|头一[次回]|初次/u),
  row('condition', '试点', /试点|试着|先试|试行|试验/u),
  row(
    'condition',
    '仅限',
    /只|仅|限|光(?=给|有|是)|才|单独|专门?(?=给|为|供)|而已|不一定|没有?说一定|不等于/u,
  ),
  row(
    'condition',
    '除外',
    /除(?!了)|不含|不包[括含]|不算|以外|之外|排除|不在[^，。]{0,10}[内里列]|刨去|没有?算/u,
  ),
  row('condition', '不重复', /重复|同时|兼|叠加|加在一起|加起来|就高|二选一|不能都/u),
  row('condition', '自愿', /自愿|愿意|自己(?:选|定|决定)|自主/u),
  row('condition', '原则上', /原则/u),
  row('condition', '优先', /优先|先(?=安排|考虑|给|照顾|办|看|排)|靠前|插队|排前/u),
  row('condition', '子女', /子女|儿女|孩子|儿子|女儿|崽|娃/u),
  row('condition', '参保', /参保|医保|社保|上了保险|医疗保险|保险/u),
  row('condition', '最低工资', /最低工资|工资/u),
  row('condition', '减半', /[减一对]半|半价|对折|五折|50%|百分之五十|五成/u),
  row(
    'condition',
    '给机构',
    /(?:给|归|拨到|发到)(?:了|到)?[^，。；]{0,4}(?:机构|单位|医院|养老院|企业|院里)/u,
  ),
  row(
    'condition',
    '免费',
    /免|不(?:用|要|收|花|交|缴|掏)(?:任何|一分|老人|您)?(?:费|钱|缴|交|出|花)|白(?:查|给|做|检)|无偿|不收|一分钱/u,
  ),
];

/** What shows that a policy wants something, and has not granted it. */
export const HEDGES =
  /鼓励|支持|探索|引导|提倡|倡导|推动|推进|推广|目标|力争|争取|逐步|逐渐|慢慢|一步一步|有条件的|研究|试点|试着|计划|规划|打算|希望|想要?(?!问|知)|努力|方向|没有说一定|没说一定|不一定|不等于|没说已经|没有说已经|要(?:积极|大力|加快|完善|建|发展|加强|把|在|给|让|对|按|开展|探索)|提出|摸索|提到|说是|发展|加快|积极|原则|任务|号召|盼着|大方向|往.{1,8}(?:走|发展)/u;

/** Wishes and aims proper: of these a rewording must not make a fact. */
export const WISHES =
  /鼓励|探索|力争|争取|有条件的|提倡|倡导|引导|支持|(?:定的|的|是)目标|目标(?:是|里|：)|没有说一定|没说一定|只是|不等于|逐步/u;

/** That something is so by now, or for sure. */
export const DONE =
  /(?<!没有?说|没说|不等于|没有|尚未|不是)(?:已经|早已|早就|都已|业已)|现在就(?:能|可以|有)|马上就?(?:能|可以|有|给|发)|立刻|立即|必定|肯定(?:能|可以|会|有)|(?<!不|没有说|没说|说)一定(?:能|可以|会|有|给|发|报)|保证(?:能|给|让|有|发)|百分之百|人人都?(?:能|有|可以|享受)/u;

/** Widens whom or what a rule reaches. */
export const WIDENS = /所有|全部|全体|任何|无论|不管|不论|人人|一律|谁都|不限|随时随地|任意|通通|统统/u;

/** Turned round by 不: what a text denies, forbids, or says is not there. Bounds (不低于) are figures' matter. */
export const NEGATIONS =
  /不(?![低少小高大超]于|超过|足|仅|但|久|断|同|过(?!来|去)|管|论|错|便|良|全|等(?!于)|动产|光|只|妨|利|孕|方便)|没(?!问题|关系|收)|未(?!来|成年)|无(?!障碍|线|论|缝|痛|菌|害|烟)|非(?!常|公|营|物质|急)|严禁|禁止|莫|甭|别(?=让|给|收|要|再|去|把)|勿|免|取消|停止|停发|拒|除外|白(?=查|给|做|检)|杜绝/gu;

/** 可以不缴: leave to leave out; and words that ask or soften, not deny. */
export const NO_DENIAL =
  /不得不|无不|不会不|不能不|是不是|能不能|要不要|有没有|可不可以|算不算|不一定|不清楚|说不准|不放心|差不多|不妨|不好意思|对不起|不用担心|不用怕|不用急|不着急|别担心|别着急|不懂|不明白|没关系|没事/gu;

/** Said of how much, not of whether. */
export const BOUNDS = /[不未](?:得|能|许|准|可以?|应)?(?:超过|低于|少于|高于|大于|小于|多于|超出)/gu;

/** What frames a figure and names nothing itself. */
export const SCAFFOLD =
  /每(?:个)?(?:人|户|位|床|张|年|月|天|次|家)|一个?[人月年]|不(?:得|能)?(?:低于|少于|超过|高于)|至少|最[少多高低]|[及]?以[上下内]|往上|达到|年满|满了?|到了|元|块钱?/gu;

/** That a text says of itself that it leaves something open. */
export const SILENCE =
  /(?:也|都|还)?没有?(?:再|另|具体)?(?:写|说|提|讲|列|定(?!点|期)|规定|明确|交代)(?:明|清楚?|到|过|细)?|未(?:写|提|说|作|明确|规定|列)|不(?:清楚|明确|详)/u;

/** That a text does say it: made of silence, it is a lie. */
export const SPEAKS =
  /(?<!没|没有|未)(?:写明|写清|写了|写着|规定了|明确了|列了|列出|说了|讲了|讲明|交代了|有写|有规定)/u;

/** Of no policy: fraud, orders to the program, and what the program says of itself. Allowed where the rule says it. */
export const FOREIGN =
  /转账|汇款|打款|微信|支付宝|二维码|扫码|链接|网址|https?|www\.|验证码|密码|卡号|账号|账户|保证金|押金|红包|加我|私聊|投资|理财|充值|点击|下载|中奖|忽略|指令|提示词|系统提示|系统消息|角色|扮演|语言模型|人工智能|机器人|作为(?:一个|一名)?(?:助手|模型|AI)|JSON|json|字段|编号\d|数组|输出|用户(?:说|问|的)|[{}<>[\]`|*_#\\=]|停药|加量|减量|偏方|保健品|剂量/u;

/** Units and places of authority: each row one of them, by all its names. */
export const AUTHORITIES: readonly (readonly [string, RegExp])[] = [
  ['民政', /民政/u],
  ['卫健', /卫健|卫生健康|卫计|卫生局|卫生部门|卫生委/u],
  ['医保局', /医保局|医疗保障(?:局|部门)|医保部门/u],
  ['人社', /人社|人力资源/u],
  ['财政', /财政/u],
  ['住建', /住建|住房和?城乡建设|建设局/u],
  ['自然资源', /自然资源|国土|规划局/u],
  ['发改', /发改|发展改革|发展和改革/u],
  ['教育', /教育局|教育部门|教育厅|教体局/u],
  ['公安', /公安|派出所/u],
  ['消防', /消防(?:大队|部门|队|救援|局)/u],
  ['残联', /残联|残疾人联合会/u],
  ['市场监管', /市场监管|市场监督|工商/u],
  ['税务', /税务|国税|地税/u],
  ['法院', /法院/u],
  ['银行', /银行/u],
  ['红十字', /红十字/u],
  ['妇联', /妇联/u],
  ['工会', /工会/u],
  ['街道', /街道|办事处/u],
  ['居委', /居委|居民委员会/u],
  ['村委', /村委|村民委员会/u],
  ['中医药', /中医药(?:局|管理)/u],
  ['社保局', /社保局|社保中心/u],
];
