import type { Definition } from '../types.js';
import { sentences } from './sentences.js';

/** TERM（…，下同） and TERM（含…）/“TERM”（指…）. */
const BRACKETED = /[（(]([^（()）]{2,200})[）)]/g;
/** A term is looked for in so many units before its bracket. */
const REACH = 40;
const SAME_BELOW = /[，,、；;]?(?:以下|下)同$/;
const NAMES_ITSELF = /^(?:是指|系指|即|指)/;
/** “本办法所称X，是指Y” and “X是指Y”. */
const MEANS = /(?:所称的?|其中[，,]?|^)([^，。；：（）()]{2,24})[，,]?(?:是指|系指|指的是)([^。；]{4,400})/;
/** “本办法所称X包括Y” */
const COVERS = /所称的?([^，。；：（）()]{2,24}?)[，,]?(?:包括|包含|为)([^。；]{4,400})/;
/** 五保障：…；四优先：… inside a bracket or on its own. */
const LISTED = /^([^，。；：:、]{2,10})[：:]([^；]{6,300})$/;
const NOT_A_TERM = /^(?:牵头|责任|配合|主责|联系|信息公开|附件|来源|电话|地址|时间|注|备注|问|答)/;
/** What stands before a term and is no part of it. */
const BEFORE_TERM = /^.*(?:[，。；：、“”‘’]|[为对的将向和及与或在由给使把是])/;
const MODIFIER = /^(?:居家|社区|城市|农村|城镇|本县|本市|我市|我区)(?=.{2})/;

/** What a clause defines, in order; a term with more than one definition in it is listed once, by the first. */
export function definitionsIn(text: string): Definition[] {
  const found = sentences(text).flatMap(({ text: sentence }) => [
    ...bracketed(sentence),
    ...means(sentence),
    ...listed(sentence),
  ]);
  const terms = new Set<string>();
  return found.filter(({ term }) => !terms.has(term) && terms.add(term));
}

function bracketed(sentence: string): Definition[] {
  return [...sentence.matchAll(BRACKETED)].flatMap(({ 1: inside = '', index }) => {
    const before = sentence.slice(Math.max(0, index - REACH), index).replace(/^.*[（()）]/, '');
    const quoted = /[“‘]([^“”‘’]{1,16})[”’]$/.exec(before)?.[1];
    const isSame = SAME_BELOW.test(inside);
    const isNamed = quoted !== undefined && NAMES_ITSELF.test(inside);
    const term = quoted ?? before.replace(BEFORE_TERM, '').replace(MODIFIER, '');
    if (!(isSame || isNamed) || term.length < 2 || inside.includes('简称')) return [];
    return [{ term, meaning: inside.replace(SAME_BELOW, ''), sentence }];
  });
}

function means(sentence: string): Definition[] {
  const match = sentence.includes('指') ? MEANS.exec(sentence) : COVERS.exec(sentence);
  const term = match?.[1]
    ?.replace(/[“”‘’]/g, '')
    .replace(/^.*所称的?/, '')
    .trim();
  const meaning = match?.[2]?.trim();
  return term === undefined || meaning === undefined || term.length < 2 ? [] : [{ term, meaning, sentence }];
}

function listed(sentence: string): Definition[] {
  const brackets = [...sentence.matchAll(/[（(]([^（()）]{8,600})[）)]/g)].map(([, inside = '']) => inside);
  return brackets.flatMap((inside) =>
    inside.split('；').flatMap((part) => {
      const [, term = '', meaning = ''] = LISTED.exec(part.trim()) ?? [];
      return term === '' || NOT_A_TERM.test(term) ? [] : [{ term, meaning, sentence }];
    }),
  );
}
