/** Builds literals. */
import type { LiteralContext } from '@apexdevtools/apex-parser';
import type { Literal, LiteralType } from '../ast/expressions.ts';
import type { Node } from '../ast/nodes.ts';
import { at } from './nodes.ts';

export function literal(context: LiteralContext): Literal {
  const position = at(context);
  const text = context.getText();
  if (context.IntegerLiteral()) return make(position, 'Integer', text);
  if (context.LongLiteral()) return make(position, 'Long', text.slice(0, -1));
  if (context.NumberLiteral()) {
    return /d$/i.test(text) ? make(position, 'Double', text.slice(0, -1)) : make(position, 'Decimal', text);
  }
  if (context.StringLiteral()) return make(position, 'String', unquote(text));
  if (context.MultilineStringLiteral()) return make(position, 'String', unquoteMultiline(text));
  if (context.BooleanLiteral()) return make(position, 'Boolean', text.toLowerCase());
  return make(position, 'null', 'null');
}

function make(position: Node, type: LiteralType, text: string): Literal {
  return { kind: 'literal', ...position, type, text };
}

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

/** Content of a quoted string. Escapes: "Primitive Data Types" (Apex Developer Guide), String. */
export function unquote(text: string): string {
  return unescape(text.slice(1, -1));
}

/** The line break after the opening quotes is not part of the string. */
export function unquoteMultiline(text: string): string {
  return unescape(text.slice(3, -3).replace(/^\r?\n|^\r/, ''));
}

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/gis, (_match, hex: string | undefined, character: string) =>
    hex === undefined ? (escapes[character.toLowerCase()] ?? character) : String.fromCharCode(parseInt(hex, 16)),
  );
}
