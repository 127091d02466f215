/** Escaping and unescaping of text for CSV, JavaScript, Java, Unicode, HTML and XML, as Apache Commons Lang does it. */
import { html3Entities, html4Entities } from './html-entities.ts';

export function escapeCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function unescapeCsv(text: string): string {
  if (!/^".*"$/s.test(text)) return text;
  const inner = text.slice(1, -1);
  return /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

const control: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
};

/** `"` and `\` escaped, control characters named, everything outside of printable ASCII as `\uXXXX`. */
export function escapeJava(text: string): string {
  return text.replaceAll(/["\\]|[^ -~]/g, escapedUnit);
}

/** As `escapeJava`, and `'` and `/` too. */
export function escapeEcmaScript(text: string): string {
  return text.replaceAll(/["'\\/]|[^ -~]/g, escapedUnit);
}

/** Everything outside of ASCII as `\uXXXX`. */
export function escapeUnicode(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, unicodeEscape);
}

function escapedUnit(character: string): string {
  if (/[ -~]/.test(character)) return `\\${character}`;
  return control[character] ?? unicodeEscape(character);
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const unescaped: Readonly<Record<string, string>> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

export function unescapeJava(text: string): string {
  return text.replaceAll(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([^]))/g,
    (_, hex?: string, octal?: string, character?: string) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return character === undefined ? '' : (unescaped[character] ?? character);
    },
  );
}

export function unescapeUnicode(text: string): string {
  return text.replaceAll(/\\u\+?([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const basic: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The five of XML: `& < > " '`. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => basic[character] ?? '&apos;');
}

export function escapeHtml3(text: string): string {
  return escapeEntities(text, html3Entities);
}

export function escapeHtml4(text: string): string {
  return escapeEntities(text, html4Entities);
}

export function unescapeXml(text: string): string {
  return unescapeEntities(text, new Map([['apos', "'"]]));
}

export function unescapeHtml3(text: string): string {
  return unescapeEntities(text, html3Entities);
}

export function unescapeHtml4(text: string): string {
  return unescapeEntities(text, html4Entities);
}

function escapeEntities(text: string, entities: ReadonlyMap<string, string>): string {
  const names = new Map(Array.from(entities, ([name, character]) => [character, name]));
  return text.replaceAll(/[&<>"]|[^\0-\x7f]/g, (character) => {
    const name = names.get(character);
    return basic[character] ?? (name === undefined ? character : `&${name};`);
  });
}

const basicNames: ReadonlyMap<string, string> = new Map(
  Object.entries(basic).map(([character, entity]) => [entity.slice(1, -1), character]),
);

function unescapeEntities(text: string, entities: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return codePoint(Number(decimal), whole);
      if (hex !== undefined) return codePoint(Number.parseInt(hex, 16), whole);
      return name === undefined ? whole : (basicNames.get(name) ?? entities.get(name) ?? whole);
    },
  );
}

function codePoint(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}
