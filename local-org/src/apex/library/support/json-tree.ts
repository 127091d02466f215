/** JSON as a tree that keeps numbers as written and knows where everything stood. */
import { throwApex } from '../../runtime/index.ts';
import { JsonScanner, type JsonToken } from './json-scanner.ts';

export type JsonNode = JsonScalar | JsonArray | JsonObject;

export interface JsonScalar {
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  /** The string's value; other values as written. */
  readonly text: string;
  readonly token: JsonToken;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly token: JsonToken;
}

export interface JsonObject {
  readonly kind: 'object';
  readonly entries: readonly (readonly [name: string, value: JsonNode])[];
  readonly token: JsonToken;
}

/** Reads a whole text that holds one value. */
export function parseJson(text: string): { readonly root: JsonNode; readonly scanner: JsonScanner } {
  const scanner = new JsonScanner(text);
  const first = scanner.next();
  if (first === null) throwApex('System.JSONException', 'No content to map to Object due to end of input');
  return { root: readNode(scanner, first), scanner };
}

/** Reads the value that begins with a token, up to its end. */
export function readNode(scanner: JsonScanner, token: JsonToken): JsonNode {
  switch (token.kind) {
    case 'START_OBJECT': {
      const entries: [string, JsonNode][] = [];
      for (let name = scanner.next()!; name.kind !== 'END_OBJECT'; name = scanner.next()!) {
        entries.push([name.text, readNode(scanner, scanner.next()!)]);
      }
      return { kind: 'object', entries, token };
    }
    case 'START_ARRAY': {
      const items: JsonNode[] = [];
      for (let item = scanner.next()!; item.kind !== 'END_ARRAY'; item = scanner.next()!) {
        items.push(readNode(scanner, item));
      }
      return { kind: 'array', items, token };
    }
    case 'VALUE_STRING':
      return { kind: 'string', text: token.text, token };
    case 'VALUE_NUMBER_INT':
    case 'VALUE_NUMBER_FLOAT':
      return { kind: 'number', text: token.text, token };
    case 'VALUE_TRUE':
    case 'VALUE_FALSE':
      return { kind: 'boolean', text: token.text, token };
    case 'VALUE_NULL':
      return { kind: 'null', text: token.text, token };
    default:
      throw new Error(`A JSON value cannot begin with ${token.kind}`);
  }
}
