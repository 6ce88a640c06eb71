type Value = string | number | boolean | readonly string[];

/** Markup that is made, as against text that is to be escaped. */
export interface Markup {
  readonly markup: string;
}

export function element(
  name: string,
  attributes: Record<string, Value | undefined> = {},
  ...children: readonly (Markup | string)[]
): Markup {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, Value] => entry[1] !== undefined)
    .map(
      ([key, value]) => ` ${key}="${escaped(typeof value === 'object' ? value.join(' ') : String(value))}"`,
    )
    .join('');
  const body = children.map((child) => (typeof child === 'string' ? escaped(child) : child.markup)).join('');
  return { markup: body === '' ? `<${name}${written}/>` : `<${name}${written}>${body}</${name}>` };
}

export const xmlDocument = (children: readonly Markup[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${children.map(({ markup }) => markup).join('')}</Response>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML 1.0 knows no other control characters, and no half of a surrogate pair. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;
const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/gu, (c) => ENTITIES[c] ?? c);
