/** Verbs that come apart from their object (离合词), and what stands between: 签过约, 抽的血, 查几回身体. */
const PARTED =
  /(检查|化验|测量|[查抽验量测看住排签打做照拍挂转出开洗理上])((?:[一二两三四五六七八九十几\d]{1,3}[次回趟遍])|[了过的着完个])(身体|血[压糖]?|病(?![房床人])|院(?![子里长])|队|约|针|检查|体检|片子?|号(?!码)|药|澡|发|门(?![口诊]))/gu;

/** 睡也睡不着 is 睡不着. */
const REPEATED = /(\p{Script=Han})[也都](?=\1不)/gu;
/** 心里头, 院里头: the 头 says nothing. */
const INSIDE = /(?<=[^这那哪]里)头/gu;

/** The text with such verbs whole, how often before them (几回查身体), so that they are known again; linear. */
export const joinSeparable = (text: string): string =>
  text
    .replace(INSIDE, '')
    .replace(REPEATED, '')
    .replace(PARTED, (_, verb: string, between: string, object: string) =>
      between.length > 1 ? `${between}${verb}${object}` : `${verb}${object}`,
    );
