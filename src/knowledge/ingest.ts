import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { formatDocument, loadCorpus, parseDocument } from './corpus.js';
import { clauseNumber } from './reading/chinese-numerals.js';
import { type DocumentFacts, factsOf, labelledFacts } from './reading/facts.js';
import { type FileProblem, readFileText } from './reading/formats/read-file.js';
import { mend } from './reading/layout.js';
import { regionsCalled } from './regions.js';
import type { DocumentMeta, PolicyDocument } from './types.js';

/** What the person who ingests states; it overrides what the document says of itself. */
const ingestOptionsSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .optional(),
  title: z.string().trim().min(1).optional(),
  number: z.string().trim().min(1).optional(),
  issuers: z.array(z.string().trim().min(1)).optional(),
  /** Name or six-digit adcode. */
  region: z.string().trim().min(1).optional(),
  issued: z.iso.date().optional(),
  effectiveFrom: z.iso.date().optional(),
  effectiveTo: z.iso.date().optional(),
  /** Where the file comes from, as a rule its address. */
  source: z.string().trim().min(1).optional(),
});
export type IngestOptions = z.infer<typeof ingestOptionsSchema>;

type Fact = 'title' | 'number' | 'issuers' | 'region' | 'issued';
export type Refusal = FileProblem | 'unreadable' | 'too_big' | 'bad_option' | 'id_taken' | 'number_taken';

/** `message` is one line of plain Chinese that names the file. Only `added` has written anything. */
type IngestOutcome =
  | { outcome: 'added'; file: string; meta: DocumentMeta; clauses: number; notFound: Fact[]; message: string }
  | { outcome: 'unchanged'; file: string; id: string; message: string }
  | { outcome: 'needs'; file: string; missing: Fact[]; found: DocumentFacts; message: string }
  | { outcome: 'refused'; file: string; reason: Refusal; message: string };

interface IngestSettings {
  /** The corpus's directory of documents. */
  dir: string;
  /** Pages read so far, for files of pages. */
  onProgress?: (done: number, total: number) => void;
}

const MAX_BYTES = 64 * 1024 * 1024;
const FACT_NAMES: Readonly<Record<Fact, string>> = {
  title: '标题',
  number: '文号',
  issuers: '发文机关',
  region: '适用地区',
  issued: '成文日期',
};
const REASONS: Readonly<Record<FileProblem | 'unreadable' | 'too_big', string>> = {
  empty: '文件是空的',
  not_text: '不是文字文件，或者编码认不出（认得 UTF-8、UTF-16、GB18030）',
  scanned: '是扫描件，没有文字层，请先做文字识别',
  encrypted: '有密码，打不开',
  damaged: '文件损坏，读不出来',
  image: '是图片，请先做文字识别',
  old_word: '是旧版 Word（.doc）或加密的文件，请另存为不加密的 .docx',
  rtf: '是 RTF 文件，请另存为 .docx',
  archive: '是压缩包，请解压后一份一份收',
  unreadable: '打不开',
  too_big: '超过 64 MB',
};

/**
 * Reads a policy file (md, txt, html, docx, pdf with a text layer) into the corpus. Nothing is written unless the
 * outcome is `added`; then the file appears whole or not at all. Throws only when the corpus itself is broken or
 * the disk fails.
 *
 * The id is the 文号 in pinyin (郑卫〔2021〕55号: `zhengwei-2021-55`); a document without one has
 * `<adcode>-<year or undated>-<first 8 hexadecimal digits of the title's SHA-256>`.
 */
export async function ingestFile(
  path: string,
  options: IngestOptions,
  settings: IngestSettings,
): Promise<IngestOutcome> {
  const file = basename(path);
  const refuse = (reason: Refusal, message: string): IngestOutcome => ({
    outcome: 'refused',
    file,
    reason,
    message: `${file}：${message}`,
  });
  const given = ingestOptionsSchema.safeParse(options);
  if (!given.success)
    return refuse('bad_option', given.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('；'));
  const bytes = await bytesOf(path);
  if (!(bytes instanceof Uint8Array)) return refuse(bytes, REASONS[bytes]);
  const read = await readFileText(bytes, file, settings.onProgress);
  if ('problem' in read) return refuse(read.problem, REASONS[read.problem]);

  const text = mend(stripFrontMatter(read.text));
  const corpus = await corpusOf(settings.dir);
  const same = corpus.find((document) => squeeze(document.text) === squeeze(text));
  if (same !== undefined) return unchanged(file, same.meta.id);

  const found = withPage(factsOf(text), read.page, read.title);
  const stated = await statedFacts(found, given.data);
  if ('problem' in stated) return refuse('bad_option', stated.problem);
  const { title, region } = stated;
  if (title === null || region === null) return needs(file, stated);
  const meta: DocumentMeta = {
    ...stated,
    title,
    region,
    id: given.data.id ?? (await idOf(title, stated)),
    source: given.data.source ?? null,
  };
  const clash = corpus.find(
    (document) =>
      document.meta.id === meta.id || (meta.number !== null && document.meta.number === meta.number),
  );
  if (clash?.meta.id === meta.id)
    return refuse('id_taken', `编号 ${meta.id} 已经是另一份文件：${clash.meta.title}`);
  if (clash !== undefined)
    return refuse('number_taken', `文号 ${meta.number ?? ''} 已在库中，内容不同：${clash.meta.id}`);
  return add(file, meta, text, settings.dir);
}

async function bytesOf(path: string): Promise<Uint8Array | 'unreadable' | 'too_big'> {
  try {
    const { size } = await stat(path);
    return size > MAX_BYTES ? 'too_big' : await readFile(path);
  } catch {
    return 'unreadable';
  }
}

async function corpusOf(dir: string): Promise<PolicyDocument[]> {
  await mkdir(dir, { recursive: true });
  return loadCorpus(dir);
}

const squeeze = (text: string) => text.replace(/\s/g, '');

/** A corpus file ingested again is its text: what is stated in front matter is read from the text anew. */
function stripFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?---\r?\n(?:id|title): [\s\S]*?\r?\n---\r?\n/, '');
}

/** What the text leaves open and the web page around it states. */
function withPage(facts: DocumentFacts, page: string, title: string | null): DocumentFacts {
  const labelled = labelledFacts(page);
  return {
    ...facts,
    title: facts.title ?? labelled.title ?? title,
    number: facts.number ?? labelled.number,
    issuers: facts.issuers.length > 0 ? facts.issuers : labelled.issuers,
    issued: facts.issued ?? labelled.issued,
    effectiveFrom: facts.effectiveFrom ?? labelled.issued,
  };
}

async function statedFacts(
  found: DocumentFacts,
  options: IngestOptions,
): Promise<DocumentFacts | { problem: string }> {
  const regions = options.region === undefined ? [] : regionsCalled(options.region);
  if (options.region !== undefined && regions.length === 0)
    return { problem: `不认识的地区：${options.region}` };
  if (regions.length > 1)
    return {
      problem: `有 ${regions.length} 个${options.region}，请写全：${regions.map((r) => `${r.name} ${r.adcode}`).join('、')}`,
    };
  return {
    ...found,
    title: options.title ?? found.title,
    number: options.number ?? found.number,
    issuers: options.issuers ?? found.issuers,
    region: regions[0] ?? found.region,
    issued: options.issued ?? found.issued,
    effectiveFrom: options.effectiveFrom ?? found.effectiveFrom ?? options.issued ?? null,
    effectiveTo: options.effectiveTo ?? found.effectiveTo,
  };
}

async function idOf(title: string, facts: DocumentFacts): Promise<string> {
  const parts = /^(.+?)[〔[【（(](\d{4})[〕\]】）)]第?(\d+)号$/.exec(facts.number ?? '');
  const order = /^(.+?)令第([\d一二三四五六七八九十百]+)号$/.exec(facts.number ?? '');
  const year = parts?.[2] ?? facts.issued?.slice(0, 4) ?? 'undated';
  const letters = parts?.[1] ?? (order?.[1] === undefined ? undefined : `${order[1]}令`);
  if (letters === undefined)
    return `${facts.region?.adcode ?? '0'}-${year}-${createHash('sha256').update(title).digest('hex').slice(0, 8)}`;
  const { pinyin } = await import('pinyin-pro');
  const name = pinyin(letters, { toneType: 'none', type: 'array', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return `${name}-${year}-${parts?.[3] ?? clauseNumber(order?.[2] ?? '')}`;
}

function unchanged(file: string, id: string): IngestOutcome {
  return { outcome: 'unchanged', file, id, message: `${file}：库中已有（${id}），没有改动` };
}

function missingFacts(facts: DocumentFacts): Fact[] {
  const all: Fact[] = ['title', 'region', 'number', 'issuers', 'issued'];
  return all.filter((fact) => facts[fact] === null || (fact === 'issuers' && facts.issuers.length === 0));
}

function needs(file: string, found: DocumentFacts): IngestOutcome {
  const missing = missingFacts(found).filter((fact) => fact === 'title' || fact === 'region');
  const names = missing.map((fact) => FACT_NAMES[fact]).join('、');
  const options = missing.map((fact) => `--${fact}`).join(' ');
  return {
    outcome: 'needs',
    file,
    missing,
    found,
    message: `${file}：没有读出${names}，请用选项写明：${options}`,
  };
}

/** Written beside and renamed, so that a crash leaves either no document or the whole of it. */
async function add(file: string, meta: DocumentMeta, text: string, dir: string): Promise<IngestOutcome> {
  const content = formatDocument(meta, text);
  const target = join(dir, `${meta.id}.md`);
  const { clauses } = parseDocument(target, content);
  const draft = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  const notFound = missingFacts(meta);
  const rest =
    notFound.length === 0 ? '' : `；没有读出${notFound.map((fact) => FACT_NAMES[fact]).join('、')}`;
  const message = `${file}：已收为 ${meta.id}，${meta.title}，${clauses.length} 条${rest}`;
  return { outcome: 'added', file, meta, clauses: clauses.length, notFound, message };
}
