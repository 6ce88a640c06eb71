/** 大 or 达 for father, as they say it in the north-west, in 豫西 and in 鲁西南: 我大八十三了. */
const FATHER = /^[我俺额咱][大达]$/u;
/** 比我大两岁, 年纪没俺大. */
const COMPARED = /(?:比|没|没有|不如)$/u;
/** What makes a word of its own with 大 or 达 before it, whoever says it. */
const OTHER_WORD =
  /^(?:[哥姐伯爷娘姨姑舅叔嫂妹弟妈婶侄女孙妮媳伙]|儿|闺女|外甥|约|概|致|抵|多数|多半|半(?:辈|天|夜|年|截)|便|小便|肠(?!胃)|学(?!会)|夫|后天|前天|前年|年(?:初|三十)|点|些|一(?:点|些|岁|轮|圈|截|号)|[二两三四五六七八九几\d]岁|了|得多|不了|老远|声|院|门|街|路|桥|城|厅|堂|衣|米|蒜|葱|拇|出血|到|标|成)/u;
/** The same where 我 says it, which all say: 我大腿疼, 我大半夜的. */
const OTHER_PLAIN_WORD =
  /^(?:人|家(?!里|门|住|屋)|腿|脑(?!梗|溢血|出血|子|中风|血栓|瘤|萎缩|袋|壳|供血)|病(?!了|得|咧|着|倒|重|情)|队|事(?!情)|字|早上?|清早|清晨|冷天|热天|冬天|夏天|晚上|半夜|白天|中午|房子|屋|楼|巴|豆|张|量|批|笔|把|堆|段|意|卡|胆|力|方|专|本|款|包小|件|棚|田|道理)/u;
const REACH = 3;

/** Whether a word of kin that begins and ends there in `text` is one there. */
export const standsIn =
  (text: string) =>
  (start: number, end: number): boolean => {
    const word = text.slice(start, end);
    if (!FATHER.test(word)) return true;
    const after = text.slice(end, end + REACH);
    if (COMPARED.test(text.slice(Math.max(0, start - REACH), start)) || OTHER_WORD.test(after)) return false;
    return !/^[我咱]/u.test(word) || !OTHER_PLAIN_WORD.test(after);
  };
