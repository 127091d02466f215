/** What a new record gets where the caller gave nothing: default values, owner, empty fields. */
import { currencyRates } from '../database/currency-rates.ts';
import { formulaEnvironment } from '../database/formula-environment.ts';
import { RecordGraph } from '../database/record-graph.ts';
import type { Transaction } from '../database/transaction.ts';
import { type CompiledFormula, RecordContext, FormulaEvaluationError } from '../schema/formula/index.ts';
import { CURRENCY_FIELD } from '../schema/currencies.ts';
import { defaultFormula } from '../schema/default-formula.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { FieldValue } from '../schema/values/index.ts';
import { normalizeValue } from './normalize.ts';
import { emptyRollUp } from './roll-ups/compute.ts';
import type { SaveBatch } from './save-row.ts';

type DefaultValue = CompiledFormula | FieldValue;

const cache = new WeakMap<ObjectSchema, ReadonlyMap<FieldSchema, DefaultValue>>();

/**
 * Sets every field that has no value yet. A field the caller set to null stays null ("Define Default Field Values",
 * Salesforce help: the default is for fields that were left out).
 */
export function applyDefaults({ tx, object, rows }: SaveBatch): void {
  setDefaults(
    tx,
    object,
    rows.map((row) => row.record),
  );
}

/** As `applyDefaults`, for records that are not being saved: what a form for a new record starts with. */
export function setDefaults(tx: Transaction, object: ObjectSchema, records: readonly SObject[]): void {
  const defaults = defaultsOf(object, tx.org.schema);
  const environment = formulaEnvironment(tx, new RecordGraph(tx));
  const platform = new Map([
    ['OwnerId', tx.user.id],
    ['RecordTypeId', tx.org.defaultRecordType(tx.user, object)],
    // "The default currency for their … new records" ("Edit Your Personal Currency", Salesforce Help).
    [CURRENCY_FIELD, tx.user.currency ?? null],
    ['DefaultCurrencyIsoCode', tx.user.currency === undefined ? null : currencyRates(tx.store).corporate],
  ]);
  for (const record of records) {
    const context = new RecordContext(record, null, environment);
    for (const [field, value] of defaults) {
      if (record.values.has(field.name)) continue;
      const given = isFormula(value) ? normalizeValue(field, computed(value, context)) : value;
      record.values.set(field.name, platform.get(field.name) ?? given);
    }
  }
}

/** A default value that cannot be computed, such as the day of a text that is none, is left out. */
function computed(formula: CompiledFormula, context: RecordContext): FieldValue {
  try {
    return formula.evaluate(context);
  } catch (error) {
    if (error instanceof FormulaEvaluationError) return null;
    throw error;
  }
}

function defaultsOf(object: ObjectSchema, schema: Schema): ReadonlyMap<FieldSchema, DefaultValue> {
  let defaults = cache.get(object);
  if (defaults === undefined) {
    const fields = [...object.fields.values()].filter((field) => field.type !== 'id' && field.formula === undefined);
    defaults = new Map(fields.map((field) => [field, defaultOf(field, object, schema)]));
    cache.set(object, defaults);
  }
  return defaults;
}

function defaultOf(field: FieldSchema, object: ObjectSchema, schema: Schema): DefaultValue {
  if (field.defaultValue !== undefined) return defaultFormula(field, object, schema);
  if (field.rollUp !== undefined) return emptyRollUp(field);
  if (field.type === 'boolean') return false;
  if (field.type === 'picklist' || field.type === 'multipicklist') {
    const values = field.picklistValues.filter((entry) => entry.isDefault && entry.active).map((entry) => entry.value);
    return values.length === 0 ? null : field.type === 'picklist' ? values[0] : values.join(';');
  }
  return null;
}

function isFormula(value: DefaultValue): value is CompiledFormula {
  return value !== null && typeof value === 'object' && 'evaluate' in value;
}
