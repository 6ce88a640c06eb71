/** An office, a level of government, or a group of them (乡镇街道, 省有关部门). */
const OFFICE =
  /(?:局|委|委员会|厅|办|部|院|会|政府|街道|乡镇|镇|联|中心|银行|公司|支行|站|所|队|总队|支队|大队|处|署|社|分局|区县|县区|各地|单位|部门|机构|关工委|工会|团委|残联|妇联)$/;
const ROLE = /^(?:主要|主管|牵头|责任|负责|配合|协办|参与|落实|实施|主办|承办)(?:责任)?(?:单位|部门)?[：:]/;
const DUTY =
  /(?:等)?(?:按照?(?:各自)?(?:职责|职能)(?:分工)?(?:分别|共同)?负责|(?:分别|共同)?(?:牵头)?负责(?:落实)?|牵头(?:落实)?|按(?:职责|分工).*|配合|参与).*$/;
const CLOSING =
  /[（(]([^（()）]{2,600}(?:[（(][^（()）]{1,30}[）)][^（()）]{0,600}){0,8})[）)]\s*[。；;]?\s*$/;
const OWN_LINE = /^(?:责任|牵头|配合|主责|承办|负责)(?:单位|部门)[：:](.{2,600})$/;

/** Offices in charge by the closing brackets of a clause's paragraphs, in order, each once; [] where there are none. */
export function departmentsOf(text: string): string[] {
  const names = text.split('\n').flatMap((paragraph) => {
    const line = paragraph.trim();
    const own = OWN_LINE.exec(line)?.[1];
    if (own !== undefined) return officesIn(`负责：${own}`, true);
    const tail = line.slice(-1500);
    const closing = CLOSING.exec(tail);
    if (closing?.[1] === undefined) return [];
    const isApart = /(?:^|[。；！？”])$/.test(tail.slice(0, closing.index));
    return officesIn(closing[1], isApart);
  });
  return [...new Set(names)];
}

/** Offices that a bracket lists; one that says nothing of duty counts only after a sentence's end and when it lists nothing else. */
function officesIn(bracket: string, isApart: boolean): string[] {
  const first = bracket.split('。')[0] ?? '';
  const saysDuty = /负责|牵头|(?:单位|部门)[：:]/.test(first);
  const parts = splitOutside(first)
    .map((part) =>
      part
        .trim()
        .replace(ROLE, '')
        .replace(DUTY, '')
        .replace(/等(?:相关|有关)?(?:部门|单位)?$/, '')
        .trim(),
    )
    .filter((part) => part !== '');
  const offices = parts.filter(
    (part) => part.length <= 25 && OFFICE.test(part.replace(/[（(][^（()）]*[）)]$/, '')),
  );
  if (saysDuty) return offices;
  return isApart && offices.length >= 2 && offices.length === parts.length ? offices : [];
}

/** Parts between 、，； that stand outside nested brackets: 各县（市、区）人民政府 is one. */
function splitOutside(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = text.charAt(i);
    if ('（('.includes(c) && c !== '') depth++;
    else if ('）)'.includes(c) && c !== '') depth = Math.max(0, depth - 1);
    else if (c === '' || (depth === 0 && '、，,；;'.includes(c))) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return parts;
}
