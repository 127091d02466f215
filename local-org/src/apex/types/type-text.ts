/** Type names as written, before they are resolved: `Map<Id, List<My.Inner>>`, `Integer[]`. */
export interface TypeText {
  /** Dotted name as written. */
  readonly name: string;
  readonly args: readonly TypeText[];
}

/** As it is written. */
export function typeName({ name, args }: TypeText): string {
  return args.length === 0 ? name : `${name}<${args.map(typeName).join(', ')}>`;
}

const token = /\s*([A-Za-z_][\w]*(?:\s*\.\s*[A-Za-z_]\w*)*|[<>,]|\[\s*\])/y;

/** Parses one type name; throws on anything else. */
export function parseTypeText(text: string): TypeText {
  const reader = new TypeTextReader(text);
  const type = reader.type();
  reader.end();
  return type;
}

/** Reads type names and punctuation from one line of text, for signatures as well. */
class TypeTextReader {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  type(): TypeText {
    const name = this.next();
    if (name === undefined || !/^[A-Za-z_]/.test(name)) throw this.error();
    let type: TypeText = { name: name.replaceAll(/\s/g, ''), args: [] };
    if (this.peek() === '<') {
      const args: TypeText[] = [];
      do {
        this.next();
        args.push(this.type());
      } while (this.peek() === ',');
      if (this.next() !== '>') throw this.error();
      type = { name: type.name, args };
    }
    while (this.peek()?.startsWith('[')) {
      this.next();
      type = { name: 'List', args: [type] };
    }
    return type;
  }

  end(): void {
    if (this.text.slice(this.position).trim() !== '') throw this.error();
  }

  private peek(): string | undefined {
    token.lastIndex = this.position;
    return token.exec(this.text)?.[1];
  }

  private next(): string | undefined {
    token.lastIndex = this.position;
    const match = token.exec(this.text);
    if (match === null) return undefined;
    this.position = token.lastIndex;
    return match[1];
  }

  private error(): Error {
    return new Error(`Not a type: ${this.text}`);
  }
}
