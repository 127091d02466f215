/**
 * Strict, typed readers for metadata files. A reader is a table of the elements a type may hold; `shape<T>()` makes the
 * compiler check that table against the type of the same name in `@salesforce/types` (generated from the Metadata API's
 * WSDL): an element that is missing from the table is a compile error, an element of a file that is not in the table
 * fails the load.
 */
import { localName, SourceError, type SourcePosition, type XmlElement } from './xml.ts';

/** An element, or a whole file, that was read and that nothing acts on. */
export interface IgnoredSource {
  /** Metadata type, or `Type.element`. */
  readonly type: string;
  readonly file: string;
  readonly line: number;
}

export interface ReadContext {
  readonly file: string;
  readonly ignored: IgnoredSource[];
  /** Told of elements that no table has; when it returns (or is absent: fails), the rest of the file is read. */
  readonly onUnknown?: (fault: SourceError) => void;
}

/** Turns one element into a value. */
export type ElementReader<T> = (element: XmlElement, context: ReadContext) => T;

/** Turns all elements of one name inside an owner into the value of one property. */
export interface Property<T> {
  readonly read: (elements: readonly XmlElement[], owner: XmlElement, context: ReadContext, name: string) => T;
}

/**
 * Marks an element that may stand in the file and that the local org does not act on; it is listed at deploy, unless it
 * says `false`: a feature that is off.
 */
export interface Unused {
  readonly unused: true;
}
export const unused: Unused = { unused: true };

type Accepts<V> = V extends readonly (infer E)[]
  ? readonly Accepts<E>[]
  : V extends string
    ? string
    : V extends number
      ? number
      : V extends boolean
        ? boolean
        : object;

type Entry = Property<unknown> | ElementReader<unknown> | Unused;

/** What a table must hold to be a complete description of the WSDL type T. */
type Table<T> = {
  readonly [K in keyof Required<T>]:
    Property<Accepts<NonNullable<T[K]>> | undefined> | ElementReader<Accepts<NonNullable<T[K]>>> | Unused;
};

type Read<E> = E extends Unused
  ? never
  : E extends Property<infer V>
    ? V
    : E extends ElementReader<infer V>
      ? V | undefined
      : never;

/** The result of a table: its elements, and where the value stands in the source. */
export type Shaped<S> = { readonly [K in keyof S as S[K] extends Unused ? never : K]: Read<S[K]> } & {
  readonly source: SourcePosition;
};

/** The value a reader answers, e.g. `ValueOf<typeof customField>`. */
export type ValueOf<R> = R extends ElementReader<infer V> ? V : never;

/** A reader from a table. Elements that stand as plain readers may be absent and may not be repeated. */
export function shape<T>(): <const S extends Table<T>>(table: S) => ElementReader<Shaped<S>> {
  return (table) => {
    const entries = new Map<string, Entry>(Object.entries(table));
    return (element, context) => readShape(entries, element, context) as Shaped<typeof table>;
  };
}

function readShape(entries: ReadonlyMap<string, Entry>, element: XmlElement, context: ReadContext): object {
  if (element.text.trim() !== '') {
    // The platform skips stray text (it stands in published, deployable projects); the validator reports it.
    context.ignored.push({ type: `text directly inside ${element.name}`, file: context.file, line: element.line });
  }
  const byName = Map.groupBy(element.children, (child) => localName(child.name));
  for (const [name, [first]] of byName) {
    if (!entries.has(name) && first !== undefined) {
      const fault = new SourceError(context.file, first.line, `<${element.name}> has no element <${name}>`);
      if (context.onUnknown === undefined) throw fault;
      context.onUnknown(fault);
    }
  }
  const result: Record<string, unknown> = { source: { file: context.file, line: element.line } };
  for (const [name, entry] of entries) {
    const found = byName.get(name) ?? [];
    if ('unused' in entry) noteUnused(found, element, context);
    else result[name] = (typeof entry === 'function' ? optional(entry) : entry).read(found, element, context, name);
  }
  return result;
}

function noteUnused(found: readonly XmlElement[], owner: XmlElement, context: ReadContext): void {
  for (const child of found) {
    if (child.text.trim() === 'false') continue;
    context.ignored.push({ type: `${owner.name}.${child.name}`, file: context.file, line: child.line });
  }
}

function optional<T>(reader: ElementReader<T>): Property<T | undefined> {
  return {
    read(elements, owner, context) {
      const [first, second] = elements;
      if (second !== undefined) {
        throw new SourceError(context.file, second.line, `<${second.name}> is repeated in <${owner.name}>`);
      }
      return first === undefined || first.attributes['xsi:nil'] === 'true' ? undefined : reader(first, context);
    },
  };
}

/** An element that must be there. */
export function required<T>(reader: ElementReader<T>): Property<T> {
  const single = optional(reader);
  return {
    read(elements, owner, context, name) {
      const value = single.read(elements, owner, context, name);
      if (value === undefined) {
        throw new SourceError(context.file, owner.line, `<${owner.name}> needs an element <${name}>`);
      }
      return value;
    },
  };
}

/** An element that may be absent, and then has this value. */
export function withDefault<T>(reader: ElementReader<T>, fallback: T): Property<T> {
  const single = optional(reader);
  return { read: (elements, owner, context, name) => single.read(elements, owner, context, name) ?? fallback };
}

/** An element that may be repeated, or absent. */
export function list<T>(reader: ElementReader<T>): Property<readonly T[]> {
  return { read: (elements, _owner, context) => elements.map((element) => reader(element, context)) };
}

/** Text without the white space around it, which the platform drops on save. */
export const text: ElementReader<string> = (element, context) => {
  const [child] = element.children;
  if (child !== undefined) {
    throw new SourceError(context.file, child.line, `<${element.name}> holds text, not <${child.name}>`);
  }
  return element.text.trim();
};

/** A boolean. */
export const flag: ElementReader<boolean> = (element, context) => {
  const value = text(element, context);
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  throw new SourceError(context.file, element.line, `<${element.name}> is '${value}', not true or false`);
};

export const number: ElementReader<number> = (element, context) => {
  const value = text(element, context);
  if (value === '' || !Number.isFinite(Number(value))) {
    throw new SourceError(context.file, element.line, `<${element.name}> is '${value}', not a number`);
  }
  return Number(value);
};

/** One of these words. */
export function oneOf<const W extends string>(...words: readonly W[]): ElementReader<W> {
  return (element, context) => {
    const value = text(element, context);
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) {
      throw new SourceError(
        context.file,
        element.line,
        `<${element.name}> is '${value}', not one of ${words.join(', ')}`,
      );
    }
    return word;
  };
}

/** The element itself, for parts whose meaning another layer reads. */
export const element: ElementReader<XmlElement> = (found) => found;
