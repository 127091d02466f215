/** What `Trigger.…` answers while a trigger runs. Lists and maps are made when they are first asked for. */
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { TriggerEvent } from '../../database/services.ts';
import { sobjectType, types } from '../types/apex-type.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';

type Records = readonly SObject[] | null;

export class TriggerContext {
  readonly object: ObjectSchema;
  readonly event: TriggerEvent;
  private readonly newRecords: Records;
  private readonly oldRecords: Records;
  private readonly lists = new Map<Records, ApexList<SObject>>();
  private readonly maps = new Map<Records, ApexMap<string, SObject>>();
  private fixedRecords: ReadonlySet<SObject> | undefined;

  constructor(object: ObjectSchema, event: TriggerEvent, newRecords: Records, oldRecords: Records) {
    this.object = object;
    this.event = event;
    this.newRecords = newRecords;
    this.oldRecords = oldRecords;
  }

  get new(): ApexList<SObject> | null {
    return this.list(this.newRecords);
  }

  get old(): ApexList<SObject> | null {
    return this.list(this.oldRecords);
  }

  /** Records have no ids yet before they are inserted ("Trigger Context Variables", Apex Developer Guide). */
  get newMap(): ApexMap<string, SObject> | null {
    return this.event === 'before insert' ? null : this.map(this.newRecords);
  }

  get oldMap(): ApexMap<string, SObject> | null {
    return this.map(this.oldRecords);
  }

  get isBefore(): boolean {
    return this.event.startsWith('before');
  }

  get size(): number {
    return (this.newRecords ?? this.oldRecords)?.length ?? 0;
  }

  /** `insert`, `update`, `delete` or `undelete`. */
  get operation(): string {
    return this.event.slice(this.event.indexOf(' ') + 1);
  }

  /** Records of `Trigger.old`, and of `Trigger.new` once they are saved, cannot be changed. */
  isReadOnly(record: SObject): boolean {
    this.fixedRecords ??= new Set([...(this.isBefore ? [] : (this.newRecords ?? [])), ...(this.oldRecords ?? [])]);
    return this.fixedRecords.has(record);
  }

  private list(records: Records): ApexList<SObject> | null {
    if (records === null) return null;
    let list = this.lists.get(records);
    if (list === undefined) {
      list = new ApexList(sobjectType(this.object.name), [...records]);
      list.readOnly = true;
      this.lists.set(records, list);
    }
    return list;
  }

  private map(records: Records): ApexMap<string, SObject> | null {
    if (records === null) return null;
    let map = this.maps.get(records);
    if (map === undefined) {
      const entries = records.map((record) => [record.id!, record] as const);
      map = new ApexMap(types.Id, sobjectType(this.object.name), entries);
      map.readOnly = true;
      this.maps.set(records, map);
    }
    return map;
  }
}
