/**
 * Puts rows into the database of an org as they stand, stored totals included: what is tested is what reports make of rows, not
 * how rows come about.
 */
import type { Org } from '../../local-org/src/org/org.ts';
import type { FieldSchema, ObjectSchema } from '../../local-org/src/schema/model.ts';
import { SObject } from '../../local-org/src/schema/sobject.ts';
import { DatetimeValue, DateValue, Decimal, type FieldValue } from '../../local-org/src/schema/values/index.ts';

/** Numbers and dates as text or number: the field says what they are. */
export type Values = Readonly<Record<string, string | number | boolean | null>>;

export class Rows {
  private readonly org: Org;
  private readonly ids = new Map<string, string>();

  constructor(org: Org) {
    this.org = org;
  }

  /** Adds a row, which others can refer to as `@key`; answers its id. */
  add(objectName: string, key: string, values: Values): string {
    const { store, schema, administrator, clock } = this.org;
    const object = schema.require(objectName);
    const id = store.newId(object);
    const now = new DatetimeValue(Math.floor(clock.now() / 1000) * 1000);
    const system: Record<string, FieldValue> = {
      Id: id,
      CreatedById: administrator.id,
      CreatedDate: now,
      LastModifiedById: administrator.id,
      LastModifiedDate: now,
      SystemModstamp: now,
      IsDeleted: false,
      ...(object.field('OwnerId') === undefined ? {} : { OwnerId: administrator.id }),
    };
    const own = Object.entries(values).map(([name, value]) => [name, this.valueOf(object, name, value)] as const);
    store.insertRow(new SObject(object, [...Object.entries(system), ...own]));
    this.ids.set(key, id);
    return id;
  }

  /** Changes one field of a row. */
  set(objectName: string, key: string, name: string, value: Values[string]): void {
    const object = this.org.schema.require(objectName);
    this.org.store.updateRow(object, this.id(key), new Map([[name, this.valueOf(object, name, value)]]));
  }

  /** Id of the user who manages projects. */
  get manager(): string {
    return this.org.administrator.id;
  }

  /** The id of a row by its key. */
  id(key: string): string {
    const id = this.ids.get(key);
    if (id === undefined) throw new Error(`There is no row ${key}`);
    return id;
  }

  private valueOf(object: ObjectSchema, name: string, value: Values[string]): FieldValue {
    const field = object.field(name);
    if (field === undefined) throw new Error(`${object.name} has no field ${name}`);
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string' && value.startsWith('@')) return this.id(value.slice(1));
    return typed(field, value);
  }
}

function typed({ type }: FieldSchema, value: string | number): FieldValue {
  switch (type) {
    case 'date':
      return DateValue.parse(String(value));
    case 'datetime':
      return DatetimeValue.parse(String(value));
    case 'int':
      return Number(value);
    case 'double':
    case 'currency':
    case 'percent':
      return Decimal.parse(String(value));
    default:
      return String(value);
  }
}
