import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kinWords, readFacts } from '../../../src/bot/understand/facts/index.js';
import { readIntent } from '../../../src/bot/understand/intent.js';
import { parseLexicon } from '../../../src/language/lexicon.js';

const lexicon = parseLexicon(readFileSync('corpus/lexicon.yaml', 'utf8'));
const tools = { kin: kinWords(lexicon), held: [] };
const NOW = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };

const sections = readFileSync('tests/bot/understand/intent.cases.txt', 'utf8')
  .split('## ')
  .slice(1)
  .map((section) => section.trim().split('\n'));

describe.each(sections.map(([intent = '', ...lines]) => ({ intent, lines })))(
  '$intent',
  ({ intent, lines }) => {
    it.each(lines)('%s', (text) => {
      expect(readIntent(text, readFacts(text, NOW, tools), { lexicon })).toBe(intent);
    });
  },
);
