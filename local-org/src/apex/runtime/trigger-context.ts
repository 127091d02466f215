/** What `Trigger.…` answers while a trigger runs. */
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { TriggerEvent } from '../../database/services.ts';
import { mapOf, sobjectType, types } from '../types/apex-type.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';

export class TriggerContext {
  readonly object: ObjectSchema;
  readonly event: TriggerEvent;
  readonly new: ApexList<SObject> | null;
  readonly old: ApexList<SObject> | null;
  readonly newMap: ApexMap<string, SObject> | null;
  readonly oldMap: ApexMap<string, SObject> | null;
  private readonly fixedRecords: ReadonlySet<SObject>;

  constructor(
    object: ObjectSchema,
    event: TriggerEvent,
    newRecords: readonly SObject[] | null,
    oldRecords: readonly SObject[] | null,
  ) {
    this.object = object;
    this.event = event;
    this.new = newRecords === null ? null : recordList(object, newRecords);
    this.old = oldRecords === null ? null : recordList(object, oldRecords);
    // Records have no ids yet before they are inserted ("Trigger Context Variables", Apex Developer Guide).
    this.newMap = newRecords === null || event === 'before insert' ? null : recordMap(object, newRecords);
    this.oldMap = oldRecords === null ? null : recordMap(object, oldRecords);
    const fixed = this.isBefore ? oldRecords : [...(newRecords ?? []), ...(oldRecords ?? [])];
    this.fixedRecords = new Set(fixed);
  }

  /** Records of `Trigger.old`, and of `Trigger.new` once they are saved, cannot be changed. */
  isReadOnly(record: SObject): boolean {
    return this.fixedRecords.has(record);
  }

  get isBefore(): boolean {
    return this.event.startsWith('before');
  }

  get size(): number {
    return (this.new ?? this.old)?.size ?? 0;
  }

  /** `insert`, `update`, `delete` or `undelete`. */
  get operation(): string {
    return this.event.slice(this.event.indexOf(' ') + 1);
  }
}

function recordList(object: ObjectSchema, records: readonly SObject[]): ApexList<SObject> {
  const list = new ApexList(sobjectType(object.name), [...records]);
  list.readOnly = true;
  return list;
}

function recordMap(object: ObjectSchema, records: readonly SObject[]): ApexMap<string, SObject> {
  const type = mapOf(types.Id, sobjectType(object.name));
  const entries = records.map((record) => [record.id!, record] as const);
  const map = new ApexMap(type.args[0], type.args[1], entries);
  map.readOnly = true;
  return map;
}
