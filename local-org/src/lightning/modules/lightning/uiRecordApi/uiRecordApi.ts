/** `lightning/uiRecordApi` ("lightning/uiRecordApi" in the Lightning Web Components Developer Guide). */
import { uiApi, ServerError } from '../../shell/http/http.ts';
import { refreshRecords, subscribe } from '../../shell/records/recordCache.ts';
import { refreshPage } from '../../shell/refresh/refresh.ts';
import {
  fieldName,
  fieldNames,
  objectName,
  type FieldReference,
  type FieldValue,
  type Layout,
  type ObjectInfo,
  type ObjectReference,
  type RecordData,
} from '../../shell/records/types.ts';
import { WireAdapter, wireAdapter } from '../../shell/wire/wire.ts';

interface RecordConfig {
  readonly recordId: string | undefined;
  readonly fields?: FieldReference | readonly FieldReference[];
  readonly optionalFields?: FieldReference | readonly FieldReference[];
  readonly layoutTypes?: string | readonly string[];
  readonly modes?: string | readonly string[];
}

function listOf(names: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof names === 'string' ? [names] : names;
}

/** Wire adapter: a record with the fields asked for. */
export class getRecord extends WireAdapter<RecordConfig, RecordData> {
  private end: (() => void) | undefined;

  protected isComplete({ recordId, fields, optionalFields, layoutTypes }: RecordConfig): boolean {
    return Boolean(recordId) && [fields, optionalFields, layoutTypes].some((part) => part !== undefined);
  }

  protected load(config: RecordConfig): Promise<RecordData> {
    return new Promise((resolve, reject) => {
      let first = true;
      const layoutTypes = listOf(config.layoutTypes);
      const modes = listOf(config.modes);
      this.end = subscribe({
        recordId: config.recordId!,
        request: {
          fields: fieldNames(config.fields),
          optionalFields: fieldNames(config.optionalFields),
          ...(layoutTypes === undefined ? {} : { layoutTypes }),
          ...(modes === undefined ? {} : { modes }),
        },
        next: (record) => {
          if (first) resolve(record);
          else this.emit({ data: record, error: undefined });
          first = false;
        },
        fail: (error) => {
          if (first) reject(error);
          else this.emit({ data: undefined, error });
          first = false;
        },
      });
    });
  }

  protected override release(): void {
    this.end?.();
    this.end = undefined;
  }
}

interface RecordsConfig {
  readonly records: readonly {
    readonly recordIds: readonly string[];
    readonly fields?: readonly FieldReference[];
    readonly optionalFields?: readonly FieldReference[];
  }[];
}

interface BatchResults {
  readonly results: readonly { readonly result: unknown; readonly statusCode: number }[];
}

/** Wire adapter: several records at once. */
export const getRecords = wireAdapter<RecordsConfig, BatchResults>(
  ({ records }) => Array.isArray(records) && records.every(({ recordIds }) => recordIds?.length > 0),
  async ({ records }) => {
    const batches = await Promise.all(
      records.map(({ recordIds, fields, optionalFields }) =>
        uiApi<BatchResults>('GET', `records/batch/${recordIds.join(',')}`, {
          fields: fieldNames(fields).join(','),
          optionalFields: fieldNames(optionalFields).join(','),
        }),
      ),
    );
    return { results: batches.flatMap((batch) => batch.results) };
  },
);

interface DefaultsConfig {
  readonly objectApiName: ObjectReference | undefined;
  readonly recordTypeId?: string;
  readonly formFactor?: string;
  readonly optionalFields?: readonly FieldReference[];
}

export interface RecordDefaults {
  readonly layout: Layout;
  readonly objectInfos: Readonly<Record<string, ObjectInfo>>;
  readonly record: RecordData;
}

/** Wire adapter: what a form for a new record starts with. */
export const getRecordCreateDefaults = wireAdapter<DefaultsConfig, RecordDefaults>(
  ({ objectApiName }) => objectApiName !== undefined,
  ({ objectApiName, recordTypeId }) =>
    uiApi('GET', `record-defaults/create/${objectName(objectApiName!)}`, { recordTypeId }),
);

/** A field of the record, or of a parent (`Account.Owner.Name`); undefined when the record was read without it. */
function fieldOf(record: RecordData | undefined, field: FieldReference): FieldValue | null | undefined {
  const [, ...path] = fieldName(field).split('.');
  let current: FieldValue | null | undefined = { displayValue: null, value: record };
  for (const name of path) {
    const owner: RecordData | null | undefined = current?.value as RecordData | null | undefined;
    if (owner === undefined) return undefined;
    if (owner === null) return null;
    current = owner.fields[name];
  }
  return current;
}

export function getFieldValue(record: RecordData | undefined, field: FieldReference): unknown {
  const found = fieldOf(record, field);
  return found === null ? null : found?.value;
}

export function getFieldDisplayValue(record: RecordData | undefined, field: FieldReference): string | null | undefined {
  const found = fieldOf(record, field);
  return found === null ? null : found?.displayValue;
}

interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly allowSaveOnDuplicate?: boolean;
}

interface ClientOptions {
  readonly ifUnmodifiedSince?: string;
}

export async function createRecord(input: RecordInput): Promise<RecordData> {
  const record = await uiApi<RecordData>('POST', 'records', {}, input);
  void refreshPage();
  return record;
}

export async function updateRecord(input: RecordInput, options: ClientOptions = {}): Promise<RecordData> {
  const { Id: id, ...fields } = input.fields;
  if (typeof id !== 'string')
    throw new ServerError(400, 'Bad Request', { errorCode: 'MISSING_ID', message: 'Give the record an Id.' });
  const record = await uiApi<RecordData>('PATCH', `records/${id}`, {}, { ...input, fields }, ifUnmodified(options));
  await refreshPage();
  return record;
}

function ifUnmodified({ ifUnmodifiedSince }: ClientOptions): Record<string, string> {
  return ifUnmodifiedSince === undefined ? {} : { 'if-unmodified-since': ifUnmodifiedSince };
}

export async function deleteRecord(id: string): Promise<void> {
  await uiApi('DELETE', `records/${id}`);
}

/** Tells that records were changed by other means, e.g. by Apex: whoever shows them reads them again. */
export function notifyRecordUpdateAvailable(items: readonly { readonly recordId: string }[]): Promise<void> {
  return refreshRecords(items.map((item) => item.recordId));
}

/** The older name of `notifyRecordUpdateAvailable`. */
export function getRecordNotifyChange(items: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(items);
}

/** The input of `createRecord`, from a record of defaults: only fields that may be set. */
export function generateRecordInputForCreate(record: RecordData, info?: ObjectInfo): RecordInput {
  return { apiName: record.apiName, fields: writable(record, (name) => info?.fields[name]?.createable ?? true) };
}

/** The input of `updateRecord`, from a record that was read. */
export function generateRecordInputForUpdate(record: RecordData, info?: ObjectInfo): RecordInput {
  return { fields: { ...writable(record, (name) => info?.fields[name]?.updateable ?? true), Id: record.id } };
}

function writable(record: RecordData, may: (name: string) => boolean): Record<string, unknown> {
  const entries = Object.entries(record.fields).filter(
    ([name, { value }]) => may(name) && (value === null || typeof value !== 'object'),
  );
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
}

/** Of a record input, what differs from the record. */
export function createRecordInputFilteredByEditedFields(input: RecordInput, original: RecordData): RecordInput {
  const changed = Object.entries(input.fields).filter(
    ([name, value]) => name === 'Id' || original.fields[name]?.value !== value,
  );
  return { ...input, fields: Object.fromEntries(changed) };
}
