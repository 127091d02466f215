/** JSON bodies of requests. */
import { ApiError } from '../http/errors.ts';
import type { ApiRequest } from '../http/answer.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Objects and lists within each other: what walks them calls itself. */
const MAX_DEPTH = 1000;

const decoder = new TextDecoder();

/** The body as JSON. Throws `JSON_PARSER_ERROR` for what is none. */
export function readJson(request: ApiRequest): unknown {
  const text = decoder.decode(request.body);
  if (depthOf(text) > MAX_DEPTH) throw new ApiError(400, 'JSON_PARSER_ERROR', `nested deeper than ${MAX_DEPTH}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason =
      text.trim() === '' ? 'No content to map to Object due to end of input' : (error as SyntaxError).message;
    throw new ApiError(400, 'JSON_PARSER_ERROR', reason);
  }
}

/** How deep objects and lists stand in each other, outside of texts. A loop: texts may be files of many megabytes. */
function depthOf(text: string): number {
  if (text.length <= MAX_DEPTH) return 0;
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '{' || character === '[')) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (character === '}' || character === ']')) depth--;
  }
  return deepest;
}

/** The body as a JSON object. */
export function readObject(request: ApiRequest): JsonObject {
  return asObject(readJson(request), 'the request');
}

export function asObject(value: unknown, what: string): JsonObject {
  if (isObject(value)) return value;
  throw new ApiError(400, 'JSON_PARSER_ERROR', `${what} must be a JSON object`);
}

export function asArray(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ApiError(400, 'JSON_PARSER_ERROR', `${what} must be a JSON array`);
}

/** A text property, or undefined when it is absent. */
export function optionalText(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new ApiError(400, 'JSON_PARSER_ERROR', `${name} must be a text`);
}

export function requiredText(object: JsonObject, name: string): string {
  const value = optionalText(object, name);
  if (value === undefined || value === '') throw new ApiError(400, 'REQUIRED_FIELD_MISSING', `${name} is required`);
  return value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
