/** `@{referenceId.path}` in a composite request stands for a part of an earlier answer (REST API Developer Guide, "Composite"). */
import { isRawJson } from '../json/raw-number.ts';

const REFERENCE = /@\{([^}]+)\}/g;

/** A reference to an answer that is not there, or to a part it does not have. */
export class UnresolvedReference extends Error {}

/** Bodies of the answers so far, by reference id. */
export type Answers = ReadonlyMap<string, unknown>;

/** The value with every reference in its texts replaced; property names are left as they are. */
export function resolveReferences(value: unknown, answers: Answers): unknown {
  if (typeof value === 'string') return resolveText(value, answers);
  if (Array.isArray(value)) return value.map((entry) => resolveReferences(entry, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, resolveReferences(entry, answers)]));
}

export function resolveText(text: string, answers: Answers): string {
  return text.replace(REFERENCE, (_, path: string) => lookUp(path, answers));
}

function lookUp(path: string, answers: Answers): string {
  const [reference = '', ...steps] = path.replace(/\[(\w+)\]/g, '.$1').split('.');
  const unresolved = new UnresolvedReference(`Invalid reference specified. No value for ${path} found in ${reference}`);
  if (!answers.has(reference)) throw unresolved;
  let value = answers.get(reference);
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) throw unresolved;
    const name = Object.keys(value).find((key) => key.toLowerCase() === step.toLowerCase());
    if (name === undefined) throw unresolved;
    value = (value as Record<string, unknown>)[name];
  }
  if (isRawJson(value)) return value.rawJSON;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw unresolved;
}
