import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newConversation } from '../../../src/bot/conversation.js';
import type { Bot } from '../../../src/bot/desk.js';
import { createBot } from '../../../src/bot/turn.js';
import { ingestFile } from '../../../src/knowledge/ingest.js';
import { openHouse } from '../../../src/open-house.js';

/** Samples, no real policies, dropped in beside the corpus as a community's office would. */
const SAMPLES = ['allowance', 'alterations', 'care-insurance'];

let folder: string;
let bot: Bot;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwen-ingested-'));
  const corpus = join(folder, 'corpus');
  await cp('corpus', corpus, { recursive: true });
  for (const id of SAMPLES) {
    const file = `tests/bot/ingested/${id}.txt`;
    const { outcome } = await ingestFile(file, { id }, { dir: join(corpus, 'documents') });
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
