/** `System.runAs(user) { … }`. */
import type { RunAsStatement } from '../../ast/statements.ts';
import { fail } from '../../check/errors.ts';
import { types } from '../../types/apex-type.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { compileBlock } from '../statement.ts';
import { required } from '../value.ts';

export function compileRunAs(scope: MethodScope, statement: RunAsStatement): void {
  scope.statement(statement);
  const [arg] = statement.args;
  if (arg === undefined)
    fail(statement, 'Method does not exist or incorrect signature: void runAs() from the type System');
  const user = compileExpression(scope, arg);
  const isUser = user.type.kind === 'sobject' && (user.type.name === 'User' || user.type === types.SObject);
  if (!isUser && user.type.name !== 'System.Version') {
    fail(
      statement,
      `Method does not exist or incorrect signature: void runAs(${user.type.toString()}) from the type System`,
    );
  }
  scope.usesData = true;
  scope.write(`{ const switchBack = $R.beginRunAs(${required(user)}); try {`);
  compileBlock(scope, statement.body);
  scope.write('} finally { switchBack(); } }');
}
