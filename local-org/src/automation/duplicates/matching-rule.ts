/**
 * Finds the stored records that match one ("MatchingRule", Metadata API Developer Guide). Built are exact comparisons; the
 * platform does not document its fuzzy ones so far that they could be repeated.
 */
import type { Transaction } from '../../database/transaction.ts';
import { evaluateLogic, parseConditionLogic } from '../../flow/condition-logic.ts';
import type { MatchingRuleSource } from '../../metadata/readers/duplicate-rule.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { type FieldValue, sameValue } from '../../schema/values/index.ts';

export interface Matcher {
  readonly fields: readonly FieldSchema[];
  find(tx: Transaction, record: SObject): SObject[];
}

interface Item {
  readonly field: FieldSchema;
  readonly matchesBlanks: boolean;
}

/** Throws `NotSupported` for a rule that compares in another way than exactly. */
export function compileMatchingRule(source: MatchingRuleSource, object: ObjectSchema): Matcher {
  const items = source.matchingRuleItems.map((item): Item => {
    const where = `${item.source.file}:${item.source.line}`;
    if (item.matchingMethod !== 'Exact') throw new NotSupported(`matching method ${item.matchingMethod}`, where);
    const field = object.field(item.fieldName);
    if (field === undefined || field.formula !== undefined) {
      throw new NotSupported(`matching by ${object.name}.${item.fieldName}`, where);
    }
    return { field, matchesBlanks: item.blankValueBehavior === 'MatchBlanks' };
  });
  const logic = parseConditionLogic(source.booleanFilter, items.length);
  if (logic === undefined) {
    throw new NotSupported(`filter logic ${source.booleanFilter}`, `${source.source.file}:${source.source.line}`);
  }
  return {
    fields: items.map(({ field }) => field),
    find: (tx, record) =>
      candidates(tx, object, items, record).filter(
        (other) => other.id !== record.id && evaluateLogic(logic, (index) => isMatch(items[index], record, other)),
      ),
  };
}

/** Whatever shares one value: records that only have blanks in common are no duplicates. */
function candidates(tx: Transaction, object: ObjectSchema, items: readonly Item[], record: SObject): SObject[] {
  const found = new Map<string, SObject>();
  for (const { field } of items) {
    const value = record.get(field.name);
    if (value === null) continue;
    for (const row of tx.store.findRows(object, field.name, [value])) found.set(row.id!, row);
  }
  return [...found.values()];
}

function isMatch({ field, matchesBlanks }: Item, record: SObject, other: SObject): boolean {
  const [left, right] = [record.get(field.name), other.get(field.name)].map(comparable);
  if (left === null && right === null) return matchesBlanks;
  return left !== null && right !== null && sameValue(left, right);
}

function comparable(value: FieldValue): FieldValue {
  return typeof value === 'string' ? value.trim().toLowerCase() : value;
}
