/**
 * Puts rows into the database of an org as they stand, stored totals included: what is tested is what reports make of rows, not
 * how rows come about.
 */
import type { Org } from '../../local-org/src/org/org.ts';
import type { FieldSchema, ObjectSchema } from '../../local-org/src/schema/model.ts';
import { SObject } from '../../local-org/src/schema/sobject.ts';
import { DatetimeValue, DateValue, Decimal, type FieldValue } from '../../local-org/src/schema/values/index.ts';

/** Values as text will do: the fields say what they are. */
export type Values = Readonly<Record<string, string | number | boolean | null>>;

export class Rows {
  private readonly org: Org;
  private readonly ids: Map<string, string>;

  constructor(org: Org) {
    this.org = org;
    this.ids = new Map([['administrator', org.administrator.id]]);
  }

  /** Adds a row. Others can refer to one with a key as `@key`; the first user is `@administrator`. */
  add(objectName: string, key: string | undefined, values: Values): void {
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
    if (key !== undefined) this.ids.set(key, id);
  }

  private id(key: string): string {
    const id = this.ids.get(key);
    if (id === undefined) throw new Error(`There is no row ${key}`);
    return id;
  }

  private valueOf(object: ObjectSchema, name: string, value: Values[string]): FieldValue {
    const field = object.field(name);
    if (field === undefined) throw new Error(`${object.name} has no field ${name}`);
    if (value === null || typeof value === 'boolean') return value;
    const text = String(value);
    return text.startsWith('@') ? this.id(text.slice(1)) : typed(field, text);
  }
}

function typed({ type }: FieldSchema, value: string): FieldValue {
  switch (type) {
    case 'date':
      return DateValue.parse(value);
    case 'datetime':
      return DatetimeValue.parse(value);
    case 'boolean':
      return value === 'true';
    case 'int':
      return Number(value);
    case 'double':
    case 'currency':
    case 'percent':
      return Decimal.parse(value);
    default:
      return value;
  }
}
