/** `try`, `catch`, `finally`, `throw`. */
import type { CatchClause, ThrowStatement, TryStatement } from '../../ast/statements.ts';
import { resolveType } from '../../check/declare.ts';
import { fail } from '../../check/errors.ts';
import { isSubtype } from '../../check/supertypes.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { compileBlock } from '../statement.ts';
import { required } from '../value.ts';

export function compileTry(scope: MethodScope, statement: TryStatement): void {
  scope.statement(statement);
  scope.write('try {');
  compileBlock(scope, statement.body);
  if (statement.catches.length > 0) {
    scope.write('} catch (thrown) {');
    // Limits, unsupported features and faults of the engine are not Apex exceptions: they go on.
    scope.write('const caught = $R.caught(thrown);');
    const handled: ApexType[] = [];
    for (const clause of statement.catches) scope.unit.attempt(() => compileCatch(scope, clause, handled));
    scope.write('throw thrown;');
  }
  if (statement.finally !== null) {
    scope.write('} finally {');
    compileBlock(scope, statement.finally);
  }
  scope.write('}');
}

function compileCatch(scope: MethodScope, clause: CatchClause, handled: ApexType[]): void {
  const type = resolveType(scope.universe, clause.type, scope.owner);
  if (!isSubtype(scope.universe, type, types.Exception)) {
    fail(clause, `Catch parameter must be an exception type: ${type.toString()}`);
  }
  if (handled.some((earlier) => isSubtype(scope.universe, type, earlier))) {
    fail(clause, `Unreachable catch block: ${type.toString()}`);
  }
  handled.push(type);
  scope.block(() => {
    const test = type === types.Exception ? 'true' : `$R.isInstance(caught, ${scope.unit.constant(type)})`;
    scope.write(`if (${test}) {`);
    const variable = scope.declare(clause, clause.variable, type, { nonNull: true });
    scope.write(`let ${variable.code} = caught;`);
    compileBlock(scope, clause.body);
    scope.write('} else');
  });
}

export function compileThrow(scope: MethodScope, statement: ThrowStatement): void {
  scope.statement(statement);
  const thrown = compileExpression(scope, statement.value);
  if (!isSubtype(scope.universe, thrown.type, types.Exception)) {
    fail(statement, `Throw expression must be of type exception: ${thrown.type.toString()}`);
  }
  scope.write(`throw ${required(thrown)};`);
}
