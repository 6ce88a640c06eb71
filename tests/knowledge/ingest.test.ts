import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/knowledge/corpus.js';
import { type IngestOptions, ingestFile } from '../../src/knowledge/ingest.js';
import { docx, lockedPdf, pdf, scannedPdf, zip } from './ingest-files.js';

const NOTICE = [
  '济源市民政局文件',
  '济民〔2022〕8号',
  '关于做好高龄津贴发放工作的通知',
  '各镇人民政府、街道办事处：',
  '为做好高龄津贴发放工作，根据省里的统一部署，现就有关事项通知如下。',
  '一、发放对象',
  '具有本市户籍、年满八十周岁的老年人，每人每月享受50元的高龄津贴。',
  '本通知自2022年4月1日起施行，有效期5年。《济源市高龄津贴办法》（济民〔2017〕3号）同时废止。',
  '济源市民政局',
  '2022年3月1日',
];
const META = {
  id: 'jimin-2022-8',
  title: '关于做好高龄津贴发放工作的通知',
  number: '济民〔2022〕8号',
  issuers: ['济源市民政局'],
  region: { name: '济源市', adcode: '419001', level: 'county' },
  issued: '2022-03-01',
  effectiveFrom: '2022-04-01',
  effectiveTo: '2027-03-31',
  status: 'unknown',
  supersedes: ['济民〔2017〕3号'],
  source: null,
};
/** The characters of NOTICE in GBK, by the runtime's own table read backwards. */
const gbk = (text: string): Buffer => {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const c = decoder.decode(Uint8Array.of(high, low));
      if (c.length === 1 && !table.has(c)) table.set(c, [high, low]);
    }
  }
  return Buffer.from(
    [...text].flatMap((c) => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : (table.get(c) ?? [63]))),
  );
};
const html = (lines: readonly string[]) =>
  `<!DOCTYPE html><html><head><title>高龄津贴_济源市人民政府</title><script>var a="一、";</script></head><body><nav>首页 政务公开</nav><div id="zoom">${lines.map((l) => `<p>　　${l}</p>`).join('')}</div><footer>版权所有 济源市人民政府</footer></body></html>`;
/** Lines of 27 characters, the first of each paragraph indented, as typesetting leaves them. */
const typeset = (lines: readonly string[]) =>
  lines.flatMap((line) => {
    const whole = /[。：]$/.test(line) ? `　　${line}` : line;
    return whole.match(/.{1,27}/gu) ?? [];
  });
const withPageNumber = [...typeset(NOTICE).slice(0, 6), '- 1 -'];

let root: string;
let dir: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ingest-'));
  dir = join(root, 'documents');
  await mkdir(dir);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const ingest = async (name: string, content: string | Uint8Array, options: IngestOptions = {}) => {
  const path = join(root, name);
  await writeFile(path, content);
  return ingestFile(path, options, { dir });
};
const body = NOTICE.join('\n');

describe('a policy file', () => {
  it.each<[string, () => string | Uint8Array]>([
    ['notice.md', () => NOTICE.map((line, i) => (i === 2 ? `# ${line}` : line)).join('\n\n')],
    ['notice.txt', () => body],
    ['bom.txt', () => `\uFEFF${body.replaceAll('\n', '\r\n')}`],
    ['gbk.txt', () => gbk(body)],
    ['utf16.txt', () => Buffer.from(`\uFEFF${body}`, 'utf16le')],
    ['utf16be.txt', () => Buffer.from(`\uFEFF${body}`, 'utf16le').swap16()],
    ['notice.html', () => html(NOTICE)],
    ['gbk.htm', () => gbk(html(NOTICE))],
    ['notice.docx', () => docx(NOTICE)],
    ['notice.pdf', () => pdf([withPageNumber, typeset(NOTICE).slice(6)])],
    ['misnamed.txt', () => docx(NOTICE)],
  ])('%s is read, with its facts, and can be loaded', async (name, content) => {
    const outcome = await ingest(name, content());
    expect(outcome).toMatchObject({ outcome: 'added', meta: META, notFound: [] });
    const [document] = await loadCorpus(dir);
    expect(document?.meta).toEqual(META);
    expect(document?.text).toBe(body);
    expect(await readdir(dir)).toEqual(['jimin-2022-8.md']);
  });

  it('changes nothing the second time, in whatever format it comes', async () => {
    await ingest('notice.txt', body);
    const before = await readFile(join(dir, 'jimin-2022-8.md'));
    for (const [name, content] of [
      ['again.txt', body],
      ['again.docx', docx(NOTICE)],
    ] as const) {
      expect(await ingest(name, content)).toMatchObject({ outcome: 'unchanged', id: 'jimin-2022-8' });
    }
    expect(await readFile(join(dir, 'jimin-2022-8.md'))).toEqual(before);
  });

  it('that names no place or title asks for them, takes them by option, and names what else it lacks', async () => {
    const text = '年满八十周岁的老年人，每人每月享受50元的高龄津贴。\n到村里申请。';
    const asked = await ingest('bare.txt', text);
    expect(asked).toMatchObject({ outcome: 'needs', missing: ['title', 'region'] });
    expect(asked.message).toMatch(/^bare\.txt：.*标题、适用地区/);
    expect(await readdir(dir)).toEqual([]);
    const added = await ingest('bare.txt', text, {
      title: '高龄津贴',
      region: '鹤城',
      issued: '2020-01-02',
      source: 'https://example.org/a',
    });
    expect(added).toMatchObject({
      outcome: 'added',
      notFound: ['number', 'issuers'],
      meta: {
        region: { adcode: '431202' },
        issued: '2020-01-02',
        effectiveFrom: '2020-01-02',
        source: 'https://example.org/a',
      },
    });
    expect(added.outcome === 'added' && added.meta.id).toMatch(/^431202-2020-[0-9a-f]{8}$/);
  });

  it('takes facts that a web page states beside the text', async () => {
    const table =
      '<table><tr><td>发文字号：</td><td>济民〔2023〕9号</td></tr><tr><td>成文日期：</td><td>2023-05-06</td></tr></table>';
    const page = html([
      '济源市高龄津贴办法',
      '一、发放对象',
      `${'年满八十周岁的老年人享受高龄津贴。'.repeat(8)}`,
    ]).replace('<nav>', `${table}<nav>`);
    const outcome = await ingest('page.html', page);
    expect(outcome).toMatchObject({
      outcome: 'added',
      meta: { number: '济民〔2023〕9号', issued: '2023-05-06', title: '济源市高龄津贴办法' },
    });
  });

  it('reports the pages it has read', async () => {
    const path = join(root, 'notice.pdf');
    await writeFile(path, pdf([withPageNumber, typeset(NOTICE).slice(6)]));
    const seen: [number, number][] = [];
    await ingestFile(path, {}, { dir, onProgress: (done, total) => seen.push([done, total]) });
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});

describe('a file that is refused', () => {
  it.each<[string, string, () => string | Uint8Array, IngestOptions?]>([
    ['scanned.pdf', 'scanned', scannedPdf],
    ['locked.pdf', 'encrypted', lockedPdf],
    ['broken.pdf', 'damaged', () => '%PDF-1.4\nnothing of the kind'],
    ['empty.txt', 'empty', () => ''],
    ['blank.txt', 'empty', () => ' \n　\r\n'],
    ['noise.txt', 'not_text', () => Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) % 256)],
    ['photo.txt', 'image', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['old.doc', 'old_word', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['files.zip', 'archive', () => zip({ 'a.txt': 'a' })],
    ['broken.docx', 'damaged', () => zip({ 'word/document.xml': 'no xml' }).subarray(0, 60)],
    ['place.txt', 'bad_option', () => body, { region: '鼓楼区' }],
    ['nowhere.txt', 'bad_option', () => body, { region: '火星' }],
    ['day.txt', 'bad_option', () => body, { issued: '2021-02-30' }],
  ])(
    '%s: %s, with a message that names it, and nothing is written',
    async (name, reason, content, options) => {
      const outcome = await ingest(name, content(), options);
      expect(outcome).toMatchObject({ outcome: 'refused', file: name, reason });
      expect(outcome.message.startsWith(`${name}：`)).toBe(true);
      expect(await readdir(dir)).toEqual([]);
    },
  );

  it('is one that cannot be opened', async () => {
    expect(await ingestFile(join(root, 'none.txt'), {}, { dir })).toMatchObject({
      outcome: 'refused',
      reason: 'unreadable',
    });
  });

  it('is another text under an id or a 文号 that is taken', async () => {
    await ingest('notice.txt', body);
    const other = body.replace('50元', '60元');
    expect(await ingest('other.txt', other)).toMatchObject({ outcome: 'refused', reason: 'id_taken' });
    expect(await ingest('other.txt', other, { id: 'other' })).toMatchObject({
      outcome: 'refused',
      reason: 'number_taken',
    });
    expect(await ingest('other.txt', other, { id: 'jimin-2022-8', number: '济民〔2022〕9号' })).toMatchObject(
      {
        outcome: 'refused',
        reason: 'id_taken',
      },
    );
    expect((await loadCorpus(dir)).map(({ text }) => text)).toEqual([body]);
  });
});
