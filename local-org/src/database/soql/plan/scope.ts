/** The tables of one SELECT: the queried object, and the parents that paths reach, joined when first needed. */
import { CURRENCY_FIELD, hasCurrency } from '../../../schema/currencies.ts';
import { NotSupported } from '../../../schema/errors.ts';
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import { quoted } from '../../store/names.ts';
import type { Table } from '../../store/table.ts';
import type { FieldPath, Position } from '../ast.ts';
import { malformed, noSuchColumn, noSuchRelationship } from '../errors.ts';
import type { PlanContext } from './context.ts';
import { polymorphicValue } from './polymorphic.ts';
import { fieldValue, type SqlValue } from './sql-value.ts';
import { viewedColumn } from './viewed.ts';

/** "No more than five levels can be specified in a child-to-parent relationship" (SOQL and SOSL Reference). */
const MAX_PARENT_LEVELS = 5;

export interface Source {
  readonly object: ObjectSchema;
  readonly table: Table;
  readonly alias: string;
  /** How it is reached from the root, with the objects on the way: tells joins apart. */
  readonly path: string;
}

/** How a path is looked up: one that a query names is checked and counted, one inside a formula is neither. */
export interface Lookup {
  readonly position?: Position;
  /** Any field of any object that a polymorphic reference may point to, not just those of `Name`. */
  readonly anyTarget?: boolean;
}

export class Scope {
  readonly context: PlanContext;
  readonly root: Source;
  private readonly joins: string[] = [];
  private readonly sources = new Map<string, Source>();
  private readonly prefixes = new Map<string, readonly string[]>();

  constructor(context: PlanContext, object: ObjectSchema) {
    this.context = context;
    this.root = this.source(object);
    this.prefixes.set(object.name.toLowerCase(), []);
  }

  /** Makes `alias` stand for a path: `FROM Contact c, c.Account a`. */
  addAlias(alias: string, path: readonly string[]): void {
    this.prefixes.set(alias.toLowerCase(), this.withoutPrefix(path));
  }

  /** `"Account" t0 LEFT JOIN "User" t1 ON …`; complete once every expression of the statement has been made. */
  fromSql(): string {
    return [`${this.root.table.sqlName} ${this.root.alias}`, ...this.joins].join(' ');
  }

  /** The value of a field the query names. */
  field(path: FieldPath): SqlValue {
    return this.value(this.withoutPrefix(path.names), { position: path.position });
  }

  /** As `field`, for names that need no check. */
  value(names: readonly string[], lookup: Lookup = {}): SqlValue {
    if (names.length > MAX_PARENT_LEVELS + 1) throw tooManyLevels(this.context.settings.text, lookup.position);
    return this.follow(this.root, names, lookup);
  }

  /** A value as seen from a joined parent. */
  valueFrom(source: Source, names: readonly string[], lookup: Lookup): SqlValue {
    return this.follow(source, names, lookup);
  }

  /** The names of a path without the alias or the object's own name that it may start with. */
  withoutPrefix(names: readonly string[]): readonly string[] {
    const [first, ...rest] = names as [string, ...string[]];
    const prefix = this.prefixes.get(first.toLowerCase());
    if (prefix === undefined || rest.length === 0) return names;
    const isRelationship = prefix.length === 0 && this.root.object.relationship(first) !== undefined;
    return isRelationship ? names : [...prefix, ...rest];
  }

  /** The parent table that a reference of `source` points to, joined by its id. */
  join(source: Source, reference: FieldSchema, target: ObjectSchema): Source {
    const path = `${source.path}.${reference.name}>${target.name}`;
    let parent = this.sources.get(path);
    if (parent === undefined) {
      parent = this.source(target, path);
      this.sources.set(path, parent);
      const on = `${parent.alias}."Id"=${source.alias}.${quoted(reference.name)}`;
      this.joins.push(`LEFT JOIN ${parent.table.sqlName} ${parent.alias} ON ${on}`);
    }
    return parent;
  }

  /** The relationship of this name, or an error that says there is none. */
  relationship(object: ObjectSchema, name: string, lookup: Lookup): FieldSchema {
    const reference = object.relationship(name);
    if (reference === undefined) throw noSuchRelationship(name, this.context.settings.text, lookup.position);
    this.use(object, reference.name, lookup);
    return reference;
  }

  use(object: ObjectSchema, field: string, { position }: Lookup): void {
    if (position !== undefined) this.context.useField(object, field, position);
  }

  private source(object: ObjectSchema, path = ''): Source {
    return { object, table: this.context.services.store.table(object), alias: this.context.nextAlias(), path };
  }

  private follow(source: Source, names: readonly string[], lookup: Lookup): SqlValue {
    const [name, ...rest] = names as [string, ...string[]];
    if (rest.length === 0) return this.column(source, name, lookup);
    const reference = this.relationship(source.object, name, lookup);
    if (reference.referenceTo.length > 1) return polymorphicValue(this, source, reference, rest, lookup);
    if (rest.length === 1 && rest[0].toLowerCase() === 'id') return this.column(source, reference.name, lookup);
    const target = this.context.services.store.schema.object(reference.referenceTo[0]);
    if (target === undefined) {
      throw new NotSupported(`object ${reference.referenceTo[0]}, which ${reference.name} refers to`);
    }
    return this.follow(this.join(source, reference, target), rest, lookup);
  }

  private column(source: Source, name: string, lookup: Lookup): SqlValue {
    const field = source.object.field(name);
    if (field === undefined) throw noSuchColumn(name, source.object.name, this.context.settings.text, lookup.position);
    this.use(source.object, field.name, lookup);
    if (field.formula !== undefined)
      return inCurrency(this.context.services.formulas.value(this, source, field), source);
    const stored = source.table.column(field.name);
    if (stored === undefined) throw new NotSupported(`SOQL on the compound field ${source.object.name}.${field.name}`);
    const viewed = viewedColumn(this.context, source, field.name);
    return inCurrency(fieldValue(viewed ?? `${source.alias}.${quoted(field.name)}`, field, stored.encoding), source);
  }
}

/** Says what currency an amount is in, where its record does. */
function inCurrency(value: SqlValue, { object, alias }: Source): SqlValue {
  if (value.type !== 'currency' || !hasCurrency(object)) return value;
  return { ...value, currency: `${alias}.${quoted(CURRENCY_FIELD)}` };
}

function tooManyLevels(text: string, position: Position | undefined) {
  return malformed('SOQL relationship queries can traverse at most five levels from child to parent.', text, position);
}
