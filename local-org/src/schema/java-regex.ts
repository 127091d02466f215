/**
 * Java regular expressions (`java.util.regex.Pattern`, the syntax of Apex's Pattern class and of the formula function REGEX)
 * rewritten as JavaScript ones. The Java meaning is spelled out wherever the two differ: `.`, `$`, `\b`, `\s`, inline flags, possessive
 * and atomic groups, POSIX classes, `\Q…\E`. Not rewritten: a group inside a repetition forgets its last match in
 * JavaScript where Java keeps it.
 */
import { BoundedRegex } from './bounded-regex.ts';
import { NotSupported } from './errors.ts';
import { classEscapes, memberClass } from './java-regex-classes.ts';

/** A pattern Java would refuse, in its words, and where. */
export class PatternSyntaxError extends Error {
  readonly description: string;
  readonly index: number;

  constructor(description: string, index: number, pattern: string) {
    super(`${description} near index ${index}\n${pattern}\n${' '.repeat(index)}^`);
    this.name = 'PatternSyntaxError';
    this.description = description;
    this.index = index;
  }
}

export interface JavaRegex {
  readonly source: string;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  /** Flags `v` and `d`, with the extra flags given (`g` or `y`). */
  compile(flags: 'g' | 'y', anchoredAtEnd?: boolean): BoundedRegex;
  /** Whether the whole text matches; throws `RegexTooComplicated`. */
  matches(text: string): boolean;
}

/** Name that Java group `number` carries in the JavaScript expression. */
export function groupKey(number: number): string {
  return `g${number}`;
}

const cache = new Map<string, JavaRegex>();
const CACHE_SIZE = 500;

export function javaRegex(pattern: string): JavaRegex {
  let regex = cache.get(pattern);
  if (regex === undefined) {
    if (cache.size >= CACHE_SIZE) cache.clear();
    regex = new Translator(pattern).translate();
    cache.set(pattern, regex);
  }
  return regex;
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly comments: boolean;
}

const noFlags: Flags = { ignoreCase: false, multiline: false, dotAll: false, comments: false };

const LINE_END = '\\n\\r\\u0085\\u2028\\u2029';
const WORD = '[\\p{L}\\p{Nd}\\p{Mn}_]';
const AT_END = '(?![^])';
const AT_START = '(?<![^])';
const AT_FINAL_LINE_END = `(?=(?:\\r\\n|[${LINE_END}])?${AT_END})`;

const FEW_REPETITIONS = 10;

const simpleEscapes: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };

class Translator {
  private readonly pattern: string;
  private readonly groupNames = new Map<string, number>();
  private position = 0;
  private groups = 0;
  private atomics = 0;
  private repetitions = 0;
  /** Alternatives and quantifiers: repeated, they can match one text in several ways. */
  private choices = 0;
  private nested = false;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  translate(): JavaRegex {
    const body = this.alternatives(noFlags);
    if (this.position < this.pattern.length) throw this.error("Unmatched closing ')'", this.position - 1);
    const { pattern: source, groups: groupCount, groupNames, repetitions, nested } = this;
    const compile = (flags: 'g' | 'y', anchoredAtEnd = false): BoundedRegex =>
      new BoundedRegex(new RegExp(anchoredAtEnd ? `(?:${body})${AT_END}` : body, `vd${flags}`), {
        repetitions,
        nested,
      });
    let whole: BoundedRegex | undefined;
    const matches = (text: string): boolean => (whole ??= compile('y', true)).exec(text) !== null;
    return { source, groupCount, groupNames, compile, matches };
  }

  /** Up to the end or to an unmatched `)`. An inline `(?i)` holds to the end of the enclosing group, over `|`. */
  private alternatives(inherited: Flags): string {
    let flags = inherited;
    let output = '';
    let scope = '';
    const openScope = (): void => {
      scope = flags.ignoreCase === inherited.ignoreCase ? '' : flags.ignoreCase ? '(?i:' : '(?-i:';
      output += scope;
    };
    const closeScope = (): void => {
      if (scope !== '') output += ')';
    };
    while (this.position < this.pattern.length && this.peek() !== ')') {
      if (flags.comments && this.skipComment()) continue;
      const inline = this.inlineFlags(flags);
      if (inline !== undefined) {
        closeScope();
        flags = inline;
        openScope();
      } else if (this.peek() === '|') {
        this.position++;
        this.choices++;
        closeScope();
        output += '|';
        openScope();
      } else {
        output += this.quantified(flags);
      }
    }
    closeScope();
    return output;
  }

  /** `(?i)`, `(?-s)`; not `(?i:…)`. */
  private inlineFlags(flags: Flags): Flags | undefined {
    const match = this.match(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/y);
    return match === undefined ? undefined : this.applyFlags(flags, match[1], match[2] ?? '');
  }

  private applyFlags(flags: Flags, on: string, off: string): Flags {
    let result = flags;
    for (const [letters, value] of [
      [on, true],
      [off, false],
    ] as const) {
      for (const letter of letters) result = { ...result, ...this.flag(letter, value) };
    }
    return result;
  }

  private flag(letter: string, value: boolean): Partial<Flags> {
    switch (letter) {
      case 'i':
        return { ignoreCase: value };
      case 'm':
        return { multiline: value };
      case 's':
        return { dotAll: value };
      case 'x':
        return { comments: value };
      case 'u':
        return {};
      case 'd':
      case 'U':
        throw new NotSupported(`regular expression flag (?${letter})`, this.pattern);
      default:
        throw this.error('Unknown inline modifier', this.position - 1);
    }
  }

  private skipComment(): boolean {
    return this.match(/[ \t\n\v\f\r]+|#[^\n\r]*/y) !== undefined;
  }

  private quantified(flags: Flags): string {
    const before = this.choices;
    const atom = this.atom(flags);
    if (flags.comments) while (this.skipComment());
    const quantifier = this.match(/([*+?]|\{\d+(?:,\d*)?\})([+?]?)/y);
    if (quantifier === undefined) return atom;
    if (!isBounded(quantifier[1])) {
      if (this.choices > before) this.nested = true;
      this.repetitions++;
    }
    this.choices++;
    // JavaScript refuses a quantifier after an assertion; Java takes it.
    const operand = /^\(\?<?[=!]/.test(atom) ? `(?:${atom})` : atom;
    if (quantifier[2] !== '+') return operand + quantifier[0];
    return this.atomic(operand + quantifier[1]);
  }

  /** Matches without giving back: a look-ahead is never re-entered, so what it captured is all that can follow. */
  private atomic(body: string): string {
    const name = `a${++this.atomics}`;
    return `(?:(?=(?<${name}>${body}))\\k<${name}>)`;
  }

  private atom(flags: Flags): string {
    switch (this.peek()) {
      case '(':
        return this.group(flags);
      case '[':
        this.position++;
        return this.bracketClass(flags);
      case '\\':
        return this.escape();
      case '.':
        this.position++;
        return flags.dotAll ? '[^]' : `[^${LINE_END}]`;
      case '^':
        this.position++;
        return flags.multiline ? `(?:${AT_START}|(?<=\\r\\n|[${LINE_END}])(?<!\\r(?=\\n))(?=[^]))` : AT_START;
      case '$':
        this.position++;
        return flags.multiline ? `(?:${AT_END}|(?=[${LINE_END}])(?<!\\r(?=\\n)))` : AT_FINAL_LINE_END;
      case '*':
      case '+':
      case '?':
        throw this.error(`Dangling meta character '${this.peek()}'`, this.position);
      case '{':
        throw this.error('Illegal repetition', this.position);
      default:
        return literal(this.codePoint());
    }
  }

  private group(flags: Flags): string {
    const start = this.position;
    const open = this.match(
      /\(\?<([a-zA-Z][a-zA-Z0-9]*)>|\(\?(?:[:=!>]|<[=!])|\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?:|\((?!\?)/y,
    );
    if (open === undefined) throw this.error('Unknown inline modifier', start + 2);
    if (open[0] === '(' || open[1] !== undefined) {
      const number = ++this.groups;
      if (open[1] !== undefined) this.groupNames.set(open[1], number);
      return `(?<${groupKey(number)}>${this.closed(flags)})`;
    }
    if (open[0] === '(?>') return this.atomic(this.closed(flags));
    if (open[2] === undefined) return `${open[0]}${this.closed(flags)})`;
    const inner = this.applyFlags(flags, open[2], open[3] ?? '');
    const body = this.closed(inner);
    if (inner.ignoreCase === flags.ignoreCase) return `(?:${body})`;
    return `(?${inner.ignoreCase ? 'i' : '-i'}:${body})`;
  }

  private closed(flags: Flags): string {
    const body = this.alternatives(flags);
    if (this.peek() !== ')') throw this.error('Unclosed group', this.pattern.length);
    this.position++;
    return body;
  }

  private escape(): string {
    const start = this.position;
    this.position++;
    const letter = this.pattern[this.position];
    if (letter === undefined) throw this.error('Unexpected internal error', start);
    const quote = this.quoted();
    if (quote !== undefined) return `(?:${literals(quote)})`;
    const reference = this.match(/k<([a-zA-Z][a-zA-Z0-9]*)>/y);
    if (reference !== undefined) {
      const number = this.groupNames.get(reference[1]);
      if (number === undefined) throw this.error(`named capturing group <${reference[1]}> does not exist`, start);
      this.repetitions++;
      return `\\k<${groupKey(number)}>`;
    }
    if (/[1-9]/.test(letter)) return this.backReference();
    const anchor = this.anchorEscape(letter);
    if (anchor !== undefined) {
      this.position++;
      return anchor;
    }
    return this.classOrCharacter(start);
  }

  /** Java reads as many digits as name a group that exists; a group that is not there yet never matches. */
  private backReference(): string {
    this.repetitions++;
    let number = Number(this.pattern[this.position++]);
    for (;;) {
      const digit = this.peek();
      if (digit === undefined || !/\d/.test(digit) || number * 10 + Number(digit) > this.groups) break;
      number = number * 10 + Number(digit);
      this.position++;
    }
    return number > this.groups ? '(?!)' : `\\k<${groupKey(number)}>`;
  }

  private anchorEscape(letter: string): string | undefined {
    switch (letter) {
      case 'A':
        return AT_START;
      case 'z':
        return AT_END;
      case 'Z':
        return AT_FINAL_LINE_END;
      case 'b':
        return `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
      case 'B':
        return `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`;
      case 'R':
        return '(?:\\r\\n|[\\n\\x0b\\f\\r\\x85\\u2028\\u2029])';
      case 'G':
      case 'X':
        throw new NotSupported(`regular expression \\${letter}`, this.pattern);
      default:
        return undefined;
    }
  }

  /** After a backslash: `\d`, `\p{…}`, `\x41`, `\n`, `\.`. Valid inside and outside of brackets. */
  private classOrCharacter(start: number): string {
    const letter = this.pattern[this.position];
    const named = classEscapes[letter];
    if (named !== undefined) {
      this.position++;
      return named;
    }
    if (letter === 'p' || letter === 'P') return this.property(start);
    return literal(this.escapedCharacter(start));
  }

  private property(start: number): string {
    const match = this.match(/([pP])(?:\{(\^?)([^}]*)\}|([A-Z]))/y);
    if (match === undefined) throw this.error('Unclosed character family', this.pattern.length - 1);
    const negated = (match[1] === 'P') !== (match[2] === '^');
    const name = match[3] ?? match[4];
    const members = memberClass(name);
    if (members === undefined) throw this.error(`Unknown character property name {${name}}`, start);
    return `[${negated ? '^' : ''}${members}]`;
  }

  private escapedCharacter(start: number): number {
    const hex = this.match(/x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})/y);
    if (hex !== undefined) return Number.parseInt(hex[1] ?? hex[2] ?? hex[3], 16);
    const octal = this.match(/0([0-3]?[0-7]{1,2})/y);
    if (octal !== undefined) return Number.parseInt(octal[1], 8);
    const control = this.match(/c([^])/y);
    if (control !== undefined) return control[1].charCodeAt(0) ^ 64;
    const code = this.codePoint();
    const character = String.fromCodePoint(code);
    if (!/[a-zA-Z0-9]/.test(character)) return code;
    const simple = simpleEscapes[character];
    if (simple === undefined) throw this.error('Illegal/unsupported escape sequence', start + 1);
    return simple;
  }

  /** After the backslash, at `Q…\E`: the quoted text. */
  private quoted(): string | undefined {
    if (this.peek() !== 'Q') return undefined;
    const end = this.pattern.indexOf('\\E', this.position);
    const text = this.pattern.slice(this.position + 1, end === -1 ? undefined : end);
    this.position = end === -1 ? this.pattern.length : end + 2;
    return text;
  }

  /** After `[`. Java's `&&` binds weaker than adjacency; JavaScript wants both of its operands bracketed. */
  private bracketClass(flags: Flags): string {
    const negated = this.peek() === '^';
    if (negated) this.position++;
    const operands: string[] = [];
    let members = '';
    let first = true;
    for (;;) {
      const character = this.peek();
      if (character === undefined) throw this.error('Unclosed character class', this.pattern.length - 1);
      if (character === ']' && !first) break;
      first = false;
      if (flags.comments && this.match(/[ \t\n\v\f\r]+/y) !== undefined) continue;
      if (this.pattern.startsWith('&&', this.position)) {
        this.position += 2;
        operands.push(members);
        members = '';
      } else {
        members += this.classMember(flags);
      }
    }
    this.position++;
    operands.push(members);
    const filled = operands.filter((operand) => operand !== '');
    const body = filled.length === 1 ? filled[0] : filled.map((operand) => `[${operand}]`).join('&&');
    return `[${negated ? '^' : ''}${body}]`;
  }

  private classMember(flags: Flags): string {
    if (this.peek() === '[') {
      this.position++;
      return this.bracketClass(flags);
    }
    const from = this.classCharacter();
    if (typeof from === 'string') return from;
    const next = this.pattern[this.position + 1];
    const range = this.peek() === '-' && next !== undefined && next !== ']' && next !== '[';
    if (!range || this.pattern.startsWith('-&&', this.position)) return literal(from);
    const dash = this.position++;
    const to = this.classCharacter();
    if (typeof to === 'string' || to < from) throw this.error('Illegal character range', dash);
    return `${literal(from)}-${literal(to)}`;
  }

  /** A code point, or the source of a class escape or of quoted text. */
  private classCharacter(): number | string {
    if (this.peek() !== '\\') return this.codePoint();
    const start = this.position++;
    const letter = this.peek();
    if (letter === undefined) throw this.error('Unclosed character class', start);
    const quote = this.quoted();
    if (quote !== undefined) return literals(quote);
    const named = classEscapes[letter] !== undefined || letter === 'p' || letter === 'P';
    return named ? this.classOrCharacter(start) : this.escapedCharacter(start);
  }

  private codePoint(): number {
    const code = this.pattern.codePointAt(this.position)!;
    this.position += code > 0xffff ? 2 : 1;
    return code;
  }

  private peek(): string | undefined {
    return this.pattern[this.position];
  }

  /** Consumes what the sticky expression matches here. */
  private match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.position;
    const match = expression.exec(this.pattern);
    if (match === null) return undefined;
    this.position = expression.lastIndex;
    return match;
  }

  private error(description: string, index: number): PatternSyntaxError {
    return new PatternSyntaxError(description, Math.max(0, index), this.pattern);
  }
}

/** `?` and `{2,5}`: what repeats few times cannot make a match long. */
function isBounded(quantifier: string): boolean {
  if (quantifier === '?') return true;
  const most = /^\{(?:\d+,)?(\d+)\}$/.exec(quantifier)?.[1];
  return most !== undefined && Number(most) <= FEW_REPETITIONS;
}

/** Letters and digits as they are, everything else escaped, so that it stands inside and outside of brackets. */
function literal(code: number): string {
  const character = String.fromCodePoint(code);
  return /[A-Za-z0-9]/.test(character) ? character : `\\u{${code.toString(16)}}`;
}

function literals(text: string): string {
  return Array.from(text, (character) => literal(character.codePointAt(0)!)).join('');
}
