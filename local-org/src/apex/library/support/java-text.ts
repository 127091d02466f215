/** Text functions of Java and Apache Commons Lang, on which Apex's String class is built (its documentation names them). */

/** Java's `Character.isWhitespace`, which leaves out non-breaking spaces. */
const WHITESPACE = /[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

export function isWhitespace(character: string): boolean {
  return WHITESPACE.test(character);
}

export function isBlank(text: string): boolean {
  for (const character of text) if (!isWhitespace(character)) return false;
  return true;
}

/** Java's `trim`: everything up to U+0020, and nothing of the other white space of Unicode. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return text.slice(start, end);
}

export function every(text: string, pattern: RegExp): boolean {
  if (text.length === 0) return false;
  for (const character of text) if (!pattern.test(character)) return false;
  return true;
}

/** `abbreviate(text, offset, maxWidth)`; undefined when the width leaves no room for the dots. */
export function abbreviate(text: string, offset: number, maxWidth: number): string | undefined {
  if (maxWidth < 4) return undefined;
  if (text.length <= maxWidth) return text;
  let start = Math.min(offset, text.length);
  if (text.length - start < maxWidth - 3) start = text.length - (maxWidth - 3);
  if (start <= 4) return `${text.slice(0, maxWidth - 3)}...`;
  if (maxWidth < 7) return undefined;
  if (start + maxWidth - 3 < text.length) return `...${abbreviate(text.slice(start), 0, maxWidth - 3)}`;
  return `...${text.slice(text.length - (maxWidth - 3))}`;
}

export function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function uncapitalize(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** `padding` repeated and cut to the length; an empty one counts as a space. */
function padding(text: string, length: number): string {
  const filler = text === '' ? ' ' : text;
  return filler.repeat(Math.ceil(length / filler.length)).slice(0, length);
}

export function leftPad(text: string, size: number, filler: string): string {
  return text.length >= size ? text : padding(filler, size - text.length) + text;
}

export function rightPad(text: string, size: number, filler: string): string {
  return text.length >= size ? text : text + padding(filler, size - text.length);
}

export function center(text: string, size: number, filler: string): string {
  if (text.length >= size) return text;
  const left = Math.floor((size - text.length) / 2);
  return rightPad(leftPad(text, text.length + left, filler), size, filler);
}

export function countMatches(text: string, part: string): number {
  return part === '' ? 0 : text.split(part).length - 1;
}

/** Index at which the texts begin to differ; -1 when they are equal. */
export function indexOfDifference(left: string, right: string): number {
  if (left === right) return -1;
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) if (left[index] !== right[index]) return index;
  return shorter;
}

export function commonPrefix(texts: readonly string[]): string {
  const [first, ...others] = texts;
  if (first === undefined) return '';
  return others.reduce((prefix, text) => {
    const index = indexOfDifference(prefix, text);
    return index === -1 ? prefix : prefix.slice(0, index);
  }, first);
}

export function levenshtein(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(Math.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost));
    }
    previous = current;
  }
  return previous[right.length];
}

/** `overlay(text, insertion, start, end)`, positions clamped to the text and put in order. */
export function overlay(text: string, insertion: string, start: number, end: number): string {
  const clamp = (position: number): number => Math.max(0, Math.min(position, text.length));
  const [from, to] = [clamp(start), clamp(end)].sort((a, b) => a - b) as [number, number];
  return text.slice(0, from) + insertion + text.slice(to);
}

export function swapCase(text: string): string {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return character === upper ? character.toLowerCase() : upper;
  }).join('');
}

/** Runs of white space become one space, and the ends are trimmed. */
export function normalizeSpace(text: string): string {
  const spaced = Array.from(text, (character) => (isWhitespace(character) ? ' ' : character)).join('');
  return trim(spaced.replaceAll(/ +/g, ' '));
}

const CATEGORIES = ['Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Nd', 'Nl', 'No', 'Zs', 'Zl', 'Zp', 'Cc', 'Cf'].concat([
  'Pc',
  'Pd',
  'Ps',
  'Pe',
  'Pi',
  'Pf',
  'Po',
  'Sm',
  'Sc',
  'Sk',
  'So',
  'Mn',
  'Mc',
  'Me',
]);
const characterTypes = CATEGORIES.map((category) => [new RegExp(`\\p{${category}}`, 'v'), category] as const);

function characterType(character: string): string {
  return characterTypes.find(([pattern]) => pattern.test(character))?.[1] ?? 'other';
}

/** Runs of characters of one Unicode type. With `camelCase`, an upper-case letter before lower-case ones belongs to them. */
export function splitByCharacterType(text: string, camelCase: boolean): string[] {
  const parts: string[] = [];
  let start = 0;
  let current = '';
  for (let index = 0; index < text.length; index++) {
    const type = characterType(text[index]);
    if (index === 0) current = type;
    if (type === current) continue;
    if (camelCase && type === 'Ll' && current === 'Lu') {
      const newStart = index - 1;
      if (newStart !== start) {
        parts.push(text.slice(start, newStart));
        start = newStart;
      }
    } else {
      parts.push(text.slice(start, index));
      start = index;
    }
    current = type;
  }
  if (text !== '') parts.push(text.slice(start));
  return parts;
}
