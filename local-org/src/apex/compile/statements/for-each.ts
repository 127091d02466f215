/** `for (X x : values)` over lists, sets, iterables and queries. */
import type { ForEachStatement } from '../../ast/statements.ts';
import { resolveType } from '../../check/declare.ts';
import { fail } from '../../check/errors.ts';
import { directSupertypes } from '../../check/supertypes.ts';
import type { Universe } from '../../check/universe.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { assignCode, fromGeneric } from '../convert.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { compileBody } from '../statement.ts';
import { required, type Value } from '../value.ts';
import { turn } from './loops.ts';

/** "The list or set iteration for loop"; "SOQL For Loops" hand out batches of 200 (Apex Developer Guide). */
export function compileForEach(scope: MethodScope, statement: ForEachStatement): void {
  scope.statement(statement);
  const type = resolveType(scope.universe, statement.type, scope.owner);
  const values = compileExpression(scope, statement.values);
  if (values.rows === true && type.isLibrary('List')) {
    loop(scope, statement, type, `$R.batches(${values.code})`, { type, code: 'item', nonNull: true });
    return;
  }
  const element = elementType(scope.universe, values.type);
  if (element === undefined) fail(statement.values, `Loop must iterate over a collection: ${values.type.toString()}`);
  const item = fromGeneric('item', element);
  if (values.type.isLibrary('List') || values.type.isLibrary('Set')) {
    walk(scope, statement, type, values, item);
  } else {
    loop(scope, statement, type, `$R.iterate(${required(values)})`, item);
  }
}

/** What an iterable hands out. */
function elementType(universe: Universe, type: ApexType): ApexType | undefined {
  if (type.isLibrary('List') || type.isLibrary('Set') || type.isLibrary('System.Iterable')) return type.args[0];
  for (const supertype of directSupertypes(universe, type)) {
    const element = elementType(universe, supertype);
    if (element !== undefined) return element;
  }
  return undefined;
}

/** A loop over a collection, which goes on only while that does not change: a loop that is left after a change may change it. */
function walk(scope: MethodScope, statement: ForEachStatement, type: ApexType, values: Value, item: Value): void {
  scope.write(`{ const walked = ${required(values)}, changes = walked.changes;`);
  const check = 'if (walked.changes !== changes) $R.changedInLoop();';
  loop(scope, statement, type, values.type.isLibrary('List') ? 'walked.items' : 'walked', item, check);
  scope.write('}');
}

function loop(
  scope: MethodScope,
  statement: ForEachStatement,
  type: ApexType,
  iterable: string,
  item: Value,
  check = '',
): void {
  scope.block(() => {
    scope.write(`for (const item of ${iterable}) {${check}`);
    scope.write(turn);
    const variable = scope.declare(statement, statement.variable, type);
    scope.write(`let ${variable.code} = ${itemCode(scope, statement, item, type)};`);
    scope.loop(() => compileBody(scope, statement.body));
    scope.write('}');
  });
}

/** Generic records may be taken as records of one object. */
function itemCode(scope: MethodScope, statement: ForEachStatement, item: Value, type: ApexType): string {
  const isRecord = item.type === types.SObject && type.kind === 'sobject' && type !== types.SObject;
  if (isRecord) return `$R.castTo(${item.code}, ${scope.unit.constant(type)})`;
  return assignCode(scope, item, type, statement);
}
