import { type ComponentReport, holds, type Measure } from './report.js';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => escapes[c] ?? c);

const STYLE = `
:root{color-scheme:light dark;--ok:#1a7f37;--bad:#cf222e;--line:#8884}
body{font:16px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}td,th{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.bar{position:relative;height:1rem;min-width:14rem;background:#8882;border-radius:3px}
.bar i{position:absolute;inset:0 auto 0 0;border-radius:3px;background:var(--ok)}.bad .bar i{background:var(--bad)}
.bar b{position:absolute;top:-2px;bottom:-2px;width:2px;background:currentColor}
.bad td:first-child::before{content:"✗ ";color:var(--bad)}.ok td:first-child::before{content:"✓ ";color:var(--ok)}
summary{cursor:pointer}small{opacity:.7}`;

/** The report as a page: a bar a measure, with its floor as a mark, and what failed below. */
export function reportPage(reports: readonly ComponentReport[], at: string): string {
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>颐问 · 评测报告</title><style>${STYLE}</style>
<h1>颐问 · 评测报告</h1><p><small>${escapeHtml(at)}</small></p>
${reports.map(section).join('\n')}
</html>
`;
}

function section({ component, about, cases, measures, failures }: ComponentReport): string {
  const rows = measures.map(row).join('');
  const failed = failures
    .map(
      (f) =>
        `<tr><td>${escapeHtml(f.id)}</td><td>${escapeHtml(f.asked)}</td><td>${escapeHtml(f.why)}</td><td>${escapeHtml(f.got)}</td></tr>`,
    )
    .join('');
  return `<h2 id="${escapeHtml(component)}">${escapeHtml(component)}</h2><p>${escapeHtml(about)}（${cases} 例）</p>
<table><tr><th>指标</th><th></th><th>值</th><th>下限</th></tr>${rows}</table>
${failed === '' ? '' : `<details><summary>没答对的 ${failures.length} 例</summary><table><tr><th>编号</th><th>问</th><th>为什么算错</th><th>答</th></tr>${failed}</table></details>`}`;
}

function row(m: Measure): string {
  const share = m.unit === 'share';
  const bar = share
    ? `<div class="bar"><i style="width:${(100 * m.value).toFixed(1)}%"></i>${m.floor === null ? '' : `<b style="left:${(100 * m.floor).toFixed(1)}%"></b>`}</div>`
    : '';
  return `<tr class="${holds(m) ? 'ok' : 'bad'}"><td>${escapeHtml(m.name)}</td><td>${bar}</td><td class="n">${figure(m, m.value)}</td><td class="n">${m.floor === null ? '' : figure(m, m.floor)}</td></tr>`;
}

function figure({ unit }: Measure, value: number): string {
  if (unit === 'share') return `${(100 * value).toFixed(1)}%`;
  return unit === 'ms' ? `${value.toFixed(2)} ms` : String(value);
}
