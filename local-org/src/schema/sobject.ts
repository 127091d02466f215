/** A record in memory: what Apex, flows, the database and the APIs hand to each other. */
import { OrgError } from './errors.ts';
import type { FieldSchema, ObjectSchema } from './model.ts';
import type { FieldValue } from './values/index.ts';

/** One error that was added to a record or to one of its fields (`addError`, validation rules, triggers). */
export interface RecordError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export class SObject {
  readonly schema: ObjectSchema;
  /** Field values by declared API name. A field that is absent was neither set nor queried. */
  readonly values = new Map<string, FieldValue>();
  /** Parent records by relationship name, as queried or set; null when the reference is empty. */
  readonly parents = new Map<string, SObject | null>();
  /** Child rows by child relationship name, as queried. */
  readonly children = new Map<string, SObject[]>();
  /** Errors added while the record is being saved. */
  errors: RecordError[] = [];
  /** Set on the rows of a query: a field that is absent was not asked for, and Apex code may not read it. */
  queried = false;

  constructor(schema: ObjectSchema, values?: Iterable<readonly [string, FieldValue]>) {
    this.schema = schema;
    if (values !== undefined) for (const [name, value] of values) this.set(name, value);
  }

  get id(): string | null {
    return (this.values.get('Id') as string | undefined) ?? null;
  }

  set id(value: string | null) {
    if (value === null) this.values.delete('Id');
    else this.values.set('Id', value);
  }

  /** Value by API name in any case; null when absent. Throws `OrgError('INVALID_FIELD')` for an unknown field. */
  get(name: string): FieldValue {
    const direct = this.values.get(name);
    if (direct !== undefined) return direct;
    return this.values.get(this.requireField(name).name) ?? null;
  }

  /** Stores the value as it is: the caller has converted it to the field's type. */
  set(name: string, value: FieldValue): void {
    this.values.set(this.requireField(name).name, value);
  }

  has(name: string): boolean {
    return this.values.has(name) || this.values.has(this.schema.field(name)?.name ?? name);
  }

  /** A copy with the same values; parents and children are shared, errors are not copied. */
  clone(): SObject {
    const copy = new SObject(this.schema);
    copy.queried = this.queried;
    for (const [name, value] of this.values) copy.values.set(name, value);
    for (const [name, parent] of this.parents) copy.parents.set(name, parent);
    for (const [name, rows] of this.children) copy.children.set(name, rows);
    return copy;
  }

  private requireField(name: string): FieldSchema {
    const field = this.schema.field(name);
    if (field === undefined) {
      throw new OrgError('INVALID_FIELD', `No such column '${name}' on entity '${this.schema.name}'`, [name]);
    }
    return field;
  }
}
