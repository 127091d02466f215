/**
 * The types of the Metadata API, read from `metadata.d.ts` of `@salesforce/types`, which is generated from the API's WSDL:
 * every type's elements, which of them are required or lists, and the values of enumerations.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface ElementType {
  /** A type or an enumeration of the tables, or `string`, `number`, `boolean`, `any`. */
  readonly type: string;
  readonly required: boolean;
  readonly list: boolean;
}

export interface WsdlTypes {
  /** Elements of each type by name, with those of the types it extends. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, ElementType>>;
  /** Values of each enumeration; undefined for those that are open. */
  readonly enumerations: ReadonlyMap<string, ReadonlySet<string> | undefined>;
}

interface Declaration {
  readonly base: string | undefined;
  readonly elements: Map<string, ElementType>;
}

const TYPE = /^export type (\w+) = (?:(\w+) & )?\{(\};)?$/;
const ENUMERATION = /^export type (\w+) = ('.*');$/;
const ALIAS = /^export type (\w+) = (\w+);$/;
const ELEMENT = /^ {4}"?(\w+)"?(\?)?: (\w+)(\[\])?;$/;

/** Needs the development dependency `@salesforce/types`. */
export function loadWsdlTypes(): WsdlTypes {
  const module = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
  return parseWsdlTypes(readFileSync(module.replace(/\.js$/, '.d.ts'), 'utf8'));
}

export function parseWsdlTypes(text: string): WsdlTypes {
  const declarations = new Map<string, Declaration>();
  const enumerations = new Map<string, ReadonlySet<string> | undefined>();
  let open: Declaration | undefined;
  for (const line of text.split('\n')) {
    const [, typeName, base, closed] = TYPE.exec(line) ?? [];
    const [, enumerationName, values] = ENUMERATION.exec(line) ?? [];
    const [, aliasName, target] = ALIAS.exec(line) ?? [];
    const [, name, optional, type, list] = ELEMENT.exec(line) ?? [];
    if (typeName !== undefined) {
      const declaration = { base, elements: new Map<string, ElementType>() };
      declarations.set(typeName, declaration);
      open = closed === undefined ? declaration : undefined;
    } else if (enumerationName !== undefined && values !== undefined) {
      enumerations.set(enumerationName, new Set(values.split(' | ').map((value) => value.slice(1, -1))));
    } else if (aliasName !== undefined && target === 'string') enumerations.set(aliasName, undefined);
    else if (aliasName !== undefined) declarations.set(aliasName, { base: target, elements: new Map() });
    else if (open !== undefined && name !== undefined && type !== undefined) {
      const isList = list !== undefined;
      open.elements.set(name, { type, required: optional === undefined && !isList, list: isList });
    } else if (line === '};') open = undefined;
    else if (line.trim() !== '') throw new Error(`Cannot read this line of metadata.d.ts: ${line}`);
  }
  return {
    types: new Map([...declarations.keys()].map((name) => [name, allElements(name, declarations)])),
    enumerations,
  };
}

function allElements(name: string, declarations: ReadonlyMap<string, Declaration>): Map<string, ElementType> {
  const declaration = declarations.get(name);
  if (declaration === undefined) return new Map();
  const inherited = declaration.base === undefined ? [] : allElements(declaration.base, declarations);
  return new Map([...inherited, ...declaration.elements]);
}
