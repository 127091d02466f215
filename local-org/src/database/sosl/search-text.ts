/** The text that a search looks for ("FIND {SearchQuery}", SOQL and SOSL Reference). */
import { malformed, QueryError } from '../soql/errors.ts';

/** Tells whether the words of a text hold what is searched. */
export type Matcher = (words: readonly string[]) => boolean;

type Token =
  { readonly kind: 'word' | 'phrase'; readonly text: string } | { readonly kind: '(' | ')' | 'AND' | 'OR' | 'NOT' };

const TOKEN = /"((?:[^"\\]|\\.)*)"|([()])|((?:[^\s"()\\]|\\.)+)/g;

/** Parentheses within parentheses. */
const MAX_DEPTH = 60;

/** Lower-case words of a text: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `joe AND (smith OR "van dam") AND NOT jo*`; words side by side must all be there. */
export function searchMatcher(search: string): Matcher {
  if (search.trim().length < 2) throw malformed('search term must be longer than one character: ' + search);
  return new SearchParser(tokens(search)).parse();
}

function tokens(search: string): Token[] {
  return [...search.matchAll(TOKEN)].flatMap(([, phrase, parenthesis, word]): Token[] => {
    if (phrase !== undefined) return [{ kind: 'phrase', text: unescape(phrase) }];
    if (parenthesis !== undefined) return [{ kind: parenthesis as '(' | ')' }];
    const operator = word.toUpperCase();
    if (operator === 'AND' || operator === 'OR' || operator === 'NOT') return [{ kind: operator }];
    return [{ kind: 'word', text: word }];
  });
}

/** Reads the tokens once from left to right: OR binds least, then AND, then AND NOT. */
class SearchParser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parse(): Matcher {
    const matcher = this.either();
    if (this.at < this.tokens.length) throw malformed(`unexpected token: '${this.tokens[this.at].kind}'`);
    return matcher;
  }

  private either(): Matcher {
    const options = [this.all()];
    while (this.take('OR')) options.push(this.all());
    return (words) => options.some((option) => option(words));
  }

  private all(): Matcher {
    const parts = [this.part()];
    while (this.at < this.tokens.length && !this.isNext('OR') && !this.isNext(')')) {
      this.take('AND');
      parts.push(this.part());
    }
    return (words) => parts.every((part) => part(words));
  }

  private part(): Matcher {
    if (this.take('NOT')) {
      const inner = this.part();
      return (words) => !inner(words);
    }
    if (this.take('(')) {
      if (++this.depth > MAX_DEPTH) {
        throw new QueryError('QUERY_TOO_COMPLICATED', `Searches cannot be nested deeper than ${MAX_DEPTH} parentheses`);
      }
      const inner = this.either();
      this.depth--;
      if (!this.take(')')) throw malformed("expecting a right parentheses, found '<EOF>'");
      return inner;
    }
    const token = this.tokens[this.at++];
    if (token?.kind !== 'word' && token?.kind !== 'phrase') {
      throw malformed(`unexpected token: '${token?.kind ?? '<EOF>'}'`);
    }
    return sequenceMatcher(token.text);
  }

  private isNext(kind: Token['kind']): boolean {
    return this.tokens[this.at]?.kind === kind;
  }

  private take(kind: Token['kind']): boolean {
    const taken = this.isNext(kind);
    if (taken) this.at++;
    return taken;
  }
}

/** Finds the words of a phrase side by side; `*` in a word is any letters, `?` one. */
function sequenceMatcher(text: string): Matcher {
  const patterns = (text.toLowerCase().match(/(?:[\p{L}\p{N}*?]|\\.)+/gu) ?? []).map(wordPattern);
  if (patterns.length === 0) return () => false;
  return (words) =>
    words.some((_, start) => patterns.every((pattern, offset) => fits(pattern, words[start + offset] ?? '')));
}

/** The characters of a word, and its wildcards; an escaped character is no letter, and no word has it. */
function wordPattern(word: string): string[] {
  return Array.from(word.replace(/\\./gu, ''));
}

/** Goes back to the last `*` alone: the time grows with the lengths, however many wildcards there are. */
function fits(pattern: readonly string[], word: string): boolean {
  const letters = Array.from(word);
  let [at, star, resume] = [0, -1, 0];
  for (let letter = 0; letter < letters.length;) {
    if (pattern[at] === '*') [star, resume] = [at++, letter];
    else if (pattern[at] === '?' || pattern[at] === letters[letter]) [at, letter] = [at + 1, letter + 1];
    else if (star < 0) return false;
    else [at, letter] = [star + 1, ++resume];
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
