/**
 * Fields through a reference that may point to several objects, such as `Owner.Name`. Which of them holds the row is told by
 * the id's key prefix, and each is looked up on its own: an activity may refer to more objects than SQLite can join.
 */
import { NotSupported } from '../../../schema/errors.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../../schema/model.ts';
import { quoted } from '../../store/names.ts';
import { noSuchColumn } from '../errors.ts';
import { type Lookup, Scope, type Source } from './scope.ts';
import { computedValue, type SqlValue } from './sql-value.ts';

/** Object that lists which fields every target offers ("Name", Object Reference). */
const NAME = 'Name';

export function polymorphicValue(
  scope: Scope,
  source: Source,
  reference: FieldSchema,
  rest: readonly string[],
  lookup: Lookup,
): SqlValue {
  const { context } = scope;
  const { schema } = context.services.store;
  const id = `${source.alias}.${quoted(reference.name)}`;
  const [first] = rest as [string];
  if (rest.length === 1 && first.toLowerCase() === 'id') {
    return { ...computedValue(id, 'reference', first), field: reference };
  }
  if (!lookup.anyTarget) checkName(scope, schema, rest, lookup);
  const targets = reference.referenceTo.flatMap((name) => schema.object(name) ?? []);
  const prefix = `substr(${id},1,3)`;
  if (rest.length === 1 && first.toLowerCase() === 'type') {
    const cases = targets.map(
      (target) =>
        `WHEN ${context.parameters.constant(target.keyPrefix)} THEN ${context.parameters.constant(target.name)}`,
    );
    return computedValue(`CASE ${prefix} ${cases.join(' ')} END`, 'string', first);
  }
  const values = targets
    .filter((target) => resolves(schema, target, rest))
    .map((target) => ({ target, value: fetched(scope, target, id, rest) }));
  const [sample] = values;
  if (sample === undefined) return computedValue('NULL', 'string', first);
  const cases = values.map(
    ({ target, value }) => `WHEN ${context.parameters.constant(target.keyPrefix)} THEN ${value.sql}`,
  );
  return { ...sample.value, sql: `CASE ${prefix} ${cases.join(' ')} END` };
}

/** A scalar sub-query for the field at the end of `names`, of the row with this id. */
function fetched(scope: Scope, target: ObjectSchema, id: string, names: readonly string[]): SqlValue {
  const inner = new Scope(scope.context, target);
  const value = inner.value(names);
  return { ...value, sql: `(SELECT ${value.sql} FROM ${inner.fromSql()} WHERE ${inner.root.alias}."Id"=${id})` };
}

function checkName(scope: Scope, schema: Schema, rest: readonly string[], lookup: Lookup): void {
  const name = schema.object(NAME);
  if (name === undefined) throw new NotSupported('polymorphic relationships without the object Name');
  const [first] = rest as [string];
  if (first.toLowerCase() === 'id') return;
  const known = rest.length === 1 ? name.field(first) : name.relationship(first);
  if (known === undefined) throw noSuchColumn(first, NAME, scope.context.settings.text, lookup.position);
}

function resolves(schema: Schema, object: ObjectSchema, names: readonly string[]): boolean {
  const [first, ...rest] = names as [string, ...string[]];
  if (rest.length === 0) return object.field(first) !== undefined;
  const targets = object.relationship(first)?.referenceTo ?? [];
  return targets.some((target) => {
    const parent = schema.object(target);
    return parent !== undefined && resolves(schema, parent, rest);
  });
}
