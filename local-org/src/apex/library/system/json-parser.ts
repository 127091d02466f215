/** System.JSONParser ("JSONParser Class", Apex Reference Guide). */
import { LibraryObject, throwApex, type ApexEnumValue, type TypeValue } from '../../runtime/index.ts';
import { unbox } from '../../runtime/casts.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { enumConstant, libraryClass } from '../define.ts';
import { deserializeNode } from '../support/json-deserialize.ts';
import { JsonScanner, type JsonToken } from '../support/json-scanner.ts';
import { readNode } from '../support/json-tree.ts';
import { jsonToken } from './json-token.ts';

export class JsonParserValue extends LibraryObject {
  readonly typeName = 'System.JSONParser';
  readonly scanner: JsonScanner;
  current: JsonToken | null = null;
  lastCleared: JsonToken | null = null;
  /** Name of the field whose value is being read. */
  private name: string | null = null;
  private readonly outerNames: (string | null)[] = [];

  constructor(text: string) {
    super();
    this.scanner = new JsonScanner(text);
  }

  /** Name of the field that the current token is the name of, is the value of or, at the start of a value, begins. */
  get currentName(): string | null {
    return this.current?.kind.startsWith('START_') === true ? (this.outerNames.at(-1) ?? null) : this.name;
  }

  advance(): JsonToken | null {
    const token = this.scanner.next();
    this.current = token;
    if (token?.kind === 'FIELD_NAME') this.name = token.text;
    if (token?.kind === 'START_OBJECT' || token?.kind === 'START_ARRAY') {
      this.outerNames.push(this.name);
      this.name = null;
    }
    if (token?.kind === 'END_OBJECT' || token?.kind === 'END_ARRAY') this.name = this.outerNames.pop() ?? null;
    return token;
  }

  /** The value that begins at the current token; the token after it becomes current. */
  readAs(type: ApexType, strict: boolean): unknown {
    const token = this.current?.kind === 'FIELD_NAME' ? this.advance() : (this.current ?? this.advance());
    if (token === null) throwApex('System.JSONException', 'No content to map to Object due to end of input');
    const node = readNode(this.scanner, token);
    if (node.kind === 'object' || node.kind === 'array') {
      this.name = this.outerNames.pop() ?? null;
      this.current = { ...token, kind: node.kind === 'object' ? 'END_OBJECT' : 'END_ARRAY' };
    }
    return deserializeNode(node, type, this.scanner, strict);
  }

  /** The current scalar as a value of the type. */
  scalarAs(type: ApexType): unknown {
    if (this.current === null || !this.current.kind.startsWith('VALUE_')) {
      throwApex('System.JSONException', `Current token (${this.current?.kind ?? 'null'}) not a value`);
    }
    return deserializeNode(readNode(this.scanner, this.current), type, this.scanner, false);
  }
}

const tokenOf = (token: JsonToken | null): ApexEnumValue | null =>
  token === null ? null : enumConstant(jsonToken, token.kind);

const scalar =
  (type: ApexType) =>
  (self: JsonParserValue): unknown =>
    self.scalarAs(type);

export const jsonParserClass = libraryClass('System.JSONParser', {
  'void clearCurrentToken()': (self: JsonParserValue) => {
    self.lastCleared = self.current;
    self.current = null;
  },
  'Blob getBlobValue()': scalar(types.Blob),
  'Boolean getBooleanValue()': scalar(types.Boolean),
  'String getCurrentName()': (self: JsonParserValue) => self.currentName,
  'System.JSONToken getCurrentToken()': (self: JsonParserValue) => tokenOf(self.current),
  'Datetime getDateTimeValue()': scalar(types.Datetime),
  'Date getDateValue()': scalar(types.Date),
  'Decimal getDecimalValue()': scalar(types.Decimal),
  'Double getDoubleValue()': (self: JsonParserValue) => unbox(self.scalarAs(types.Double)),
  'Id getIdValue()': scalar(types.Id),
  'Integer getIntegerValue()': scalar(types.Integer),
  'System.JSONToken getLastClearedToken()': (self: JsonParserValue) => tokenOf(self.lastCleared),
  'Long getLongValue()': scalar(types.Long),
  'String getText()': (self: JsonParserValue) => self.current?.text ?? null,
  'Time getTimeValue()': scalar(types.Time),
  'Boolean hasCurrentToken()': (self: JsonParserValue) => self.current !== null,
  'System.JSONToken nextToken()': (self: JsonParserValue) => tokenOf(self.advance()),
  'System.JSONToken nextValue()': (self: JsonParserValue) => {
    const token = self.advance();
    return tokenOf(token?.kind === 'FIELD_NAME' ? self.advance() : token);
  },
  'Object readValueAs(System.Type apexType)': (self: JsonParserValue, type: TypeValue) => self.readAs(type.type, false),
  'Object readValueAsStrict(System.Type apexType)': (self: JsonParserValue, type: TypeValue) =>
    self.readAs(type.type, true),
  'void skipChildren()': (self: JsonParserValue) => {
    if (self.current?.kind === 'START_OBJECT' || self.current?.kind === 'START_ARRAY') {
      self.readAs(types.Object, false);
    }
  },
});
