/** An element of an XML document; `text` is what stands directly in it. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

/** Thrown for what is not well-formed, or has more than TwiML needs (DOCTYPE, CDATA, own entities). */
export class XmlError extends Error {}

const NAME = /[A-Za-z_][\w.:-]*/uy;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9A-Fa-f]+));|&/gu;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads the elements, attributes and text of a document (XML 1.0 without DOCTYPE). Throws {@link XmlError}. */
export function readXml(source: string): Element {
  const reader = new Reader(source.replace(/^\uFEFF/u, '').replace(/^<\?xml[^?]*\?>/u, ''));
  return reader.document();
}

class Reader {
  #at = 0;

  constructor(readonly source: string) {}

  document(): Element {
    this.#space();
    const root = this.#element();
    this.#space();
    if (this.#at < this.source.length) throw new XmlError('something after the root element');
    return root;
  }

  #element(): Element {
    this.#expect('<');
    const name = this.#match(NAME)?.[0];
    if (name === undefined) throw new XmlError(`no name at ${this.#at}`);
    const attributes: Record<string, string> = {};
    for (let found = this.#match(ATTRIBUTE); found !== null; found = this.#match(ATTRIBUTE)) {
      const [, key = '', double, single] = found;
      if (key in attributes) throw new XmlError(`${key} twice in ${name}`);
      attributes[key] = unescaped(double ?? single ?? '');
    }
    const element: Element = { name, attributes, children: [], text: '' };
    this.#space();
    if (this.#take('/>')) return element;
    this.#expect('>');
    this.#content(element);
    return element;
  }

  #content(element: Element): void {
    for (;;) {
      const next = this.source.indexOf('<', this.#at);
      if (next < 0) throw new XmlError(`${element.name} is not closed`);
      element.text += unescaped(this.source.slice(this.#at, next));
      this.#at = next;
      if (this.#take('<!--')) this.#passComment();
      else if (this.#take('</')) {
        this.#expect(element.name);
        this.#space();
        this.#expect('>');
        return;
      } else element.children.push(this.#element());
    }
  }

  #passComment(): void {
    const end = this.source.indexOf('-->', this.#at);
    if (end < 0) throw new XmlError('a comment is not closed');
    this.#at = end + 3;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #space(): void {
    while (/\s/u.test(this.source[this.#at] ?? '')) this.#at++;
  }

  #take(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new XmlError(`${text} expected at ${this.#at}`);
  }
}

const unescaped = (text: string): string =>
  text.replace(ENTITY, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1;
    if (code < 0 || code > 0x10ffff) throw new XmlError('an entity that is not known');
    return String.fromCodePoint(code);
  });

/** All text in an element, its children's included: what is said. */
export const textOf = ({ text, children }: Element): string => text + children.map(textOf).join('');
