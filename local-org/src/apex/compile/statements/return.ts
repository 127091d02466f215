/** `return`. */
import type { ReturnStatement } from '../../ast/statements.ts';
import { fail } from '../../check/errors.ts';
import { types } from '../../types/apex-type.ts';
import { assignCode } from '../convert.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';

export function compileReturn(scope: MethodScope, statement: ReturnStatement): void {
  scope.statement(statement);
  const { returns } = scope;
  if (returns === null) fail(statement, 'Return statement is not allowed here');
  if (statement.value === null) {
    if (returns !== types.void) fail(statement, `Missing return value: ${returns.toString()}`);
    scope.write(scope.returnCode(null));
    return;
  }
  if (returns === types.void) fail(statement, 'Void method must not return a value');
  const compiled = compileExpression(scope, statement.value);
  scope.write(scope.returnCode(assignCode(scope, compiled, returns, statement)));
}
