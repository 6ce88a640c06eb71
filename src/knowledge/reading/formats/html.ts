import { compile, type HtmlToTextOptions } from 'html-to-text';

/** Where Chinese government sites and common publishing systems put the text of a document, best first. */
const MAIN = [
  '#UCAP-CONTENT',
  '#zoom',
  '#Zoom',
  '.TRS_Editor',
  '.TRS_UEDITOR',
  '.trs_editor_view',
  '.pages_content',
  '.article-content',
  '.article_content',
  '.news_content',
  '#content',
  'article',
  'main',
];
const SKIPPED = [
  'script',
  'style',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'button',
  'select',
  'img',
  'iframe',
  'noscript',
];
/** A main part shorter than this is a stub, and the whole page is read. */
const LEAST = 100;

const SELECTORS: HtmlToTextOptions['selectors'] = [
  ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  { selector: 'a', options: { ignoreHref: true } },
  { selector: 'ul', options: { itemPrefix: '' } },
  {
    selector: 'table',
    format: 'dataTable',
    options: { uppercaseHeaderCells: false, maxColumnWidth: 10_000 },
  },
];

/** The text of the main part, and of the whole page, where 文号 and dates often stand in a table of their own. */
interface HtmlText {
  text: string;
  page: string;
  /** From `<title>`, without the site's name. */
  title: string | null;
}

export function readHtml(html: string): HtmlText {
  const page = convert(html, ['body']);
  const main = MAIN.map((selector) => convert(html, [selector])).find((text) => text.length >= LEAST);
  const title =
    /<title[^>]{0,200}>([^<]{2,200})<\/title>/i
      .exec(html)?.[1]
      ?.split(/[_|]|\s[-–—]\s/)[0]
      ?.trim() ?? '';
  return { text: main ?? page, page, title: title === '' ? null : title };
}

function convert(html: string, selectors: string[]): string {
  const base = { selectors, returnDomByDefault: selectors.includes('body') };
  return compile({ wordwrap: false, baseElements: base, selectors: SELECTORS ?? [] })(html).trim();
}
