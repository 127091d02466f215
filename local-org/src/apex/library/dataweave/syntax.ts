/** Syntax trees of DataWeave scripts: the part of the language that is built, all else says `NotSupported`. */
import { NotSupported } from '../../../schema/errors.ts';
import { tokenize, type Token } from './tokens.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly text?: string }
  | { readonly kind: 'name'; readonly name: string; readonly line: number }
  | { readonly kind: 'select'; readonly from: Expression; readonly key: string }
  | { readonly kind: 'index'; readonly from: Expression; readonly index: Expression }
  | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'lambda'; readonly parameters: readonly string[]; readonly body: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'infix'; readonly name: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'cast'; readonly operand: Expression; readonly type: string; readonly options: ObjectEntry[] }
  | { readonly kind: 'if'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression }
  | { readonly kind: 'match'; readonly operand: Expression; readonly cases: readonly MatchCase[] }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] };

/** `key @(attributes): value`; without a key the value is an object whose entries are taken in. */
export interface ObjectEntry {
  readonly key: Expression | undefined;
  readonly attributes: readonly ObjectEntry[];
  readonly value: Expression;
}

/** Without a pattern: `else`. */
export interface MatchCase {
  readonly pattern: Expression | undefined;
  readonly result: Expression;
}

export interface Format {
  readonly mime: string;
  readonly properties: ReadonlyMap<string, string>;
}

export interface Script {
  readonly inputs: ReadonlyMap<string, Format>;
  readonly output: Format;
  readonly definitions: readonly { readonly name: string; readonly value: Expression }[];
  readonly body: Expression;
}

/** Functions that stand between their arguments and are given a function of each item. */
const INFIX = new Set(['map', 'filter', 'mapObject', 'filterObject', 'default']);
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '<', '>', '<=', '>='],
  ['+', '-', '++', '--', '>>'],
  ['*', '/'],
];

export function parseScript(source: string, where: string): Script {
  const [head = '', ...rest] = source.split(/^---[ \t]*$/m);
  const body = rest.join('---');
  const inputs = new Map<string, Format>();
  const definitions: { name: string; value: Expression }[] = [];
  let output: Format = { mime: 'application/json', properties: new Map() };
  const declarations = head.split(/\n(?=[ \t]*(?:%dw|input|output|import|fun|var|type|ns)\b)/);
  for (const declaration of declarations.map((each) => each.replaceAll(/^\s*\/\/.*$/gm, '').trim())) {
    const input = /^input\s+(\w+)\s+(\S+)([\s\S]*)$/.exec(declaration);
    const result = /^output\s+(\S+)([\s\S]*)$/.exec(declaration);
    if (input !== null) inputs.set(input[1], { mime: input[2], properties: propertiesOf(input[3]) });
    else if (result !== null) output = { mime: result[1], properties: propertiesOf(result[2]) };
    else if (/^(fun|var)\b/.test(declaration)) definitions.push(new Parser(declaration, where, 1).definition());
    else if (declaration !== '' && !/^(%dw|import)\b/.test(declaration)) {
      throw new NotSupported(`this DataWeave declaration: ${declaration.split('\n')[0]}`, where);
    }
  }
  return { inputs, output, definitions, body: new Parser(body, where, head.split('\n').length).whole() };
}

function propertiesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,]+))/g)].map(([, name, double, single, plain]) => [
      name,
      double ?? single ?? plain,
    ]),
  );
}

class Parser {
  private readonly tokens: readonly Token[];
  private readonly where: string;
  private at = 0;

  constructor(source: string, where: string, firstLine: number) {
    this.tokens = tokenize(source, where, firstLine);
    this.where = where;
  }

  whole(): Expression {
    const expression = this.pairOrExpression();
    if (this.token.kind !== 'end') this.unexpected();
    return expression;
  }

  /** `fun name(parameters) = …` or `var name = …`. */
  definition(): { name: string; value: Expression } {
    const isFunction = this.next().text === 'fun';
    const name = this.next().text;
    const parameters = isFunction ? this.parameters() : undefined;
    this.skipType();
    this.expect('=');
    const value = this.whole();
    return { name, value: parameters === undefined ? value : { kind: 'lambda', parameters, body: value } };
  }

  private expression(): Expression {
    let left = this.level(0);
    while (this.token.kind === 'name' && INFIX.has(this.token.text)) {
      const name = this.next().text;
      left = { kind: 'infix', name, left, right: this.level(0) };
    }
    return left;
  }

  private level(depth: number): Expression {
    const operators = LEVELS[depth];
    if (operators === undefined) return this.coerced();
    let left = this.level(depth + 1);
    while (operators.includes(this.token.text) && this.token.kind !== 'text') {
      const operator = this.next().text;
      left = { kind: 'binary', operator, left, right: this.level(depth + 1) };
    }
    return left;
  }

  /** `x as Type {…}` and `x match {…}`. */
  private coerced(): Expression {
    let operand = this.unary();
    for (;;) {
      if (this.take('as')) {
        const type = this.next().text;
        operand = { kind: 'cast', operand, type, options: this.take('{') ? this.entries() : [] };
      } else if (this.take('match')) {
        this.expect('{');
        operand = { kind: 'match', operand, cases: this.cases() };
      } else return operand;
    }
  }

  private cases(): MatchCase[] {
    const cases: MatchCase[] = [];
    while (!this.take('}')) {
      const isElse = this.take('else');
      if (!isElse) this.expect('case');
      const pattern = isElse ? undefined : this.literal();
      this.expect('->');
      cases.push({ pattern, result: this.expression() });
    }
    return cases;
  }

  private literal(): Expression {
    const { kind } = this.token;
    return kind === 'text' || kind === 'number' ? this.primary() : this.unexpected();
  }

  private unary(): Expression {
    if (this.take('not') || this.take('!')) return { kind: 'not', operand: this.unary() };
    if (this.take('-')) {
      return { kind: 'binary', operator: '-', left: { kind: 'literal', value: 0 }, right: this.unary() };
    }
    return this.selected();
  }

  private selected(): Expression {
    let from = this.primary();
    for (;;) {
      if (this.take('.')) from = { kind: 'select', from, key: this.next().text };
      else if (this.take('::')) from = { kind: 'name', name: this.next().text, line: this.token.line };
      else if (this.take('[')) {
        from = { kind: 'index', from, index: this.expression() };
        this.expect(']');
      } else if (this.token.text === '(' && this.token.kind === 'symbol' && isCallable(from)) {
        this.next();
        from = { kind: 'call', callee: from, args: this.list(')', () => this.expression()) };
      } else return from;
    }
  }

  private primary(): Expression {
    const token = this.next();
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text), text: token.text };
    if (token.kind === 'text') return { kind: 'literal', value: token.text };
    if (token.text === '(') return this.group();
    if (token.text === '{') return { kind: 'object', entries: this.entries() };
    if (token.text === '[') return { kind: 'array', items: this.list(']', () => this.expression()) };
    if (token.kind !== 'name') return this.unexpected(token);
    if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true' };
    if (token.text === 'null') return { kind: 'literal', value: null };
    if (token.text === 'if') return this.conditional();
    return { kind: 'name', name: token.text, line: token.line };
  }

  private conditional(): Expression {
    this.expect('(');
    const condition = this.expression();
    this.expect(')');
    const then = this.expression();
    if (!this.take('else')) this.unexpected();
    return { kind: 'if', condition, then, otherwise: this.expression() };
  }

  /** `(a, b) -> …` or an expression in parentheses. */
  private group(): Expression {
    const start = this.at;
    if (this.tokens.slice(start).findIndex(({ text }) => text === ')') >= 0) {
      this.at = start - 1;
      const parameters = this.lambdaParameters();
      if (parameters !== undefined) return { kind: 'lambda', parameters, body: this.pairOrExpression() };
      this.at = start;
    }
    const expression = this.expression();
    this.expect(')');
    return expression;
  }

  /** `key: value` alone is an object of one entry. */
  private pairOrExpression(): Expression {
    const key = this.expression();
    if (!this.take(':')) return key;
    const name: Expression = key.kind === 'name' ? { kind: 'literal', value: key.name } : key;
    return { kind: 'object', entries: [{ key: name, attributes: [], value: this.expression() }] };
  }

  private lambdaParameters(): string[] | undefined {
    const end = this.tokens.findIndex(({ text, kind }, index) => index >= this.at && text === ')' && kind === 'symbol');
    const inside = this.tokens.slice(this.at + 1, end);
    if (this.tokens[end + 1]?.text !== '->' || inside.some(({ kind, text }) => kind !== 'name' && !',:'.includes(text)))
      return undefined;
    const parameters = this.parameters();
    this.expect('->');
    return parameters;
  }

  private parameters(): string[] {
    this.expect('(');
    return this.list(')', () => {
      const name = this.next().text;
      this.skipType();
      return name;
    });
  }

  private skipType(): void {
    if (this.take(':')) this.next();
  }

  /** Up to the closing brace; the opening one has been read. */
  private entries(): ObjectEntry[] {
    return this.list('}', () => this.entry());
  }

  private entry(): ObjectEntry {
    let key: Expression;
    if (this.take('(')) {
      key = this.expression();
      this.expect(')');
      if (this.token.text !== ':' && this.token.text !== '@') return { key: undefined, attributes: [], value: key };
    } else key = { kind: 'literal', value: this.next().text };
    const attributes = this.take('@') ? (this.expect('('), this.list(')', () => this.entry())) : [];
    this.expect(':');
    return { key, attributes, value: this.expression() };
  }

  private list<T>(end: string, item: () => T): T[] {
    const items: T[] = [];
    while (!this.take(end)) {
      items.push(item());
      if (!this.take(',') && this.token.text !== end) this.unexpected();
    }
    return items;
  }

  private get token(): Token {
    return this.tokens[this.at];
  }

  private next(): Token {
    return this.tokens[Math.min(this.at++, this.tokens.length - 1)];
  }

  private take(text: string): boolean {
    if (this.token.text !== text || this.token.kind === 'text') return false;
    this.at++;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) this.unexpected();
  }

  private unexpected(token: Token = this.token): never {
    throw new NotSupported(`DataWeave with ${token.text} here`, `${this.where}:${token.line}`);
  }
}

function isCallable({ kind }: Expression): boolean {
  return kind === 'name' || kind === 'select' || kind === 'lambda';
}
