/**
 * JSON as a stream of tokens, for JSONParser and for the deserialiser. Errors are in the words of Jackson, the parser of
 * the platform, with its way of counting: the column after the character at fault.
 */
import { throwApex } from '../../runtime/index.ts';

/** Names of the constants of `System.JSONToken` that occur in a text. */
export type JsonTokenKind =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

export interface JsonToken {
  readonly kind: JsonTokenKind;
  /** The string's value; other tokens as written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Container {
  readonly kind: 'OBJECT' | 'ARRAY';
  readonly start: number;
  /** What may come next. */
  state: 'first' | 'separator' | 'colon' | 'value' | 'name';
}

const EXPECTED_VALUE = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";

const literals: Readonly<Record<string, JsonTokenKind>> = {
  true: 'VALUE_TRUE',
  false: 'VALUE_FALSE',
  null: 'VALUE_NULL',
};

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

export class JsonScanner {
  private readonly text: string;
  private readonly containers: Container[] = [];
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Null at the end of the input. */
  next(): JsonToken | null {
    this.skipSpace();
    const container = this.containers.at(-1);
    if (this.position >= this.text.length) {
      if (container !== undefined) this.failAtEnd(`expected close marker for ${container.kind}`, container.start);
      return null;
    }
    if (container === undefined) return this.value();
    return container.kind === 'OBJECT' ? this.inObject(container) : this.inArray(container);
  }

  /** `[line:1, column:5]` of an offset. */
  location(offset: number): string {
    const before = this.text.slice(0, offset);
    const line = before.split('\n').length;
    return `[line:${line}, column:${offset - before.lastIndexOf('\n')}]`;
  }

  private inObject(container: Container): JsonToken {
    const character = this.text[this.position];
    if (container.state === 'colon') {
      if (character !== ':') this.fail('was expecting a colon to separate field name and value');
      this.position++;
      this.skipSpace();
      container.state = 'separator';
      if (this.position >= this.text.length) this.failAtEnd('expected close marker for OBJECT', container.start);
      return this.value();
    }
    if (character === '}' && container.state !== 'name') return this.close('END_OBJECT');
    if (container.state === 'separator') {
      if (character !== ',') this.fail('was expecting comma to separate OBJECT entries');
      this.position++;
      container.state = 'name';
      return this.next()!;
    }
    if (character !== '"') this.fail('was expecting double-quote to start field name');
    container.state = 'colon';
    return this.string('FIELD_NAME');
  }

  private inArray(container: Container): JsonToken {
    const character = this.text[this.position];
    if (character === ']' && container.state !== 'value') return this.close('END_ARRAY');
    if (container.state === 'separator') {
      if (character !== ',') this.fail('was expecting comma to separate ARRAY entries');
      this.position++;
      container.state = 'value';
      return this.next()!;
    }
    container.state = 'separator';
    return this.value();
  }

  private close(kind: 'END_OBJECT' | 'END_ARRAY'): JsonToken {
    this.containers.pop();
    return this.token(kind, this.position, ++this.position);
  }

  private value(): JsonToken {
    const start = this.position;
    const character = this.text[start];
    if (character === '"') return this.string('VALUE_STRING');
    if (character === '{' || character === '[') {
      this.position++;
      this.containers.push({ kind: character === '{' ? 'OBJECT' : 'ARRAY', start, state: 'first' });
      return this.token(character === '{' ? 'START_OBJECT' : 'START_ARRAY', start, this.position);
    }
    const number = this.match(/-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y);
    if (number !== undefined) {
      const whole = number[1] === undefined && number[2] === undefined;
      return this.token(whole ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', start, this.position);
    }
    if (!/[a-zA-Z]/.test(character)) this.fail(EXPECTED_VALUE);
    const word = this.match(/\w+/y)![0];
    const kind = literals[word];
    if (kind === undefined && !/^[tfn]/.test(word)) {
      this.position = start;
      this.fail(EXPECTED_VALUE);
    }
    if (kind === undefined) this.error(`Unrecognized token '${word}': was expecting 'true', 'false' or 'null'`, start);
    return this.token(kind, start, this.position);
  }

  private string(kind: 'FIELD_NAME' | 'VALUE_STRING'): JsonToken {
    const start = this.position++;
    let value = '';
    for (;;) {
      value += this.match(/[^"\\\0-\x1f]*/y)![0];
      const character = this.text[this.position];
      if (character === undefined) this.failAtEnd('was expecting closing quote for a string value', undefined);
      if (character === '"') break;
      if (character !== '\\') {
        this.error(
          `Illegal unquoted character (CTRL-CHAR, code ${character.charCodeAt(0)}): has to be escaped using backslash ` +
            'to be included in string value',
          this.position + 1,
        );
      }
      value += this.escape();
    }
    this.position++;
    return { kind, text: value, start, end: this.position };
  }

  private escape(): string {
    const escape = this.match(/\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/y);
    if (escape === undefined) this.fail('Unrecognized character escape', this.position + 1);
    if (escape[1] !== undefined) return String.fromCharCode(Number.parseInt(escape[1], 16));
    return escapes[escape[2]] ?? escape[2];
  }

  private token(kind: JsonTokenKind, start: number, end: number): JsonToken {
    return { kind, text: this.text.slice(start, end), start, end };
  }

  private skipSpace(): void {
    this.match(/[ \t\r\n]+/y);
  }

  private match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.position;
    const match = expression.exec(this.text);
    if (match === null) return undefined;
    this.position = expression.lastIndex;
    return match;
  }

  private fail(expectation: string, at = this.position): never {
    const character = this.text[at] ?? '';
    this.error(`Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${expectation}`, at + 1);
  }

  private failAtEnd(expectation: string, opened: number | undefined): never {
    const from = opened === undefined ? '' : ` (from ${this.location(opened)})`;
    this.error(`Unexpected end-of-input: ${expectation}${from}`, this.text.length);
  }

  private error(message: string, offset: number): never {
    throwApex('System.JSONException', `${message} at ${this.location(offset)}`);
  }
}
