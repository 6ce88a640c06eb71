import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';
import { type Element, readXml } from '../../src/channels/phone/simulator/xml-reader.js';

/** What an attribute may hold, as the builder's type of it says. */
type Allowed = 'string' | 'number' | 'boolean' | ReadonlySet<string> | { list: ReadonlySet<string> };

interface Rule {
  attributes: ReadonlyMap<string, Allowed>;
  children: ReadonlySet<string>;
}

/** Attributes that Twilio documents in camel case and the package (6.2.0) writes in lower case, and so spells wrongly. */
const CAMEL_CASE: Readonly<Record<string, string>> = {
  speechtimeout: 'speechTimeout',
  ignorebackchannel: 'ignoreBackchannel',
};

/** The schema that the package's builder of voice documents implies: which element may stand where, with what. */
let schema: ReadonlyMap<string, Rule> | undefined;

/** Throws with every way in which a document is not what the builder could have made. */
export function assertValidTwiml(document: string): void {
  const root = readXml(document);
  const faults = root.name === 'Response' ? faultsOf(root, 'VoiceResponse') : [`root ${root.name}`];
  if (faults.length > 0) throw new Error(`not valid TwiML: ${faults.join('; ')}\n${document}`);
}

function faultsOf(element: Element, type: string): string[] {
  schema ??= readSchema();
  const rule = schema.get(type);
  if (rule === undefined) return [`${type} is not known`];
  const attributes = Object.entries(element.attributes).flatMap(([name, value]) => {
    const allowed = rule.attributes.get(name);
    if (allowed === undefined) return [`${element.name} has no ${name}`];
    return fits(value, allowed) ? [] : [`${element.name} ${name}="${value}"`];
  });
  const children = element.children.flatMap((child) =>
    rule.children.has(child.name)
      ? faultsOf(child, child.name)
      : [`${child.name} may not stand in ${element.name}`],
  );
  return [...attributes, ...children];
}

function fits(value: string, allowed: Allowed): boolean {
  if (allowed === 'string') return true;
  if (allowed === 'number') return /^-?\d+(?:\.\d+)?$/u.test(value);
  if (allowed === 'boolean') return value === 'true' || value === 'false';
  if (allowed instanceof Set) return allowed.has(value);
  return 'list' in allowed && value.split(' ').every((item) => allowed.list.has(item));
}

/** Reads the declarations of `VoiceResponse`: a method is a child, an interface of attributes its attributes. */
function readSchema(): ReadonlyMap<string, Rule> {
  const file = createRequire(import.meta.url)
    .resolve('twilio/lib/twiml/VoiceResponse.js')
    .replace(/\.js$/u, '.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  const unions = new Map<string, ReadonlySet<string>>();
  const classes = new Map<string, ts.ClassDeclaration>();
  const visit = (node: ts.Node): void => {
    // The namespace has several interfaces of one name; the first is the verb's own.
    if (ts.isInterfaceDeclaration(node) && !interfaces.has(node.name.text))
      interfaces.set(node.name.text, node);
    if (ts.isTypeAliasDeclaration(node)) unions.set(node.name.text, literalsOf(node.type));
    if (ts.isClassDeclaration(node) && node.name) classes.set(node.name.text, node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const allowedBy = (type: ts.TypeNode | undefined): Allowed => {
    if (type === undefined || type.kind === ts.SyntaxKind.StringKeyword) return 'string';
    if (type.kind === ts.SyntaxKind.NumberKeyword) return 'number';
    if (type.kind === ts.SyntaxKind.BooleanKeyword) return 'boolean';
    if (ts.isArrayTypeNode(type)) return { list: unions.get(type.elementType.getText()) ?? new Set() };
    return unions.get(type.getText()) ?? 'string';
  };
  const rules = new Map<string, Rule>();
  for (const [name, declared] of classes) {
    const methods = declared.members.filter(ts.isMethodDeclaration);
    const children = new Set(methods.map((method) => returned(method)).filter((child) => child !== null));
    const own = interfaces.get(`${name}Attributes`);
    const attributes = new Map<string, Allowed>();
    for (const member of own?.members ?? []) {
      if (!ts.isPropertySignature(member)) continue;
      const key = member.name.getText().replace(/['"]/gu, '');
      attributes.set(CAMEL_CASE[key] ?? key, allowedBy(member.type));
    }
    rules.set(elementName(name), { attributes, children });
  }
  return rules;
}

const literalsOf = (type: ts.TypeNode): ReadonlySet<string> =>
  new Set(
    (ts.isUnionTypeNode(type) ? [...type.types] : [type]).flatMap((one) =>
      ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal) ? [one.literal.text] : [],
    ),
  );

/** The element that a method adds. */
function returned(method: ts.MethodDeclaration): string | null {
  const name = method.type?.getText().split('.').at(-1);
  return name === undefined || ['XMLElement', 'void'].includes(name) ? null : elementName(name);
}

/** SSML is written in lower case: SsmlProsody is `<prosody>`. */
const elementName = (type: string): string => {
  const ssml = /^Ssml(.+)$/u.exec(type)?.[1];
  if (ssml === undefined) return type;
  return ssml === 'SayAs' ? 'say-as' : ssml.toLowerCase();
};
