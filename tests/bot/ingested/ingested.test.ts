import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newConversation } from '../../../src/bot/conversation.js';
import type { Bot } from '../../../src/bot/desk.js';
import { createBot } from '../../../src/bot/turn.js';
import { ingestFile } from '../../../src/knowledge/ingest.js';
import { openHouse } from '../../../src/open-house.js';

/** Samples, no real policies, dropped in beside the corpus as a community's office would. */
const SAMPLES = [
  'tests/bot/ingested/allowance.txt',
  'tests/bot/ingested/alterations.txt',
  'evals/unprepared/samples/care-insurance.txt',
  'evals/unprepared/samples/meals.txt',
];

let folder: string;
let bot: Bot;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwen-ingested-'));
  const corpus = join(folder, 'corpus');
  await cp('corpus', corpus, { recursive: true });
  for (const file of SAMPLES) {
    const { outcome } = await ingestFile(
      file,
      { id: basename(file, '.txt') },
      { dir: join(corpus, 'documents') },
    );
    expect(outcome).toBe('added');
  }
  const house = await openHouse(corpus, join(folder, 'index'));
  const now = { year: 2026, month: 11, day: 22, hour: 10, minute: 0, second: 0 };
  bot = createBot({ house: () => house, clock: () => now });
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = async (region: string, text: string) =>
  (await bot.handle({ text, region, conversation: newConversation() })).reply;

describe('an allowance by age, of a document that was only ingested', () => {
  it.each([
    ['我妈今年八十三了，户口在仁怀，一个月能领好多高龄津贴', '50元'],
    ['我家老人九十二了，每个月补多少', '100元'],
    ['百岁老人一个月好多钱', '500元'],
    ['高龄津贴到哪里去申请', '村（居）民委员会'],
    ['要带么子证件', '户口簿'],
    ['批下来要好久', '10个工作日'],
    ['老人家走了，那个钱要不要去说一声', '30日内'],
    ['领了低保还能不能领这个', '不影响'],
    ['我爸瘫在床上去不了，我能不能帮他办', '代为申请'],
    ['忘了认证停了，补不补', '补发'],
  ])('%s: %s', async (asked, told) => {
    const reply = await ask('仁怀市', asked);
    expect(reply.text).toContain(told);
    expect(reply.citations.map(({ documentId }) => documentId)).toContain('allowance');
  });

  it('calls nobody too young who has an amount of her own', async () => {
    const { text } = await ask('仁怀市', '我妈今年八十三了，一个月能领多少高龄津贴');
    expect(text).not.toContain('还不到');
  });

  it('tells who is too young for all of it', async () => {
    const { text } = await ask('仁怀市', '我今年七十三，能不能领高龄津贴');
    expect(text).toContain('还不到80岁，够不上');
  });

  it.each(['走了的话有丧葬费没得', '住养老院有补贴没得', '电话是好多'])(
    'does not write: %s',
    async (asked) => {
      expect((await ask('仁怀市', asked)).kind).toBe('not_found');
    },
  );
});

describe('alterations of homes, of a document that was only ingested', () => {
  it.each([
    ['适老化改造去哪里申请，要带些么子', '户口簿复印件'],
    ['适老化改造的申请多久批得下来', '7个工作日'],
    ['租的房子能不能搞适老化改造', '房主同意'],
    ['哪些老人可以搞适老化改造', '年满60周岁'],
    ['改造做好了保修几年', '2年'],
    ['改造的钱发到我手里不', '不发给个人'],
    ['我是残疾人，前年残联给改过了，还能再改不', '不再纳入'],
    ['改造验收不过关咋办', '10日内整改'],
    ['改造归哪个单位管', '市民政局'],
    ['适老化改造一户最多补好多钱', '3000元'],
  ])('%s: %s', async (asked, told) => {
    expect((await ask('韶山市', asked)).text).toContain(told);
  });

  it('gives the number to ring, which is no sum', async () => {
    const { text } = await ask('韶山市', '适老化改造的咨询电话是好多');
    expect(text).toContain('0731-00000000');
    expect(text).not.toContain('多少钱');
  });

  it.each(['适老化改造给不给发助听器', '适老化改造要不要交押金', '适老化改造能不能换热水器'])(
    'does not write, though all of it is about that: %s',
    async (asked) => expect((await ask('韶山市', asked)).kind).toBe('not_found'),
  );
});

describe('an insurance of care, of a document that was only ingested', () => {
  it.each([
    ['俺爹瘫床上一年多了，请人上门照顾，护理险一个钟头给多少钱', '50元'],
    ['俺娘在护理院住着，评的重度二级，一天给报多少', '55元'],
    ['俺是低保户，这个护理险的钱还用自己交不', '全额资助'],
    ['人动不了，去不了窗口，能在手机上申请不', '小程序'],
    ['申请上去多长时间能有结果', '20个工作日'],
    ['评一回管几年', '2年'],
    ['租个轮椅护理床给报多少', '60%'],
    ['住院那几天的护工费，护理险给报不', '不予支付'],
    ['俺爹走了，用不用去说一声，几天里头', '15日'],
    ['医保断了俩月，护理险还管不管', '不享受待遇'],
    ['往哪打电话举报', '0633-0000000'],
    ['这个办法啥时候开始的', '2024年7月1日'],
  ])('%s: %s', async (asked, told) => {
    expect((await ask('日照市', asked)).text).toContain(told);
  });

  it.each([
    '护理员上门给不给理发',
    '护理险能不能退保退钱',
    '外地的亲戚来照顾给不给路费',
    '护理院一个月收多少床位费',
  ])('does not write: %s', async (asked) => {
    expect((await ask('日照市', asked)).kind).toBe('not_found');
  });
});

describe('meals for the old, of a document that was only ingested', () => {
  it.each([
    ['吃低保的老人家，呷一餐补几块', '5元'],
    ['我想在村里开个老年食堂，政府给好多建设的钱', '6万元'],
    ['老年食堂要好大的屋才给补建设', '80平方米'],
    ['那个助餐卡到哪里去办', '村（社区）'],
    ['我用不完，卡借给邻居去呷饭要得不', '不得转借'],
    ['这个月没去呷，下个月能不能一起用', '不结转'],
    ['补的钱能不能给现钱', '不发放现金'],
    ['我牙齿不行了，嚼不烂，食堂有软和点的菜冇', '软烂'],
    ['过年放假食堂关门，要不要先讲一声', '公告'],
    ['开食堂要办哪些证', '食品经营许可证'],
    ['有老板虚报人数套补贴，查出来怎么搞', '追回'],
  ])('%s: %s', async (asked, told) => {
    expect((await ask('浏阳市', asked)).text).toContain(told);
  });

  it('tells all the sums that may be hers, and none for another age', async () => {
    const { text } = await ask('浏阳市', '我娘七十五了，到食堂呷一餐饭补好多钱');
    expect(text).toContain('补贴2元');
    expect(text).toContain('特困、低保老年人，每餐补贴5元');
    expect(text).not.toContain('3元');
  });

  it('tells no sum for more than there were', async () => {
    const { text } = await ask('浏阳市', '开了一年，来呷饭的有一万多人次，一年补好多运营的钱');
    expect(text).toContain('3万元');
    expect(text).not.toContain('5万元');
  });

  it.each(['食堂师傅工资政府发不', '早餐几点钟开门', '食堂的米油是哪家公司送的', '食堂里能不能办生日酒'])(
    'does not write: %s',
    async (asked) => expect((await ask('浏阳市', asked)).kind).toBe('not_found'),
  );
});
