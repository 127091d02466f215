/** `for (;;)`, `while`, `do … while`. Every turn counts towards the CPU limit, so that no loop runs away. */
import type { DoWhileStatement, ForStatement, WhileStatement } from '../../ast/statements.ts';
import { compileCondition, compileExpression } from '../expression.ts';
import { compileIncrement } from '../expressions/increment.ts';
import type { Expression } from '../../ast/expressions.ts';
import type { MethodScope } from '../method-scope.ts';
import { compileBlock, compileBody } from '../statement.ts';
import { isPlainLoop } from '../plain-loop.ts';
import { compileVariables } from './variables.ts';

/**
 * First statement of every loop body. Turns are counted in a variable of the method, which is several times faster than in the
 * machine's budget; the method takes what is left over from the budget when it ends.
 */
export const turn = 'if (++turns > 999) turns = $R.countTurns(turns);';

export function compileFor(scope: MethodScope, statement: ForStatement): void {
  scope.block(() => {
    scope.write('{');
    if (isExpressions(statement.start)) {
      scope.statement(statement);
      for (const start of statement.start) scope.write(`${effect(scope, start)};`);
    } else {
      compileVariables(scope, statement.start);
    }
    scope.writer.at(statement.line);
    const condition = statement.condition === null ? '' : compileCondition(scope, statement.condition);
    const update = statement.update.map((expression) => effect(scope, expression)).join(', ');
    if (isPlainLoop(scope, statement)) {
      writeInStretches(scope, condition, update, () => scope.loop(() => compileBody(scope, statement.body)));
    } else {
      scope.write(`for (; ${condition}; ${update}) {`);
      scope.write(turn);
      scope.loop(() => compileBody(scope, statement.body));
      scope.write('}');
    }
    scope.write('}');
  });
}

/**
 * Runs a loop a thousand turns at a time, and counts between: without a call inside it, V8 compiles it to twice as fast code. The
 * condition is evaluated once more at each end of a stretch.
 */
function writeInStretches(scope: MethodScope, condition: string, update: string, body: () => void): void {
  scope.write(`for (;;) { let left = 1000; for (; ${condition} && left > 0; ${update}) { left--;`);
  body();
  scope.write(`} turns += 1000 - left; if (turns > 999) turns = $R.countTurns(turns); if (!(${condition})) break; }`);
}

function isExpressions(start: ForStatement['start']): start is readonly Expression[] {
  return Array.isArray(start);
}

/** An expression that is evaluated for what it does. */
function effect(scope: MethodScope, expression: Expression): string {
  const compiled =
    expression.kind === 'increment' ? compileIncrement(scope, expression, false) : compileExpression(scope, expression);
  return compiled.code;
}

export function compileWhile(scope: MethodScope, statement: WhileStatement): void {
  scope.statement(statement);
  scope.write(`while (${compileCondition(scope, statement.condition)}) {`);
  scope.write(turn);
  scope.loop(() => compileBody(scope, statement.body));
  scope.write('}');
}

export function compileDoWhile(scope: MethodScope, statement: DoWhileStatement): void {
  scope.statement(statement);
  scope.write('do {');
  scope.write(turn);
  scope.loop(() => compileBlock(scope, statement.body));
  scope.writer.at(statement.condition.line);
  scope.write(`} while (${compileCondition(scope, statement.condition)});`);
}
