import { stringify } from 'csv-stringify/sync';
import type { Benefit } from '../../benefits/schema.js';
import { benefitView } from './benefits-view.js';

const COLUMNS = [
  '地区',
  '给什么',
  '给谁',
  '性质',
  '内容',
  '金额',
  '条件',
  '起止',
  '谁来办',
  '怎么申请',
  '要留意的',
  '条款',
] as const;
const SUBJECTS = { person: '个人', institution: '机构', community: '社区' } as const;
const KINDS = {
  entitlement: '待遇',
  permission: '准许',
  standard: '标准',
  intention: '意向（不是现成的待遇）',
} as const;
const NOT_SAID = '文件没有写';

function row(benefit: Benefit): string[] {
  const view = benefitView(benefit);
  const amounts = view.amounts.map(({ value, unit, per, bound, when }) =>
    [
      bound === 'at_least' ? '不低于' : '',
      String(value),
      unit === 'CNY' ? '元' : unit,
      `（${per}）`,
      when === null ? '' : `：${when}`,
    ].join(''),
  );
  const { from, to } = view.period;
  return [
    view.region.name,
    view.title,
    SUBJECTS[view.subject],
    KINDS[view.kind],
    view.given,
    amounts.join('；') || NOT_SAID,
    view.conditions ?? NOT_SAID,
    `${from ?? NOT_SAID} 起，${to ?? NOT_SAID} 止`,
    view.runBy ?? NOT_SAID,
    view.apply ?? NOT_SAID,
    view.notes.join('；'),
    `${view.documentId} ${view.clause}`,
  ];
}

/** RFC 4180 with a byte order mark, which spreadsheets need to read Chinese. */
export const csvTable = (benefits: readonly Benefit[]): string =>
  stringify([[...COLUMNS], ...benefits.map(row)], { bom: true, record_delimiter: 'windows' });

export function htmlTable(place: string, benefits: readonly Benefit[]): string {
  const cells = (tag: 'th' | 'td', texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${escaped(text)}</${tag}>`).join('')}</tr>`;
  const title = `${escaped(place)}的医养结合政策待遇`;
  const rows = benefits.map((one) => cells('td', row(one))).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body>
<h1>${title}</h1>
${benefits.length === 0 ? '<p>没有收录适用于这里的政策。</p>' : ''}
<table>
<thead>${cells('th', COLUMNS)}</thead>
<tbody>
${rows}
</tbody>
</table>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
