import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineReader } from '../../src/bot/understand/line.js';
import { linesOf } from '../../src/cli/lines.js';
import { clockAt, readLine } from '../../src/cli/understand.js';
import { parseDomainWords } from '../../src/language/homophones/domain.js';
import { parseLexicon } from '../../src/language/lexicon.js';
import { createNormalize } from '../../src/language/normalize.js';

const NOW = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function split(text: string, size: number, longest = 100) {
  const lines = [];
  for await (const line of linesOf(inChunks(Buffer.from(text), size), longest)) lines.push(line);
  return lines;
}

describe('linesOf', () => {
  it('parts at line feeds wherever the chunks end', async () => {
    const text = fc.array(
      fc.string({ unit: 'binary', maxLength: 20 }).map((s) => s.replace(/[\r\n\uFEFF]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (lines, size) => {
        const told = (await split(lines.map((line) => `${line}\n`).join(''), size)).map((line) => line.text);
        expect(told).toEqual(lines);
      }),
    );
  });

  it('takes CRLF, a last line without an end, and U+2028 as text', async () => {
    expect((await split('a\r\n\nb\u2028c', 2)).map(({ text }) => text)).toEqual(['a', '', 'b\u2028c']);
  });

  it('cuts a line that is too long and goes on with the next', async () => {
    expect(await split(`${'一'.repeat(500)}\n二\n${'三'.repeat(100)}\r\n`, 64)).toEqual([
      { text: '一'.repeat(100), whole: false },
      { text: '二', whole: true },
      { text: '三'.repeat(100), whole: true },
    ]);
  });
});

describe('clockAt', () => {
  it.each([
    ['2026-11-21T10:00:00+08:00', NOW],
    ['2026-11-21T02:00:00Z', NOW],
    ['2026-11-20T21:00:00-05:00', NOW],
    ['2026-11-21T10:00:00', NOW],
    ['2026-11-21', { ...NOW, hour: 0 }],
  ])('%s', (time, clock) => {
    expect(clockAt(time)).toEqual(clock);
  });

  it.each(['', 'now', '2026-02-30', '2026-11-21T25:00', '2026-11-21T10:00:00+99:99', '21.11.2026'])(
    'refuses %s',
    (time) => {
      expect(clockAt(time)).toBeNull();
    },
  );
});

describe('readLine', () => {
  const read = (text: string, whole = true) => readLine({ text, whole }, NOW);

  it('takes text as it is, and an object for its text and time', () => {
    expect(read('七十八')).toEqual({ text: '七十八', now: NOW });
    expect(read('{"text":"七十八"}')).toEqual({ text: '七十八', now: NOW });
    expect(read('{"id":1,"text":"","now":"2027-01-01T00:00:00Z"}')).toEqual({
      text: '',
      now: { year: 2027, month: 1, day: 1, hour: 8, minute: 0, second: 0 },
    });
  });

  it.each(['{', '{}', '{"text":1}', '{"text":"a","now":"soon"}', '{"text":"a"} b'])(
    'has an error for %s',
    (text) => {
      expect(read(text)).toHaveProperty('error');
    },
  );

  it('has an error for a line too long', () => {
    expect(read('一', false)).toHaveProperty('error');
  });
});

describe('a line read', () => {
  const lexicon = parseLexicon(readFileSync('corpus/lexicon.yaml', 'utf8'));
  const normalize = createNormalize(parseDomainWords(readFileSync('corpus/domain-words.yaml', 'utf8')));
  const reader = createLineReader({ lexicon, normalize: (text) => normalize(text).normalized, held: [] });

  it('has the fields of the contract', () => {
    expect(reader('我七十六，三无，自己住家里，一个月能领多少', NOW)).toMatchObject({
      normalized: '我七十六，三无，自己住家里，一个月能领多少',
      ages: [{ text: '七十六', start: 1, end: 4, years: 76, basis: 'unknown' }],
      durations: [{ text: '一个月', amount: 1, unit: 'month' }],
      intent: 'assess',
      facts: {
        relation: 'self',
        age: { years: 76, basis: 'unknown' },
        statuses: ['三无'],
        housing: 'dispersed',
      },
    });
  });

  it('reads whatever is written', () => {
    const units = fc.constantFrom(
      ...'我妈俺娘七八十岁三无低保不没是住在家瘫床孩子都外地，。、？{"\ud800\udc00😀\u0000 a1',
    );
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 60 }), (text) => {
        const { normalized, facts } = reader(text, NOW);
        expect(normalized).toHaveLength(text.length);
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      }),
    );
  });
});
