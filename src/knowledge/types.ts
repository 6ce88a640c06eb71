/** An administrative place by GB/T 2260. `adcode` has six digits; a province ends in 0000, a city in 00. */
export interface Region {
  name: string;
  adcode: string;
  level: 'province' | 'city' | 'county';
}

export type PolicyStatus = 'in_force' | 'expired' | 'draft' | 'repealed' | 'unknown';

/** The front matter of `corpus/documents/<id>.md`. Dates are local days, `YYYY-MM-DD`. */
export interface DocumentMeta {
  id: string;
  title: string;
  /** 文号, as printed: `鹤政发〔2021〕3号`. */
  number: string | null;
  issuers: string[];
  region: Region;
  issued: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  status: PolicyStatus;
  supersedes: string[];
  source: string | null;
}

/**
 * What a stretch of a document is. Only `clause` and `preamble` text is evidence:
 * a list of members, a signature or the covering letter proves no entitlement, and a `heading` (a title
 * with no sentence of its own) says nothing by itself.
 */
export type ClauseKind =
  | 'clause'
  | 'preamble'
  | 'heading'
  | 'letterhead'
  | 'signature'
  | 'members'
  | 'distribution';

/** A term that the document itself defines: “三无”（无劳动能力，…，下同）, 失能（含失智，下同）. */
export interface Definition {
  term: string;
  /** Word for word, without the brackets and without 下同. */
  meaning: string;
  /** The sentence it stands in, word for word. */
  sentence: string;
}

/** The smallest unit that is cited: 条, 款 or 项. Its text is word for word, headings included. */
export interface Clause {
  /** Stable within its document while the numbering stands: `2.5.2` for 二、（五）2; annexes begin with `a1.`. */
  id: string;
  documentId: string;
  /** As a person would quote it: `二、（五）2`; the preamble's is `前言`. */
  path: string;
  /** Headings from the top down, without their numbers: [`工作措施`, `落实健康养老服务业扶持政策`, `落实补贴政策`]. */
  trail: string[];
  kind: ClauseKind;
  /** Paragraphs, joined by `\n`; the departments' closing bracket is left in, so that the text stays word for word. */
  text: string;
  /** Units of the closing bracket 「…按职责分工负责」; empty where there is none, inherited by nobody. */
  departments: string[];
  definitions: Definition[];
}

export interface PolicyDocument {
  meta: DocumentMeta;
  /** The whole text, front matter aside, one paragraph a line. */
  text: string;
  /** In reading order. Every character of `text`, white space aside, is in exactly one clause. */
  clauses: Clause[];
}
