/** The values of roll-up summary fields, from the stored details. */
import type { Transaction } from '../../database/transaction.ts';
import { CURRENCY_FIELD, hasCurrency } from '../../schema/currencies.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { Decimal, type FieldValue } from '../../schema/values/index.ts';
import type { RollUpField } from './fields.ts';
import { filterCondition } from './filter.ts';

/** Values by parent id and field name. */
export type RollUpValues = Map<string, Map<string, FieldValue>>;

/** One query for all fields of a parent object that share detail object, relationship and filters. */
export function computeRollUps(
  tx: Transaction,
  fields: readonly RollUpField[],
  parentIds: readonly string[],
): RollUpValues {
  const values: RollUpValues = new Map(
    parentIds.map((id) => [id, new Map(fields.map(({ field }) => [field.name, emptyRollUp(field)]))]),
  );
  const groups = Map.groupBy(fields, ({ rollUp }) =>
    JSON.stringify([rollUp.childObject, rollUp.foreignKey, rollUp.filters]),
  );
  for (const group of groups.values()) computeGroup(tx, group, parentIds, values);
  return values;
}

/** What the field shows when there is nothing to summarise: counts and sums are 0, minimum and maximum blank. */
export function emptyRollUp(field: FieldSchema): FieldValue {
  const operation = field.rollUp?.operation;
  return operation === 'count' || operation === 'sum' ? Decimal.fromUnscaled(0n, field.scale) : null;
}

function computeGroup(
  tx: Transaction,
  group: readonly RollUpField[],
  parentIds: readonly string[],
  values: RollUpValues,
): void {
  const { rollUp, field } = group[0];
  const child = tx.org.schema.require(rollUp.childObject);
  const filter = filterCondition(child, rollUp.filters, `${field.object}.${field.name}`);
  const binds = new Map<string, FieldValue | readonly FieldValue[]>([...filter.values, ['parents', parentIds]]);
  const summaries = group.map((member, index) => `${aggregate(member)} value${index}`);
  const soql =
    `SELECT ${rollUp.foreignKey} parent, ${summaries.join(', ')} FROM ${child.name} ` +
    `WHERE ${rollUp.foreignKey} IN :parents${filter.text === '' ? '' : ` AND ${filter.text}`} GROUP BY ${rollUp.foreignKey}`;
  const relationship = child.field(rollUp.foreignKey)?.relationshipName;
  const options = {
    mode: 'system',
    sharing: false,
    bind: ({ text }: { text: string }) => binds.get(text)!,
    // "The currency of the master record determines the currency of the roll-up summary field" ("Roll-Up Summary Field").
    ...(hasCurrency(child) && { amountsIn: `${relationship}.${CURRENCY_FIELD}` as const }),
  } as const;
  for (const row of tx.org.query.lookUp(tx, soql, options).records) {
    const target = values.get(row.get('parent') as string)!;
    group.forEach((member, index) => {
      const value = row.get(`value${index}`);
      if (value !== null) target.set(member.field.name, asFieldValue(member.field, value));
    });
  }
}

function aggregate({ rollUp }: RollUpField): string {
  return rollUp.operation === 'count' ? 'COUNT(Id)' : `${rollUp.operation.toUpperCase()}(${rollUp.summarizedField})`;
}

/** Aggregates of whole numbers come as numbers, the field holds a decimal. */
function asFieldValue(field: FieldSchema, value: FieldValue): FieldValue {
  if (typeof value === 'number' && field.type !== 'int') return Decimal.of(value).setScale(field.scale);
  return value instanceof Decimal ? value.setScale(field.scale) : value;
}

/** Whether a field of the detail takes part in the roll-up. */
export function readsField(rollUp: RollUpField['rollUp'], child: ObjectSchema, name: string): boolean {
  const isFormula = (field: string | undefined) => field !== undefined && child.field(field)?.formula !== undefined;
  const read = [CURRENCY_FIELD, rollUp.foreignKey, rollUp.summarizedField, ...rollUp.filters.map(({ field }) => field)];
  return read.some((field) => field === name || isFormula(field));
}
