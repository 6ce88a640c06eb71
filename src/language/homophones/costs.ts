/** Costs in nats (-ln of a probability). Set by trial on tests/language/homophones/{heard,ordinary,ordinary-company}.txt; the
 * sets named unseen and fresh there were written afterwards. */
export interface Costs {
  /** Of a domain word, alone and among words of its kind. */
  domain: number;
  among: number;
  /** Off it for the third and for the fourth character: a longer word is hardly met by chance. */
  longer: number;
  /** Of hearing a character right and writing another; of taking one sound for another; of a word that fits anywhere. */
  character: number;
  tone: number;
  confusion: number;
  function: number;
  /** Of replacing a word that the dictionary has. */
  real: number;
  /** Of breaking a usual word of the line that reaches over the edge of the change. */
  torn: number;
  /** Of a number with its measure word (五包), as one word. */
  counted: number;
  /** Of a character the dictionary lacks. */
  unknown: number;
  /** Of putting back an everyday word where no domain word and no cue is near, and for a sound that is taken for another. */
  alone: number;
  everydayConfusion: number;
  /** A change that gains less than this is doubtful. */
  sure: number;
  /** A character that costs more, alone, is odd. */
  odd: number;
}

export const COSTS: Costs = {
  domain: 14,
  among: 9.5,
  longer: 1.5,
  character: 2.2,
  tone: 0.5,
  confusion: 1.5,
  function: 6,
  real: 4,
  torn: 5,
  counted: 7,
  unknown: 18,
  alone: 4,
  everydayConfusion: 1.5,
  sure: 4,
  odd: 11,
};
