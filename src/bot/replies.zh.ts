/** Every fixed sentence that a person can meet, one for each ending. No figures but hotlines: the gate checks them. */

/** Who to ask, by what the question is about. */
const AUTHORITIES: readonly (readonly [RegExp, string])[] = [
  [/医保|报销|医疗保险|长护|护理保险|异地/, '医保热线12393'],
  [/体检|看病|签约|医生|疫苗|健康|住院|门诊|卫生/, '当地卫生健康委，或者打12345'],
  [/社保|养老金|退休金|工资|就业/, '人社热线12333'],
  [/补贴|补助|津贴|低保|五保|三无|养老|遗属|丧葬|高龄|老人/, '当地民政部门，或者打12345'],
];

export function whoToAsk(question: string): string {
  return AUTHORITIES.find(([about]) => about.test(question))?.[1] ?? '政务热线12345';
}

/** The number of whom to ask. */
export const hotlineFor = (question: string): string => /\d{5}/.exec(whoToAsk(question))?.[0] ?? '12345';

/** 2021-10-01 -> 2021年10月1日. */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const list = (names: readonly string[]): string => names.join('、');

export const replies = {
  greeting: '您好，我是颐问，帮您查养老和看病的政策。您想问什么，直接说就行。',
  thanks: '不客气。还有什么想问的，您慢慢说。',
  who: '我是颐问，是电脑程序，不是真人。我帮您查养老和看病的政策，看您能享受什么，也能帮您约号。想找人说，就说“转人工”。',
  hearing: '听得见，您说。',
  contact: '我这里没有别的电话。想找人问，请打政务热线12345，或者跟我说“转人工”。',
  complaint: '对不住，没帮上您。政策文件里没写的，我不敢乱说。想找人问，就说“转人工”，或者打政务热线12345。',
  nothingAsked: '您说的我听到了。是想问老人能享受什么吗？说“能享受什么”，我就帮您看；想问别的，也直接说。',
  ails: '听着是身上不舒服。要不要帮您约个号，让医生看看？',
  noMoney: (place: string): string => `${place}的这份文件里，没有写给老人个人发多少钱。`,
  trust:
    '我说的都是政策文件里写的，每条后面都有出处，家里人可以对着看。能不能办，最后由当地部门定，也可以打政务热线12345核实。',
  nod: '好的。还有什么想问的，您慢慢说。',
  eased: (number: string): string =>
    number === '120'
      ? '缓过来就好，可别大意：刚才那样，今天就该去医院看看，身边最好有人。要是又犯了，马上打120。别的想问什么，您接着说。'
      : `没事就好。要是又有危险，马上打${number}。别的想问什么，您接着说。`,
  bye: '好的，您多保重。有事随时再来问。',
  nothingSaid: '我没有听到内容。您想问什么，直接说就行，比如：老人免费体检是怎么规定的？',
  nothingToRepeat: '我还没有说过话呢。您想问什么，直接说就行。',
  notUnderstood: '这句话我没看明白。您可以换个说法，比如：三无老人每个月能领多少？',
  outOfScope:
    '这个我答不了。我只管养老和看病的政策：补贴、体检、上门看病、养老院这些。您可以问我这方面的事。',
  askPlace: (held: readonly string[]): string =>
    `各地规定不一样。老人住在哪个市、哪个县区？我手里有${list(held)}的文件。`,
  uncovered: (place: string, question: string): string =>
    `我手里没有${place}的文件，查不到那里的规定，也不能拿别处的规定给您用。请问${whoToAsk(question)}。`,
  onlyInside: (place: string, inside: readonly string[]): string =>
    `我手里没有${place}自己的文件，查不到它的规定；那里面我只有${list(inside)}的。老人是${list(inside)}的吗？如果不是，请打12345问。`,
  silent: (place: string, question: string): string =>
    `${place}的这份文件里没有写到这件事，我查不到规定，不能随便说。请问${whoToAsk(question)}。`,
  silentAnywhere: (question: string): string =>
    `我手里的文件都没有写到这件事，查不到规定，不能随便说。请问${whoToAsk(question)}。`,
  byHigherPlace: (place: string, higher: string): string =>
    `${place}自己的文件我这里没有，下面是${higher}的规定，${place}也在它管的范围里。`,
  /** Said before what is written, where it is not what was asked. */
  leftOpen: (what: string): string => `${what}，文件里没有写。有关的规定是：`,
  related: '有关的规定是：',
  partOpen: '您还问到的那件事，这份文件里没有写。',
  nearest: '没找到完全对得上的规定，最接近的是：',
  onlyDispersed: '只给散居的，住在养老院的没有。',
  tooYoung: (age: number): string => `还不到${age}岁，够不上这条。`,
  noAmount: '文件里没有写具体多少钱。',
  noAge: '文件里没有写年龄要求。',
  noCount: '文件里没有写具体数目。',
  noDate: '文件里没有写具体时间。',
  noWay: (ask: string): string => `怎么办、带什么材料，文件里没有写，可以问${ask}。`,
  noWhere: (ask: string): string => `去哪里办，文件里没有写，可以问${ask}。`,
  notForPeople: '这条说的是机构的事；给老人个人的，文件里没有写。',
  target: '这是文件定的目标，不等于现在人人都能享受到。',
  intention: '文件只是鼓励、支持这样做，没有说一定有，要问当地办没办。',
  departments: (names: readonly string[]): string => `文件里写的负责单位是：${list(names)}。`,
  noEndDate: '文件没有写管到什么时候，现在还执行不执行，请打12345核实。',
  meaning: (term: string): string => `“${term}”的意思是：`,
  numberIs: (title: string, number: string): string => `这份文件叫《${title}》，文号是${number}。`,
  noNumber: (title: string): string => `这份文件叫《${title}》，我手里的文本没有写文号。`,
  issuedBy: (issuers: readonly string[]): string => `发文单位：${list(issuers)}。`,
  issuedOn: (day: string): string => `印发日期是${dayInWords(day)}。`,
  startsOn: (day: string): string => `从${dayInWords(day)}起施行。`,
  startsUnsaid: (day: string): string => `印发日期是${dayInWords(day)}，没有另写从哪天起施行。`,
  endsOn: (day: string): string => `有效期到${dayInWords(day)}。`,
  termSaid: (words: string): string => `文件写的是：${words}`,
  noIssueDate: '我手里的文本没有写印发日期。',
  asQuoted: (place: string): string => `${place}的文件原话是：`,
  eligible: (title: string): string => `按您说的，可以享受：${title}。`,
  maybeEligible: (title: string): string => `可能可以享受：${title}。`,
  notEligible: (title: string): string => `按您说的，现在还不符合：${title}。`,
  meeting: (conditions: readonly string[]): string =>
    conditions.length > 0 ? `对得上的条件：${conditions.join('；')}。` : '',
  failing: (conditions: readonly string[]): string => `差在这里：${conditions.join('；')}。`,
  stillOpen: (conditions: readonly string[]): string =>
    conditions.length > 0 ? `还要看：${conditions.join('；')}。` : '',
  provided: (conditions: readonly string[]): string => `前提：${conditions.join('，')}。`,
  runBy: (units: string, apply: string | null): string =>
    `${apply === null ? '怎么申请文件没有写' : `${apply}`}，可以问${units}。`,
  ruleIs: (plain: string): string => `规定是：${plain}`,
  alsoEligible: (titles: readonly string[]): string => `另外还可以享受：${titles.join('；')}。`,
  later: (titles: readonly string[]): string => `用得着的时候还有：${titles.join('；')}。`,
  classesNotAdded: '这几类文件是分开写的，没有说可以加在一起领。',
  opening: (question: string): string => `我问您几句话，就能算清楚。不知道的就说不知道。${question}`,
  why: (why: string, help: string | null, question: string): string => `${why}${help ?? ''}${question}`,
  unclearAnswer: '这句我没听明白。',
  sanwu: '“三无”是没有劳动能力、没有收入、也没有人赡养，全都是才算。',
  besideAnswer: '您说的我听到了。还要问您：',
  notKnown: (help: string | null): string =>
    `不知道没关系，先放一放。${help === null ? '' : `想弄清楚的话：${help}`}`,
  notSaid: '不想说就不说，没关系。',
  noted: '好，记下了。',
  gained: (titles: readonly string[]): string => `按您说的，可以享受：${titles.join('；')}。`,
  andAsk: '还要问您：',
  backTo: (question: string): string => `刚才问您的还没答：${question}`,
  wouldChange: '情况要是变了，结果也会变，到时候再来问。',
  whatIsWrong: '哪里不对，您直接说，我改过来重新算。',
  failure: '系统出了点问题，这句没答上来。请您再说一遍；着急的事请打12345。',
} as const;
