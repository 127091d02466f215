import { NotSupported } from '../errors.ts';

/** Java's POSIX-like classes, as the inside of a character class. */
const CLASSES: Readonly<Record<string, string>> = {
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Upper: 'A-Z',
  Lower: 'a-z',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Space: '\\s',
  XDigit: '0-9a-fA-F',
  Blank: ' \\t',
  Graph: '!-~',
  Print: ' -~',
  ASCII: '\\u0000-\\u007f',
  IsAlphabetic: '\\p{Alphabetic}',
  IsDigit: '\\p{Nd}',
};

/** Constructs that mean something else, or nothing, in JavaScript. */
const FOREIGN = /(?<!\\)(?:[*+?]\+|\{\d+(?:,\d*)?\}\+)|\[[^\]]*&&|\(\?>|\\G|\\X/;

/**
 * A regular expression in the syntax of `java.util.regex`. Throws `NotSupported` for constructs that JavaScript has no
 * equal for (possessive quantifiers, class intersections, atomic groups).
 */
export function javaPattern(source: string, whole: boolean): RegExp {
  if (FOREIGN.test(source)) throw new NotSupported('regular expression', source);
  const flags = /^\(\?([ims]+)\)/.exec(source);
  const body = translate(flags === null ? source : source.slice(flags[0].length));
  const unicode = /\\[pP]\{|[^\0-\uffff]/u.test(body) ? 'u' : '';
  return new RegExp(whole ? `^(?:${body})$` : body, (flags?.[1] ?? '') + unicode);
}

function translate(source: string): string {
  let inClass = false;
  return source.replace(/\\Q([^]*?)(?:\\E|$)|\\([pP])\{(\w+)\}|\\[^]|[[\]]/g, (token, literal, p, name) => {
    if (literal !== undefined) return String(literal).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    if (name !== undefined) return namedClass(String(p), String(name), inClass);
    if (token === '[') inClass = true;
    if (token === ']') inClass = false;
    if (token === '\\A') return '^';
    if (token === '\\z' || token === '\\Z') return '$';
    return token === '\\h' ? (inClass ? ' \\t' : '[ \\t]') : token;
  });
}

function namedClass(p: string, name: string, inClass: boolean): string {
  const content = CLASSES[name];
  if (content === undefined) return `\\${p}{${name.replace(/^Is/, '')}}`;
  if (!inClass) return `[${p === 'P' ? '^' : ''}${content}]`;
  if (p === 'P') throw new NotSupported('regular expression', `\\P{${name}} in a character class`);
  return content;
}
