/** The order in which `List.sort` puts values ("Sorting Lists", Apex Developer Guide). Nulls come first. */
import type { FieldSchema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';
import { BlobValue, DateValue, DatetimeValue, TimeValue, type FieldValue } from '../../../schema/values/index.ts';
import { ApexEnumValue, ApexObject, callMethod, hasMethod, throwApex } from '../../runtime/index.ts';
import { BeanValue } from './bean.ts';
import { decimalOf } from './numbers.ts';

export function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? -1 : 1;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : 1;
  if (typeof left === 'boolean') return Number(left) - Number(right);
  if (left instanceof SObject && right instanceof SObject) return compareRecords(left, right);
  if (left instanceof ApexEnumValue && right instanceof ApexEnumValue) return left.ordinal - right.ordinal;
  if (isOption(left) && isOption(right)) return compareOptions(left, right);
  if (left instanceof ApexObject) return compareObjects(left, right);
  const [leftNumber, rightNumber] = [decimalOf(left), decimalOf(right)];
  if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber.compare(rightNumber);
  return compareMoments(left, right) ?? notComparable();
}

function compareMoments(left: unknown, right: unknown): number | undefined {
  if (left instanceof DateValue && right instanceof DateValue) return left.compare(right);
  if (left instanceof DatetimeValue && right instanceof DatetimeValue) return left.compare(right);
  if (left instanceof TimeValue && right instanceof TimeValue) return left.compare(right);
  if (left instanceof BlobValue && right instanceof BlobValue) return left.compare(right);
  return undefined;
}

function isOption(value: unknown): value is BeanValue {
  return value instanceof BeanValue && value.typeName === 'System.SelectOption';
}

/** Options by their values, then by their labels ("List Class, sort()", Apex Reference Guide). */
function compareOptions(left: BeanValue, right: BeanValue): number {
  return compareValues(left.get('value'), right.get('value')) || compareValues(left.get('label'), right.get('label'));
}

function compareObjects(left: ApexObject, right: unknown): number {
  if (!hasMethod(left, 'compareto', 1)) notComparable();
  return callMethod(left, 'compareto', right) as number;
}

function notComparable(): never {
  throwApex('System.ListException', 'One or more of the items in this list is not Comparable.');
}

/** "Sorting Lists", default sort order of sObjects: type label, Name, standard fields by name, custom fields by name. */
function compareRecords(left: SObject, right: SObject): number {
  if (left.schema !== right.schema) return left.schema.label < right.schema.label ? -1 : 1;
  for (const field of sortOrder(left.schema.fields.values())) {
    const order = compareFields(left.values.get(field.name) ?? null, right.values.get(field.name) ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareFields(left: FieldValue, right: FieldValue): number {
  const sameKind = left === null || right === null || typeof left === typeof right;
  return sameKind ? compareValues(left, right) : 0;
}

function sortOrder(fields: Iterable<FieldSchema>): FieldSchema[] {
  const rank = (field: FieldSchema): number => (field.nameField ? 0 : field.custom ? 2 : 1);
  return [...fields]
    .filter((field) => field.type !== 'id')
    .sort((left, right) => rank(left) - rank(right) || (left.name < right.name ? -1 : 1));
}
