import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the re-ranker is fitted on: documents, and questions whose answer stands in one of them. */
export interface FitSet {
  name: string;
  documents: { id: string; text: string }[];
  questions: { id: string; docid: string; question: string; answer: string }[];
}

/** mulberry32: reproducible numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** CMRC 2018 as it is. */
export function readCmrc(directory: string): FitSet {
  const lines = (file: string) =>
    readFileSync(join(directory, 'cmrc2018', file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { name: 'cmrc', documents: lines('docs.jsonl'), questions: lines('questions.jsonl') };
}

/** Three documents at a time joined to one: longer, and of several subjects. */
export function joined({ documents, questions }: FitSet, random: () => number): FitSet {
  const order = documents.map((document) => ({ document, key: random() })).sort((a, b) => a.key - b.key);
  const home = new Map<string, string>();
  const groups = new Map<string, string[]>();
  for (const [i, { document }] of order.entries()) {
    const id = `joined-${Math.floor(i / 3)}`;
    home.set(document.id, id);
    groups.set(id, [...(groups.get(id) ?? []), document.text]);
  }
  return {
    name: 'joined',
    documents: [...groups].map(([id, texts]) => ({ id, text: texts.join('\n') })),
    questions: questions.map((question) => ({ ...question, docid: home.get(question.docid) ?? '' })),
  };
}

/** Stretches of one to three characters dropped from the questions, `share` of them all. */
export function dropped({ documents, questions }: FitSet, share: number, random: () => number): FitSet {
  const drop = (text: string): string =>
    (text.match(/.{1,3}/gsu) ?? []).filter(() => random() >= share).join('') || text;
  return {
    name: 'dropped',
    documents,
    questions: questions.map((question) => ({ ...question, question: drop(question.question) })),
  };
}

/**
 * Two look-alikes of each document: most of its other sentences, none that answers a question, and as many sentences
 * of a third document in their place, so that length tells nothing.
 */
export function withLookAlikes({ documents, questions }: FitSet, random: () => number): FitSet {
  const answers = new Map<string, string[]>();
  for (const { docid, answer } of questions) answers.set(docid, [...(answers.get(docid) ?? []), answer]);
  const split = (text: string): string[] => text.split(/(?<=[。；\n])/u);
  const twins = documents.flatMap(({ id, text }) =>
    [1, 2].map((twin) => {
      const other = split(documents[Math.floor(random() * documents.length)]?.text ?? '');
      const kept = split(text).map((sentence, i) => {
        const answering = answers.get(id)?.some((answer) => sentence.includes(answer)) ?? false;
        return answering || random() < 0.3 ? (other[i % other.length] ?? '') : sentence;
      });
      return { id: `${id}~${twin}`, text: kept.join('') };
    }),
  );
  return { name: 'look-alikes', documents: [...documents, ...twins], questions };
}

/** A policy as the fit needs it; `places` are the names in it that tell where it holds. */
export interface PlacedText {
  id: string;
  title: string;
  text: string;
  places: readonly string[];
}

const OTHER_PLACES = [
  '洛阳',
  '长沙',
  '济宁',
  '信阳',
  '衡阳',
  '金乡',
  '开封',
  '株洲',
  '商丘',
  '常德',
  '焦作',
  '岳阳',
];
const PIECE = 1500;
const TWINS = 8;

/** Each policy in pieces under its title, and eight look-alikes of each piece: other places, a sentence in seven gone. */
export function inOtherPlaces(
  policies: readonly PlacedText[],
  questions: FitSet['questions'],
  random: () => number,
): FitSet {
  const documents: FitSet['documents'] = [];
  const homes: FitSet['questions'] = [];
  const bare = (text: string): string => text.replace(/\s/gu, '');
  for (const { id, title, text, places } of policies) {
    const pieces = [''];
    for (const line of text.split('\n')) {
      if ((pieces.at(-1)?.length ?? 0) + line.length > PIECE) pieces.push('');
      pieces.push(`${pieces.pop() ?? ''}${line}\n`);
    }
    for (const [i, piece] of pieces.entries()) {
      documents.push({ id: `${id}/${i}`, text: `${title}\n${piece}` });
      for (let twin = 0; twin < TWINS; twin++) {
        const place = OTHER_PLACES[Math.floor(random() * OTHER_PLACES.length)] ?? '';
        const kept = piece.split(/(?<=[。；\n])/u).filter(() => random() >= 1 / 7);
        const moved = places.reduce((all, name) => all.replaceAll(name, place), `${title}\n${kept.join('')}`);
        documents.push({ id: `${id}/${i}~${twin}`, text: moved });
      }
    }
    for (const question of questions.filter(({ docid }) => docid === id)) {
      const home = pieces.findIndex((piece) => bare(piece).includes(bare(question.answer)));
      if (home >= 0) homes.push({ ...question, docid: `${id}/${home}` });
    }
  }
  return { name: 'other places', documents, questions: homes };
}
