/** Local variables. */
import type { VariableStatement } from '../../ast/statements.ts';
import { resolveType } from '../../check/declare.ts';
import { assignCode } from '../convert.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';

export function compileVariables(scope: MethodScope, statement: VariableStatement): void {
  for (const { name } of statement.variables) scope.declareBroken(name);
  const type = resolveType(scope.universe, statement.type, scope.owner);
  for (const variable of statement.variables) {
    scope.unit.attempt(() => {
      scope.statement(variable);
      let code = 'null';
      let nonNull = false;
      if (variable.value !== null) {
        const { value } = variable;
        scope.unit.attempt(() => {
          const compiled = compileExpression(scope, value);
          code = assignCode(scope, compiled, type, variable);
          nonNull = compiled.nonNull;
        });
      }
      // A variable that no plain assignment can set to null stays as it is: arithmetic results never are null.
      const stays = nonNull && !scope.reassigned.has(variable.name.toLowerCase());
      const final = statement.final && variable.value !== null;
      const declared = scope.declare(variable, variable.name, type, { final, nonNull: stays });
      scope.write(`let ${declared.code} = ${code};`);
    });
  }
}
