import { describe, expect, it } from 'vitest';
import { LineError, type Retrieved, retrieve } from '../../../src/knowledge/search/retrieve.js';

const documents = {
  name: 'docs.jsonl',
  lines: [
    `\ufeff${JSON.stringify({ id: 'a', text: `关于印发三门峡市方案的通知\n${'养老机构实行备案管理。'.repeat(60)}` })}`,
    '',
    JSON.stringify({ id: 'b', text: '鹤城区三无老人每人每月补贴200元。', source: 'x' }),
    JSON.stringify({ id: 'empty', text: '' }),
  ],
};

async function run(questions: string[], docs = documents): Promise<Retrieved[]> {
  const out: Retrieved[] = [];
  for await (const line of retrieve(docs, { name: 'q.jsonl', lines: questions }, 3)) out.push(line);
  return out;
}

describe('retrieve', () => {
  it('answers each question, in order, with documents and short passages', async () => {
    const answers = await run([
      JSON.stringify({ id: '1', question: '三无老人补贴多少' }),
      JSON.stringify({ id: '2', question: '养老机构备案' }),
      JSON.stringify({ id: '3', question: '' }),
    ]);
    expect(answers.map(({ id, ranked }) => [id, ranked[0]])).toEqual([
      ['1', 'b'],
      ['2', 'a'],
      ['3', undefined],
    ]);
    for (const { passages } of answers) {
      expect(passages.length).toBeLessThanOrEqual(3);
      for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(400);
    }
  });

  it('names the file and the line of what it cannot use', async () => {
    await expect(run(['{"id":1'])).rejects.toThrow('q.jsonl:1: not JSON');
    await expect(run(['', '{"id":"1"}'])).rejects.toThrow('q.jsonl:2: question:');
    await expect(run(['[]'])).rejects.toThrow(LineError);
    const twice = { name: 'd', lines: ['{"id":"a","text":"养老"}', '{"id":"a","text":"养老"}'] };
    await expect(run([], twice)).rejects.toThrow('d:2: id "a" comes twice');
  });
});
