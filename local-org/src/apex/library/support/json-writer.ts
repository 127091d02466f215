/** Writes JSON, in one line or as Jackson's default pretty printer lays it out. */
import { throwApex } from '../../runtime/index.ts';

interface Container {
  readonly kind: 'object' | 'array';
  count: number;
  /** A field name has been written and its value has not. */
  awaitsValue: boolean;
}

export class JsonWriter {
  private readonly pretty: boolean;
  private readonly containers: Container[] = [];
  private output = '';

  constructor(pretty: boolean) {
    this.pretty = pretty;
  }

  get text(): string {
    return this.output;
  }

  startObject(): void {
    this.start('object', '{');
  }

  endObject(): void {
    this.end('object', '}');
  }

  startArray(): void {
    this.start('array', '[');
  }

  endArray(): void {
    this.end('array', ']');
  }

  fieldName(name: string): void {
    const container = this.containers.at(-1);
    if (container?.kind !== 'object' || container.awaitsValue) {
      throwApex('System.JSONException', 'Can not write a field name, expecting a value');
    }
    if (container.count++ > 0) this.output += ',';
    this.newLine(this.containers.length);
    this.output += `${quote(name)}${this.pretty ? ' : ' : ':'}`;
    container.awaitsValue = true;
  }

  string(value: string): void {
    this.raw(quote(value));
  }

  /** A value that is JSON already: a number, `true`, `null`. */
  raw(value: string): void {
    const container = this.containers.at(-1);
    if (container?.kind === 'object') {
      if (!container.awaitsValue) throwApex('System.JSONException', 'Can not write value, expecting field name');
      container.awaitsValue = false;
    } else if (container !== undefined) {
      if (container.count++ > 0) this.output += ',';
      if (this.pretty) this.output += ' ';
    }
    this.output += value;
  }

  private start(kind: Container['kind'], bracket: string): void {
    this.raw(bracket);
    this.containers.push({ kind, count: 0, awaitsValue: false });
  }

  private end(kind: Container['kind'], bracket: string): void {
    const container = this.containers.pop();
    if (container?.kind !== kind) {
      throwApex('System.JSONException', `Current context not an ${kind} but ${container?.kind ?? 'root'}`);
    }
    if (kind === 'object' && container.count > 0) this.newLine(this.containers.length);
    else if (this.pretty) this.output += ' ';
    this.output += bracket;
  }

  /** Only objects stand on lines of their own; depth counts them, as arrays do not indent. */
  private newLine(depth: number): void {
    if (!this.pretty) return;
    const objects = this.containers.slice(0, depth).filter(({ kind }) => kind === 'object').length;
    this.output += `\n${'  '.repeat(objects)}`;
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}
