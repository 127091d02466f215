/** `Test.loadData`: records from a static resource in CSV ("Load Test Data", Apex Developer Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';
import { DateValue, DatetimeValue, Decimal, TimeValue, type FieldValue } from '../../../schema/values/index.ts';
import { ApexList, throwApex } from '../../runtime/index.ts';
import { runDml } from '../../runtime/dml.ts';
import { sobjectType } from '../../types/apex-type.ts';
import { parseCsv } from './csv.ts';
import { staticResource } from './static-resources.ts';

/** Inserts the records and returns them. */
export function loadRecords(object: ObjectSchema, resource: string): ApexList<SObject> {
  const body = staticResource(resource);
  if (body === undefined) throwApex('System.UnexpectedException', `Static resource not found: ${resource}`);
  const [header = [], ...rows] = parseCsv(body.toString());
  const fields = header.map((name) => object.field(name.trim()) ?? unknownColumn(object, name));
  const records = rows.map(
    (row) =>
      new SObject(
        object,
        fields.map((field, index) => [field.name, valueOf(field, row[index] ?? '')] as const),
      ),
  );
  const tx = currentTransaction();
  runDml(() => tx.org.dml.insert(tx, records, { mode: 'system', sharing: false, allOrNone: true }));
  return new ApexList(sobjectType(object.name), records);
}

function unknownColumn(object: ObjectSchema, name: string): never {
  throwApex('System.UnexpectedException', `Invalid field ${name} for ${object.name}`);
}

function valueOf(field: FieldSchema, text: string): FieldValue {
  if (text === '') return null;
  switch (field.type) {
    case 'boolean':
      return text.toLowerCase() === 'true' || text === '1';
    case 'int':
      return Number(text);
    case 'double':
    case 'currency':
    case 'percent':
      return Decimal.parse(text);
    case 'date':
      return DateValue.parse(text);
    case 'datetime':
      return DatetimeValue.parse(text);
    case 'time':
      return TimeValue.parse(text);
    default:
      return text;
  }
}
