/** A record as the UI API answers it ("Record" response body). */
import { createHash } from 'node:crypto';
import type { SObject } from '../../schema/sobject.ts';
import type { UiApiContext } from './context.ts';
import type { FieldSelection } from './field-selection.ts';
import { displayValue, jsonValue, type JsonValue } from './field-values.ts';
import { recordCurrency } from './org-currency.ts';
import { MASTER_RECORD_TYPE, recordTypeById } from './record-types.ts';
import type { RecordTypeInfo } from './object-info.ts';

export interface RecordFieldValue {
  readonly displayValue: string | null;
  readonly value: JsonValue | RecordRepresentation;
}

export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, RecordFieldValue>>;
  readonly id: string | null;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string;
  readonly recordTypeInfo: RecordTypeInfo | null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}

export function recordRepresentation(
  context: UiApiContext,
  record: SObject,
  selection: FieldSelection,
): RecordRepresentation {
  const fields = recordFields(context, record, selection);
  const system = (name: string): string | null =>
    record.schema.field(name) === undefined ? null : (jsonValue(record.get(name)) as string | null);
  const modified = system('SystemModstamp');
  const recordType = recordTypeById(record.schema, system('RecordTypeId'));
  return {
    apiName: record.schema.name,
    childRelationships: {},
    eTag: createHash('md5').update(JSON.stringify(fields)).digest('hex'),
    fields,
    id: record.id,
    lastModifiedById: system('LastModifiedById'),
    lastModifiedDate: system('LastModifiedDate'),
    recordTypeId: recordType?.id ?? MASTER_RECORD_TYPE,
    recordTypeInfo:
      recordType === undefined
        ? null
        : {
            available: true,
            defaultRecordTypeMapping: false,
            master: false,
            name: recordType.label,
            recordTypeId: recordType.id,
          },
    systemModstamp: modified,
    weakEtag: modified === null ? 0 : Date.parse(modified),
  };
}

function recordFields(
  context: UiApiContext,
  record: SObject,
  selection: FieldSelection,
): Record<string, RecordFieldValue> {
  const fields: Record<string, RecordFieldValue> = {};
  const currency = recordCurrency(context, record);
  for (const field of selection.fields.values()) {
    const value = record.get(field.name);
    fields[field.name] = { displayValue: displayValue(field, value, context.user, currency), value: jsonValue(value) };
  }
  for (const [name, parent] of selection.parents) {
    const row = record.parents.get(name) ?? null;
    fields[name] =
      row === null
        ? { displayValue: null, value: null }
        : { displayValue: nameOf(row), value: recordRepresentation(context, row, parent.selection) };
  }
  return fields;
}

/** What a record is called, when its name was queried. */
export function nameOf(record: SObject): string | null {
  const name = record.schema.nameField?.name ?? 'Name';
  return record.has(name) ? (record.get(name) as string | null) : null;
}
