/** Splitting and replacing by Java regular expressions, as `String.split`, `replaceAll` and `Pattern` do. */
import { throwApex } from '../../runtime/index.ts';
import { groupKey, javaRegex, PatternSyntaxError, type JavaRegex } from '../../../schema/java-regex.ts';

/** A compiled pattern; a bad one is an Apex exception. */
export function compiledRegex(pattern: string): JavaRegex {
  try {
    return javaRegex(pattern);
  } catch (error) {
    if (error instanceof PatternSyntaxError) throwApex('System.StringException', `Invalid regex: ${error.message}`);
    throw error;
  }
}

/**
 * Java's `String.split`: with limit 0 trailing empty parts are dropped, a positive limit is the most parts there can be, and
 * an empty match at the beginning makes no part.
 */
export function splitByRegex(pattern: string, text: string, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of compiledRegex(pattern).compile('g').all(text)) {
    if (limit > 0 && parts.length === limit - 1) break;
    if (match[0] === '' && match.index === 0) continue;
    parts.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  if (start === 0 && parts.length === 0) return [text];
  parts.push(text.slice(start));
  if (limit === 0) while (parts.at(-1) === '') parts.pop();
  return parts;
}

export function replaceByRegex(pattern: string, text: string, replacement: string, once: boolean): string {
  return replaceMatches(compiledRegex(pattern), text, replacement, once);
}

export function replaceMatches(regex: JavaRegex, text: string, replacement: string, once: boolean): string {
  let result = '';
  let start = 0;
  for (const match of regex.compile('g').all(text)) {
    result += text.slice(start, match.index) + expandReplacement(regex, match, replacement);
    start = match.index + match[0].length;
    if (once) break;
  }
  return result + text.slice(start);
}

/** The text of a Java group in a match: null when it took no part. */
export function groupText(match: RegExpExecArray, group: number): string | null {
  return (group === 0 ? match[0] : match.groups?.[groupKey(group)]) ?? null;
}

/** Java's replacement text: `$1`, `${name}`, and `\` before a character that stands for itself. */
function expandReplacement(regex: JavaRegex, match: RegExpExecArray, replacement: string): string {
  if (!/[$\\]/.test(replacement)) return replacement;
  let result = '';
  for (let index = 0; index < replacement.length;) {
    const character = replacement[index];
    if (character === '\\') {
      const escaped = replacement[index + 1];
      if (escaped === undefined) illegal('character to be escaped is missing');
      result += escaped;
      index += 2;
    } else if (character === '$') {
      const { group, length } = groupReference(regex, replacement, index);
      result += groupText(match, group) ?? '';
      index += length;
    } else {
      result += character;
      index++;
    }
  }
  return result;
}

function groupReference(regex: JavaRegex, replacement: string, index: number): { group: number; length: number } {
  const named = /^\$\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(replacement.slice(index));
  if (named !== null) {
    const group = regex.groupNames.get(named[1]);
    if (group === undefined) illegal(`No group with name {${named[1]}}`);
    return { group, length: named[0].length };
  }
  const digits = /^\$(\d+)/.exec(replacement.slice(index))?.[1];
  if (digits === undefined) illegal('Illegal group reference');
  let length = 1;
  while (length < digits.length && Number(digits.slice(0, length + 1)) <= regex.groupCount) length++;
  const group = Number(digits.slice(0, length));
  if (group > regex.groupCount) throwApex('System.StringException', `No group ${group}`);
  return { group, length: length + 1 };
}

function illegal(message: string): never {
  throwApex('System.StringException', message);
}
