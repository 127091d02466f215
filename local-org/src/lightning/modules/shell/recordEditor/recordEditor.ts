/**
 * One record being shown and edited: its values, what the user has changed, and what was wrong with it. Detail panels, forms, field
 * sections and `lightning-record-edit-form` all work on one of these.
 */
import { uiApi } from '../http/http.ts';
import { saveProblems, type SaveProblems } from '../errors/errors.ts';
import { objectInfo, picklists } from '../records/metadata.ts';
import { subscribe } from '../records/recordCache.ts';
import { refreshPage } from '../refresh/refresh.ts';
import type { FieldInfo, ObjectInfo, PicklistField, RecordData } from '../records/types.ts';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** What an input or an output needs to know of a field. */
export interface FieldView {
  readonly name: string;
  readonly info: FieldInfo;
  readonly objectApiName: string;
  readonly value: unknown;
  /** Localised text, of a value that has not been changed. */
  readonly displayValue: string | null;
  /** Values that may be chosen now; for picklists. */
  readonly choices: readonly Choice[];
  /** A dependent picklist whose controlling field is empty. */
  readonly isBlocked: boolean;
  /** Label of the controlling field. */
  readonly controller: string | undefined;
  /** The record a reference points to. */
  readonly reference: { readonly id: string; readonly name: string; readonly objectApiName: string } | undefined;
  readonly error: string | undefined;
}

interface Start {
  readonly objectApiName: string;
  /** Undefined for a new record. */
  readonly recordId?: string;
  readonly recordTypeId?: string;
  /** Of a record to copy. */
  readonly cloneOf?: string;
  /** Values a new record starts with, over the org's defaults. */
  readonly defaults?: Readonly<Record<string, unknown>>;
}

const NO_PROBLEMS: SaveProblems = { page: [], fields: new Map(), labels: new Map() };

export class RecordEditor {
  readonly start: Start;
  info: ObjectInfo | undefined;
  record: RecordData | undefined;
  problems = NO_PROBLEMS;
  /** Why the record could not be read. */
  loadError: unknown;
  isEditing = false;
  isSaving = false;
  /** The field whose pencil was used. */
  focusField: string | undefined;
  private picklistFields: Readonly<Record<string, PicklistField>> = {};
  private readonly changes = new Map<string, unknown>();
  /** Names of records that were chosen in lookups, by id. */
  private readonly names = new Map<string, { readonly name: string; readonly objectApiName: string }>();
  private readonly wanted = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly checks = new Set<() => boolean>();
  private end: (() => void) | undefined;
  private reading: Promise<void> | undefined;
  private readonly waiting: (() => void)[] = [];

  constructor(start: Start) {
    this.start = start;
  }

  /** Calls back after every change until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Asked before every save whether the inputs are filled in rightly; answers the function that ends it. */
  beforeSave(check: () => boolean): () => void {
    this.checks.add(check);
    return () => this.checks.delete(check);
  }

  /** Reads these fields, with the names of the records they point to, beside those wanted already. */
  async want(fields: readonly string[]): Promise<void> {
    this.info ??= await objectInfo(this.start.objectApiName);
    const added = fields.filter((name) => !this.wanted.has(name));
    for (const name of added) this.wanted.add(name);
    if (this.record === undefined || added.length > 0) await this.read();
  }

  /** Ends what the editor listens to. */
  close(): void {
    this.end?.();
    this.listeners.clear();
  }

  get isNew(): boolean {
    return this.start.recordId === undefined;
  }

  get isDirty(): boolean {
    return this.changes.size > 0;
  }

  private async read(): Promise<void> {
    if (!this.isNew) return this.readExisting();
    this.reading ??= this.readDefaults();
    await this.reading;
  }

  private async readDefaults(): Promise<void> {
    const { objectApiName, recordTypeId, cloneOf, defaults } = this.start;
    const path = cloneOf === undefined ? `record-defaults/create/${objectApiName}` : `record-defaults/clone/${cloneOf}`;
    const answer = await uiApi<{ record: RecordData }>('GET', path, { recordTypeId });
    this.record = answer.record;
    this.picklistFields = await picklists(objectApiName, this.record.recordTypeId);
    for (const [name, value] of Object.entries(defaults ?? {})) this.changes.set(name, value);
    await this.readDefaultNames();
    this.announce();
  }

  /** Names of the records that default values point to. */
  private async readDefaultNames(): Promise<void> {
    const ids = [...this.changes].filter(
      ([name, value]) => this.info?.fields[name]?.reference === true && typeof value === 'string',
    );
    await Promise.all(
      ids.map(async ([name, id]) => {
        const target = this.info!.fields[name]!.referenceToInfos[0];
        if (target === undefined) return;
        const record = await uiApi<RecordData>('GET', `records/${String(id)}`, {
          optionalFields: `${target.apiName}.Name`,
        }).catch(() => undefined);
        const text = record?.fields.Name?.value;
        if (typeof text === 'string') this.names.set(String(id), { name: text, objectApiName: record!.apiName });
      }),
    );
  }

  /** Whoever wants fields while others are being read waits for one read of all of them. */
  private readExisting(): Promise<void> {
    const { objectApiName, recordId } = this.start;
    this.end?.();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.end = subscribe({
        recordId: recordId!,
        request: { fields: [], optionalFields: [...this.wanted].flatMap((name) => this.paths(name)) },
        next: async (record) => {
          this.record = record;
          this.loadError = undefined;
          this.picklistFields = await picklists(objectApiName, record.recordTypeId);
          this.arrived();
        },
        fail: (error) => {
          this.loadError = error;
          this.arrived();
        },
      });
    });
  }

  private arrived(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
    this.announce();
  }

  private paths(name: string): string[] {
    const { objectApiName } = this.start;
    const field = this.info?.fields[name];
    const own = `${objectApiName}.${name}`;
    if (field?.reference !== true || field.relationshipName === null) return [own];
    return [
      own,
      ...field.referenceToInfos
        .flatMap((target) => target.nameFields)
        .slice(0, 1)
        .map(() => `${objectApiName}.${field.relationshipName}.Name`),
    ];
  }

  /** The field with its present value; undefined for one the user may not see. */
  field(name: string): FieldView | undefined {
    const info = this.info?.fields[name];
    if (info === undefined || this.record === undefined) return undefined;
    const stored = this.record.fields[name];
    const value = this.value(name);
    return {
      name,
      info,
      objectApiName: this.start.objectApiName,
      value,
      displayValue: this.changes.has(name) ? null : (stored?.displayValue ?? null),
      choices: this.choices(name),
      isBlocked: info.controllerName !== null && isEmpty(this.value(info.controllerName)),
      controller: info.controllerName === null ? undefined : this.info?.fields[info.controllerName]?.label,
      reference: info.reference ? this.referenceOf(info, value) : undefined,
      error: this.problems.fields.get(name),
    };
  }

  value(name: string): unknown {
    return this.changes.has(name) ? this.changes.get(name) : (this.record?.fields[name]?.value ?? null);
  }

  /** Values of a picklist; of a dependent one those that go with the controlling field's value. */
  private choices(name: string): readonly Choice[] {
    const picklist = this.picklistFields[name];
    if (picklist === undefined) return [];
    const controller = this.info?.fields[name]?.controllerName ?? null;
    const values =
      controller === null
        ? picklist.values
        : picklist.values.filter((choice) =>
            choice.validFor.includes(picklist.controllerValues[String(this.value(controller))] ?? -1),
          );
    const choices = values.map(({ label, value }) => ({ label, value }));
    const present = this.record?.fields[name];
    const known = present?.value === null || choices.some((choice) => choice.value === present?.value);
    if (known || typeof present?.value !== 'string' || present.value.includes(';') || this.changes.has(name))
      return choices;
    return [...choices, { label: present.displayValue ?? present.value, value: present.value }];
  }

  private referenceOf(info: FieldInfo, value: unknown): FieldView['reference'] {
    if (typeof value !== 'string' || value === '') return undefined;
    const chosen = this.names.get(value);
    if (chosen !== undefined) return { id: value, ...chosen };
    const related = this.record?.fields[info.relationshipName ?? '']?.value as RecordData | null | undefined;
    if (related?.id?.slice(0, 15) !== value.slice(0, 15))
      return { id: value, name: value, objectApiName: info.referenceToInfos[0]?.apiName ?? '' };
    const name = related.fields.Name?.value;
    return { id: value, name: typeof name === 'string' ? name : value, objectApiName: related.apiName };
  }

  /** Takes a value from an input. What depends on it and no longer fits is emptied. */
  set(name: string, value: unknown, chosen?: { readonly name: string; readonly objectApiName: string }): void {
    if (typeof value === 'string' && chosen !== undefined) this.names.set(value, chosen);
    const stored = this.record?.fields[name]?.value ?? null;
    this.forgetProblem(name);
    if (!this.isNew && sameValue(stored, value)) this.changes.delete(name);
    else this.changes.set(name, value);
    for (const dependent of Object.values(this.info?.fields ?? {})) {
      if (dependent.controllerName !== name) continue;
      const current = this.value(dependent.apiName);
      if (!isEmpty(current) && !this.choices(dependent.apiName).some((choice) => choice.value === current))
        this.set(dependent.apiName, null);
    }
    this.announce();
  }

  /** A value that has been changed is no longer known to be wrong. */
  private forgetProblem(name: string): void {
    if (!this.problems.fields.has(name)) return;
    const without = (map: ReadonlyMap<string, string>) => new Map([...map].filter(([field]) => field !== name));
    const { page, fields, labels } = this.problems;
    this.problems = { page, fields: without(fields), labels: without(labels) };
  }

  edit(field?: string): void {
    this.isEditing = true;
    this.focusField = field;
    this.announce();
  }

  cancel(): void {
    this.changes.clear();
    this.problems = NO_PROBLEMS;
    this.isEditing = false;
    this.announce();
  }

  /** What will be sent: for a new record every value that is not empty, else what was changed. */
  input(): Record<string, unknown> {
    if (!this.isNew) return Object.fromEntries(this.changes);
    const defaults = Object.entries(this.record?.fields ?? {}).filter(
      ([name, { value }]) =>
        this.info?.fields[name]?.createable === true && !isEmpty(value) && typeof value !== 'object',
    );
    const changed = [...this.changes].filter(([, value]) => !isEmpty(value));
    const merged = new Map<string, unknown>([
      ...defaults.map(([name, { value }]) => [name, value] as const),
      ...changed,
    ]);
    for (const [name, value] of this.changes) if (isEmpty(value)) merged.set(name, null);
    const recordTypeId = this.record?.recordTypeId;
    if (
      this.info?.fields.RecordTypeId !== undefined &&
      recordTypeId !== undefined &&
      !recordTypeId.startsWith('012000000000000')
    ) {
      merged.set('RecordTypeId', recordTypeId);
    }
    return Object.fromEntries(merged);
  }

  /** Saves; answers the record, or undefined when an input is wrong or the save was refused (`problems` says why). */
  async save(extra: Readonly<Record<string, unknown>> = {}): Promise<RecordData | undefined> {
    if (![...this.checks].map((check) => check()).every(Boolean)) return undefined;
    this.isSaving = true;
    this.problems = NO_PROBLEMS;
    this.announce();
    try {
      const fields = { ...this.input(), ...extra };
      const saved = await this.send(fields);
      this.changes.clear();
      this.problems = NO_PROBLEMS;
      this.isEditing = false;
      await refreshPage();
      return saved;
    } catch (error) {
      this.problems = saveProblems(error);
      return undefined;
    } finally {
      this.isSaving = false;
      this.announce();
    }
  }

  private send(fields: Record<string, unknown>): Promise<RecordData> {
    const { objectApiName, recordId } = this.start;
    if (recordId === undefined) return uiApi('POST', 'records', {}, { apiName: objectApiName, fields });
    const since = this.record?.lastModifiedDate;
    const headers: Record<string, string> = since ? { 'if-unmodified-since': since } : {};
    return uiApi('PATCH', `records/${recordId}`, {}, { fields }, headers);
  }

  private announce(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (isEmpty(a) && isEmpty(b));
}
