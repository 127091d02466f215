/** Rows that stand for components of the project: their ids follow from their names, and a deploy brings them up to date. */
import type { Store } from '../../database/store.ts';
import { isStableId, stableId } from '../../schema/ids.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import { DatetimeValue, type DateValue, type FieldValue, sameValue } from '../../schema/values/index.ts';

export type RowValues = Readonly<Record<string, FieldValue>>;

/** A row of a component; `name` is unique among those of its object. */
export interface ComponentRow {
  readonly name: string;
  readonly values: RowValues;
  /** When the schema has given the component its id already. */
  readonly id?: string;
}

export class RowSync {
  readonly store: Store;
  /** Who the rows are created by. */
  readonly deployer: string;
  readonly #now: DatetimeValue;

  constructor(store: Store, now: number, deployer: string) {
    this.store = store;
    this.#now = new DatetimeValue(Math.floor(now / 1000) * 1000);
    this.deployer = deployer;
  }

  get today(): DateValue {
    return this.#now.date();
  }

  /** Id of the row of this component. */
  idOf(object: string, name: string): string {
    return stableId(this.store.schema.require(object).keyPrefix, name);
  }

  /** Adds and changes rows, and erases those of components that are no longer there. */
  sync(objectName: string, components: readonly ComponentRow[]): void {
    const object = this.store.schema.require(objectName);
    const stored = new Map(this.store.allRows(object).map((row) => [row.id!, row]));
    const kept = new Set<string>();
    for (const { name, values, id = this.idOf(objectName, name) } of components) {
      kept.add(id);
      this.#write(object, id, values, stored.get(id));
    }
    for (const id of stored.keys()) if (isStableId(id) && !kept.has(id)) this.store.eraseRow(object, id);
  }

  /** Adds one row with an id of its own. */
  add(objectName: string, values: RowValues): string {
    const id = this.store.newId(this.store.schema.require(objectName));
    this.addWithId(objectName, id, values);
    return id;
  }

  addWithId(objectName: string, id: string, values: RowValues): void {
    this.#write(this.store.schema.require(objectName), id, values, undefined);
  }

  #write(object: ObjectSchema, id: string, values: RowValues, stored: SObject | undefined): void {
    const audit = { LastModifiedById: this.deployer, LastModifiedDate: this.#now, SystemModstamp: this.#now };
    if (stored === undefined) {
      const created = { CreatedById: this.deployer, CreatedDate: this.#now };
      const all = Object.entries({ ...known(object, { ...created, ...audit }), ...values });
      this.store.insertRow(new SObject(object, [['Id', id], ...all]));
      return;
    }
    const changed = Object.entries(values).filter(([name, value]) => !sameValue(value, stored.get(name)));
    if (changed.length === 0) return;
    this.store.updateRow(object, id, new Map([...changed, ...Object.entries(known(object, audit))]));
  }
}

function known(object: ObjectSchema, values: RowValues): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => object.field(name) !== undefined));
}
