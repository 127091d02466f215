/**
 * Visibility rules of Lightning pages ("Control When Components Appear" in Salesforce Help). What depends on the user is decided here; what
 * depends on the record's fields is left to the browser, which knows when they change.
 */
import { querySystem, quoted, type UiApiContext } from '../../api/ui-api/context.ts';
import { columnAt } from '../../api/ui-api/list-columns.ts';
import { jsonValue } from '../../api/ui-api/field-values.ts';
import type { FlexiPageSource } from '../../metadata/readers/flexi-page.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { SObject } from '../../schema/sobject.ts';

type ItemInstance = FlexiPageSource['flexiPageRegions'][number]['itemInstances'][number];
type Rule = NonNullable<NonNullable<ItemInstance['componentInstance']>['visibilityRule']>;
type Criterion = Rule['criteria'][number];

export interface VisibilityView {
  /** `1 AND (2 OR 3)`; all criteria when null. */
  readonly logic: string | null;
  readonly criteria: readonly CriterionView[];
}

export type CriterionView =
  | { readonly result: boolean }
  | { readonly recordPath: string; readonly operator: string; readonly value: string | null }
  | { readonly formFactor: true; readonly operator: string; readonly value: string | null };

export function visibilityView(context: UiApiContext, rule: Rule | undefined): VisibilityView | null {
  if (rule === undefined || rule.criteria.length === 0) return null;
  return {
    logic: rule.booleanFilter ?? null,
    criteria: rule.criteria.map((criterion) => criterionView(context, criterion)),
  };
}

function criterionView(context: UiApiContext, criterion: Criterion): CriterionView {
  const where = `${criterion.source.file}:${criterion.source.line}`;
  const path = /^\{!\s*(.+?)\s*\}$/.exec(criterion.leftValue)?.[1] ?? criterion.leftValue;
  const value = criterion.rightValue ?? null;
  if (/^Record\./i.test(path)) return { recordPath: path.slice('Record.'.length), operator: criterion.operator, value };
  if (/^\$Client\.FormFactor$/i.test(path)) return { formFactor: true, operator: criterion.operator, value };
  return { result: compare(globalValue(context, path, where), criterion.operator, value, where) };
}

function globalValue(context: UiApiContext, path: string, where: string): string | number | boolean | null {
  const custom = /^\$Permission\.CustomPermission\.(\w+)$/i.exec(path)?.[1];
  if (custom !== undefined) return context.org.security.hasCustomPermission(context.user.id, custom);
  const standard = /^\$Permission\.StandardPermission\.(\w+)$/i.exec(path)?.[1];
  if (standard !== undefined) return context.org.security.hasPermission(context.user.id, standard);
  const userPath = /^\$User\.(.+)$/i.exec(path)?.[1];
  const user = context.org.schema.require('User');
  const column = userPath === undefined ? undefined : columnAt(context.org.schema, user, userPath);
  if (column === undefined) throw new NotSupported(`the visibility filter ${path}`, where);
  const [row] = querySystem(context, `SELECT ${column.path} FROM User WHERE Id = ${quoted(context.user.id)}`);
  const steps = column.path.split('.');
  const owner = steps
    .slice(0, -1)
    .reduce<SObject | undefined>((record, step) => record?.parents.get(step) ?? undefined, row);
  return owner === undefined ? null : jsonValue(owner.get(steps.at(-1)!));
}

function compare(
  actual: string | number | boolean | null,
  operator: string,
  expected: string | null,
  where: string,
): boolean {
  const left = String(actual ?? '').toLowerCase();
  const right = (expected ?? '').toLowerCase();
  switch (operator) {
    case 'EQUAL':
      return left === right;
    case 'NE':
      return left !== right;
    case 'CONTAINS':
      return left.includes(right);
    default:
      throw new NotSupported(`the operator ${operator} in a visibility filter of the user`, where);
  }
}
