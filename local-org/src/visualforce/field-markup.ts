/** A field as `apex:outputField` shows it: by its type, in the user's locale. */
import { formatValue } from '../database/soql/format.ts';
import type { Transaction } from '../database/transaction.ts';
import { escapeHtml } from '../schema/escape-html.ts';
import type { FieldSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { DateValue, DatetimeValue, Decimal, type FieldValue, TimeValue } from '../schema/values/index.ts';
import type { Found } from './members.ts';
import { plainText } from './plain-text.ts';

export function fieldMarkup(tx: Transaction, { value, field }: Found, record: SObject | undefined): string {
  if (field === undefined || value === null || value === undefined) return escapeHtml(plainText(value));
  if (field.type === 'boolean') return value === true ? '&#10003;' : '';
  if (field.htmlFormatted) return plainText(value);
  if (field.type === 'reference') return referenceMarkup(tx, field, plainText(value), record);
  if (field.type === 'picklist') return escapeHtml(labelOf(field, plainText(value)));
  if (field.type === 'multipicklist')
    return escapeHtml(
      plainText(value)
        .split(';')
        .map((one) => labelOf(field, one))
        .join('; '),
    );
  if (field.type === 'url') return link(plainText(value), plainText(value));
  if (field.type === 'email') return link(`mailto:${plainText(value)}`, plainText(value));
  const shown = isFieldValue(value) ? formatValue(scaled(value, field), field.type === 'currency') : plainText(value);
  const text = field.type === 'percent' ? `${shown}%` : shown;
  return escapeHtml(text).replaceAll('\n', '<br>');
}

function scaled(value: NonNullable<FieldValue>, { scale }: FieldSchema): NonNullable<FieldValue> {
  return value instanceof Decimal ? value.setScale(scale) : value;
}

function isFieldValue(value: unknown): value is NonNullable<FieldValue> {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    value instanceof Decimal ||
    value instanceof DateValue ||
    value instanceof DatetimeValue ||
    value instanceof TimeValue
  );
}

function labelOf(field: FieldSchema, value: string): string {
  return field.picklistValues.find((entry) => entry.value === value)?.label ?? value;
}

/** A lookup shows the name of what it points to. */
function referenceMarkup(tx: Transaction, field: FieldSchema, id: string, record: SObject | undefined): string {
  const loaded = record?.parents.get(field.relationshipName ?? '');
  const object = tx.org.schema.objectOfId(id);
  const parent = loaded ?? (object === undefined ? undefined : tx.store.getRows(object, [id]).get(id));
  const name = parent?.schema.fields.values().find(({ nameField }) => nameField)?.name;
  return link(`/${id}`, name === undefined ? id : plainText(parent!.get(name)));
}

function link(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}
