import type { Grant } from '../../../appointments/types.js';

/** Every sentence of the booking conversation. Times, names and numbers come in already worded. */

const list = (names: readonly string[]): string => names.join('、');

export const words = {
  begin: '好，我帮您约。',
  next: '接着约下一位。',
  askService: '您想约哪一样：挂号看病、老人体检，还是请家庭医生？',
  askPlace: '老人住在哪个市、哪个县区？我好找近的医院。',
  noGrant: (service: string): string => `您那里的文件没有写到${service}，不过号可以约。`,
  unknownPlace: '这个地方我没听准。',
  askWho: '是给您自己约，还是给家里哪位约？',
  askComplaint: (self: boolean, who: string): string =>
    `${self ? '您' : `您的${who}`}哪里不舒服，或者想挂什么科？说不准就说不知道。`,
  askProvider: (names: string, more: boolean): string =>
    `能约的有：${names}。您去哪一家？${more ? '要听别的，就说“还有吗”。' : ''}`,
  oneProvider: (name: string): string => `您那里能约的是${name}。`,
  unknownProvider: '您说的那家，我这里约不到。',
  askServiceThere: (names: readonly string[]): string => `那里能约的有${names.join('、')}。您要哪一样？`,
  notThere: (provider: string, service: string): string => `${provider}约不了${service}。`,
  noMoreProviders: '能约的就是这几家了。',
  noProvider: (service: string): string =>
    `${service}，您那里我还没有能约的医院。可以打12345问，或者去就近的社区卫生服务中心、卫生院问。`,
  notBookable: (note: string | null, service: string): string =>
    `${note ?? ''}${service}，您那里现在不能在我这里约。可以打12345问，或者问就近的社区卫生服务中心、卫生院。`,
  suggested: (department: string, caution: string): string =>
    `先给您挂${department}。${caution}要挂别的科就直接说。`,
  chosenDepartment: (department: string): string => `挂${department}。`,
  noSuchDepartment: (wanted: string, others: readonly string[]): string =>
    `这家没有${wanted}的号${others.length === 0 ? '' : `，${list(others)}有，要换就说`}。`,
  askDepartment: (names: string): string => `有这几个科：${names}。挂哪一个？`,
  noDepartment: (provider: string, service: string): string => `${provider}现在约不了${service}。`,
  askSlot: (slots: string): string => `有号的时间：${slots}。要哪一个？想要别的日子也直接说。`,
  oneSlot: (slot: string): string => `有号的时间是${slot}。就要这个，行吗？想要别的日子也直接说。`,
  noneThen: (said: string): string => `${said === '' ? '您说的时间' : `您说的“${said}”`}没有号了。`,
  noMoreSlots: '再往后没有号了，还是前面这几个。',
  askTell: (word: string, phone: string, what: string): string =>
    `我念一遍：${what}，也告诉您${word}，${phone}。发吗？要发就说“对，发吧”。`,
  familyTold: (word: string, phone: string): string =>
    `好，也告诉您${word}，${phone}。以后改了、取消了，都一样告诉。`,
  familyNoted: (word: string, phone: string): string =>
    `好，您${word}的${phone}也记下了。现在发不了短信，请您自己告诉一声。`,
  familyLeft: '好，那就不加了，只告诉原来的号码。',
  allFull: (department: string, provider: string): string => `${provider}${department}这些天的号都满了。`,
  askWaiting: (told: string): string => `要不要给您排候补？${told}要排就说“排候补”，也可以换一家医院。`,
  waitTold: '有人退了号，就发短信告诉您，号给您留一个小时，打电话来说一声要就行。',
  waitAsk: '有人退了号，就给您留一个小时，您隔些时候打电话来问。',
  mayWait: '要等那天的号，就说“排候补”。',
  waiting: (told: string): string => `好，候补给您排上了，现在还没有约上号。${told}`,
  askOffer: (place: string, time: string, until: string): string =>
    `您候补的号有了：${place}，${time}，给您留到${until}。要吗？要就说“要”，不要就说“不要了”。`,
  offerLeft: '好，这个号让给别人，候补也给您撤了。',
  noSlots: (department: string, provider: string): string =>
    `${provider}${department}这些天的号都满了。您可以换一家医院，或者换一个科。`,
  chosenSlot: (time: string): string => `好，${time}，号先给您留着。`,
  othersThen: (times: readonly string[]): string =>
    times.length === 0 ? '' : `（那时候还有${list(times)}。）`,
  askCalendar: (said: string, solar: string, lunar: string): string =>
    `您说的${said}，是公历${solar}，还是农历，也就是公历${lunar}？`,
  askName: (self: boolean, who: string): string =>
    self ? '请说您的姓名和手机号。' : `请说您的${who}叫什么名字，再留一个手机号。`,
  askNameOnly: (self: boolean, who: string): string => `${self ? '您' : `您的${who}`}叫什么名字？`,
  askSpelling: (name: string, char: string): string =>
    `姓名我听到的是${name}，“${char}”字怕没听准。是哪个字？比如说“桂花的桂”；就是这个字就说“就是这个字”。`,
  anyPhone: '可以，留儿女的、家里人的都行，能接到电话、收到短信就好。',
  askPhone: '留哪个手机号？慢慢说，一个数一个数地说。',
  callersPhone: '手机就留您打来的这个号。',
  partOfNumber: (digits: string, count: number): string =>
    `我听到的是${digits}，一共${count}位，手机号要11位。请从头再说一遍，或者接着往下说。`,
  badNumber: (digits: string): string => `我听到的是${digits}，这不像能打通的号码。请从头再说一遍。`,
  askId: (self: boolean, who: string): string =>
    `这家医院要身份证号才能挂。请说${self ? '您' : `您的${who}`}的18位身份证号，只用来挂这个号。`,
  badId: '这个身份证号对不上，可能有一位听错了。请再慢慢说一遍。',
  whyName: '医院要实名取号，所以要问姓名。',
  whyPhone: '留电话是为了把预约码发给您，医院停诊、改时间也好通知您。',
  whyId: '这家医院规定要身份证号才能挂号。',
  readBack: (parts: readonly string[]): string => `我念一遍，您听对不对：${parts.join('；')}。`,
  visit: (provider: string, department: string, service: string | null): string =>
    service === null
      ? `在${provider}，挂${department}`
      : `在${provider}，${[...new Set([department, service])].join('，')}`,
  at: (time: string): string => `时间是${time}`,
  alsoTold: (name: string, phone: string): string => `${name}也收短信${phone === '' ? '' : `，${phone}`}`,
  askFamilyPhone: (word: string): string => `您${word}的手机号是多少？`,
  askConfirm: '都对就说“对，约吧”；哪里不对，直接说哪里。',
  confirmAgain: '我要听准了才敢约。都对就说“对”；不对，就说哪里不对。',
  /** Without its time: a read-back tells one time, and no other is agreed to. */
  besides: '前面约过的那个还在，这是另外再约一个；要把那个改到这个时间，就说“改号”。',
  newNotMoved: '这是新约一个号，不是改约过的。新约就说“对，约吧”；要改约过的号，就说“改号”。',
  changeAgain: '我要听准了才敢动您的号。',
  movesTimeOnly: '改期只能改时间，还在原来的医院、原来的科。要换医院，就先取消，再重新约。',
  nameStands: '约好的号改不了名字。名字错了，就先说“撤销”，再重新约一个。',
  whatIsWrong: '好，先不约。哪里不对？您直接说，比如“换成礼拜四”，“名字错了”。',
  noted: (changed: readonly string[]): string =>
    changed.length === 0 ? '改过来了。' : `改过来了：${changed.join('；')}。`,
  unclear: '这句我没听明白。',
  orPerson: '要人帮您，就说“转人工”。',
  handedOver:
    '您说的我老是听不明白，别耽误您了。请打12345，说清楚老人住哪里、想约什么，那边有人接。说过的我都记着，要接着约就说“接着约”。',
  helpWho: '您自己看就说“我自己”，给家里人看就说是谁，比如“老伴”。',
  unsureProvider: '拿不准就说“近的那家”。',
  notHeard: '没听到您说话。',
  goOn: '好，接着约。',
  backTo: (question: string): string => `刚才的号还没约完：${question}`,
  left: '好，不约了，什么也没有约。要约的时候随时说。',
  leftChange: '好，那就不动，原来的预约还在。',
  byeOpen: '好的。号还没有约上；要接着约，随时再来说。',
  notYet: '现在还没有约上。',
  addresses: (all: readonly string[]): string => `${all.join('；')}。多远、怎么走，我这里算不出来。`,
  fee: '挂号费多少、能报多少，我这里没有，到医院窗口才知道。',
  whichDoctor: (phone: string | null): string =>
    `约的是科室的号，哪位医生看、是男是女，我这里看不到。${phone === null ? '' : `可以打医院电话${phone}问。`}`,
  fasting: (phone: string | null): string =>
    `吃饭、吃药有没有讲究，我这里没有写，${phone === null ? '去以前先问一下医院' : `请打医院电话${phone}问一下`}。`,
  howLong: '人多不多、要等多久，我这里看不到。按约的时间去，等得少些。',
  kept: '记下了。',
  noHurry: '不急，您慢慢来。',
  address: (name: string, address: string): string => `${name}在${address}`,
  cannotBook: '我这里现在不能直接约号。您可以打12345问，或者打医院的电话、到医院窗口去挂。',
  unsettled: '系统刚才没有回话，不知道约上没有。请您再说一遍“对”，我再查，不会重复约。',

  booked: (code: string, what: string): string => `约好了。预约码：${code}。${what}。`,
  pending: (code: string, what: string): string =>
    `已经登记了，还没有定下来。登记码：${code}。${what}。这家医院要由工作人员打电话去约，`,
  unconfirmed: (code: string, what: string): string =>
    `已经发给医院了，医院还没有回话，现在还不能算约上。号码：${code}。${what}。`,
  answerBy: (time: string): string => `最晚${time}给您回话。`,
  willTell: '一有结果就发短信告诉您。',
  askLater: '过后拿这个号码和手机号来问结果。',
  keepCode: '预约码请记下来，过后问、改、取消都用它。',
  already: '这个号已经约好了，不用再约。',
  queueNumber: (number: string): string => `排在${number}号。`,
  fetch: (by: string | null, place: string | null): string =>
    `${by === null ? '' : `${by}以前`}${place === null ? '到医院窗口' : `到${place}`}取号。`,
  bring: '来的时候带上身份证和医保卡。',
  undo: (until: string): string => `约错了，${until}以前说“撤销”就行。`,
  told: (phones: readonly string[]): string => `短信发到${list(phones)}。`,
  sample: '（这是样例医院，不是真的号。）',

  askLocate: '请说六位预约码和留的手机号，我来查。',
  askLocateCode: '请再说一下六位预约码。',
  askLocatePhone: '请再说一下预约时留的手机号。',
  heardNumbers: (code: string, phone: string): string =>
    `我听到的${[code === '' ? '' : `预约码是${code}`, phone === '' ? '' : `手机号是${phone}`].filter((t) => t !== '').join('，')}。`,
  callersVisit: (what: string): string => `您这个电话有一个预约：${what}。`,
  askCode: '要动它，先核对一下：请说预约码末尾三个数，也可以按键。',
  codeUnheard: '我没听到三个数。',
  codeWrong: '这三位对不上。',
  noCode: (phone: string): string =>
    `没有预约码，电话里动不了这个号，原来的预约还在。预约码在约好时的短信里；也可以打医院电话${phone}，或者带身份证到窗口办。`,
  offerTaken: (what: string): string => `约好了：${what}。`,
  codeInMessage: '预约码在短信里。',
  codeIs: (code: string): string => `预约码：${code}。`,
  askWhich: (names: string): string => `您有这几个预约：${names}。说的是哪一个？`,
  noneKnown: '没有查到还有效的预约。',
  noneFound: '预约码在约好时的短信里。没有它，我这里查不到。要人帮您查，就说“转人工”。',
  noneOfCaller: '您这个号码没有还有效的预约。用别的号码约的，',
  yours: (what: string, status: string): string => `${what}。${status}`,
  askCancel: (what: string): string => `要取消的是：${what}。取消吗？要取消就说“取消”，不取消就说“不取消”。`,
  cancelled: (what: string, until: string | null): string =>
    `已经取消：${what}。${until === null ? '' : `取消错了，${until}以前说“撤销”就行。`}`,
  askUndo: (what: string): string => `要把刚才这个撤回来：${what}。撤回吗？请说“撤回”或者“不撤”。`,
  undone: {
    booking: (what: string): string => `撤掉了，这个号不约了：${what}。`,
    cancelling: (what: string): string => `撤回来了，预约还在：${what}。`,
    rescheduling: (what: string): string => `撤回来了，还是原来的时间：${what}。`,
  },
  askWhatBecomes: (what: string | null): string =>
    `${what === null ? '您约的那个号' : `您约的是${what}。这个号`}要改个时间，还是取消？改就说“改时间”，不要了就说“取消”，还去就说“不动”。`,
  askChange: (from: string, to: string): string =>
    `我念一遍：原来是${from}，改到${to}。改吗？要改就说“对，改吧”，不改就说“不改”。`,
  changed: (code: string, what: string): string => `改好了。预约码：${code}。${what}。`,
  oldGivenUp: '原来的号退掉了。',
  status: {
    booked: '已经约好了。',
    pending: '工作人员正在帮您约，还没有定下来。',
    unconfirmed: '医院还没有回话，现在还不能算约上。',
    cancelled: '这个预约已经取消了。',
    fulfilled: '这个号已经看过了。',
    noshow: '这个号没有去看，已经过了。',
  },
  askResume: (what: string): string => `上次您约到一半断了${what === '' ? '' : `：${what}`}。接着约吗？`,
  granted: (title: string, clause: string, force: Grant['force']): string => {
    const where = `《${title}》${clause}`;
    if (force === 'entitlement') return `${where}写明要给老人这项服务。`;
    if (force === 'duty') return `${where}要求医院、卫生院提供这项服务。`;
    return force === 'target'
      ? `${where}把这项服务定为目标，不等于家家医院都已经有。`
      : `${where}只是鼓励做这项服务，没有说一定有。`;
  },
} as const;
