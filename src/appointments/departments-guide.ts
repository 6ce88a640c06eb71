import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { z } from 'zod';

const word = z.string().min(1);
const guideFile = z.strictObject({
  /** Said whenever a department is suggested. */
  caution: word,
  /** The departments that are never wrong, in order. */
  unsure: z.array(word).min(1),
  complaints: z
    .array(z.strictObject({ words: z.array(word).min(1), departments: z.array(word).min(1) }))
    .min(1),
});

export type DepartmentsGuide = z.infer<typeof guideFile>;

/** `sure` is false where nothing, or things of several departments, were complained of. */
interface Suggestion {
  /** At most three, the likeliest first; 全科 or 老年医学科 is always among them. */
  departments: readonly string[];
  sure: boolean;
  caution: string;
}

function parseGuide(text: string): DepartmentsGuide {
  return guideFile.parse(load(text));
}

export async function loadGuide(file: string): Promise<DepartmentsGuide> {
  return parseGuide(await readFile(file, 'utf8'));
}

const MOST = 3;

/** 手老抖, 心口这里闷: what stands between a part of the body and what ails it. */
const BETWEEN =
  /老是|总是|一直|经常|时不时|有点儿?|有些|特别|[这那](?:里|儿|块|边)|[也还又直很]|[老总](?=[疼痛抖麻晕昏胀酸肿痒闷])/gu;

/** 眼角还痒: of that part, and nothing of the skin. */
const ITCHES = /(?<=[眼耳鼻嗓喉]\p{Script=Han}{0,4})痒/gu;

/** 挂什么科 for a complaint in the person's words: which counter to go to, never what the illness is. */
export function departmentsFor(guide: DepartmentsGuide, complaint: string): Suggestion {
  const said = complaint.replace(ITCHES, '');
  const plain = said.replace(BETWEEN, '');
  const told = guide.complaints.filter(({ words }) =>
    words.some((word) => said.includes(word) || plain.includes(word)),
  );
  // 老毛病, 开药: what anybody says beside what ails them says nothing against its department.
  const special = told.filter(({ departments }) => !departments.every((name) => guide.unsure.includes(name)));
  const named = special.length > 0 ? special : told;
  const votes = new Map<string, number>();
  for (const { departments } of named)
    for (const [i, name] of departments.entries()) votes.set(name, (votes.get(name) ?? 0) + 1 / (i + 1));
  const best = [...votes].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const sure = named.length > 0 && new Set(named.map(({ departments: [first] }) => first)).size === 1;
  const safe = guide.unsure[0] ?? '全科';
  const ordered = sure ? [...best, ...guide.unsure] : [...guide.unsure, ...best];
  const departments = [...new Set(ordered)].slice(0, MOST);
  if (!departments.some((name) => guide.unsure.includes(name))) departments[MOST - 1] = safe;
  return { departments, sure, caution: guide.caution };
}
