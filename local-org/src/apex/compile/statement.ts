/** Compiles statements. One file per construct in `statements/`. */
import type { Block, Statement } from '../ast/statements.ts';
import { compileCondition, compileExpression } from './expression.ts';
import { compileIncrement } from './expressions/increment.ts';
import type { MethodScope } from './method-scope.ts';
import { compileDml } from './statements/dml.ts';
import { compileForEach } from './statements/for-each.ts';
import { compileDoWhile, compileFor, compileWhile } from './statements/loops.ts';
import { compileReturn } from './statements/return.ts';
import { compileRunAs } from './statements/run-as.ts';
import { compileSwitch } from './statements/switch.ts';
import { compileThrow, compileTry } from './statements/try.ts';
import { compileVariables } from './statements/variables.ts';
import { fail } from '../check/errors.ts';

/** Compiles a statement; an error in it is recorded and the next statement is still checked. */
export function compileStatement(scope: MethodScope, statement: Statement): void {
  scope.unit.attempt(() => compile(scope, statement));
}

export function compileBlock(scope: MethodScope, block: Block): void {
  scope.block(() => {
    for (const statement of block.statements) compileStatement(scope, statement);
  });
}

/** The body of a loop or branch, in braces. */
export function compileBody(scope: MethodScope, body: Statement | null): void {
  if (body === null) return;
  if (body.kind === 'block') compileBlock(scope, body);
  else scope.block(() => compileStatement(scope, body));
}

function compile(scope: MethodScope, statement: Statement): void {
  switch (statement.kind) {
    case 'block':
      scope.write('{');
      compileBlock(scope, statement);
      scope.write('}');
      return;
    case 'if':
      scope.statement(statement);
      scope.write(`if (${compileCondition(scope, statement.condition)}) {`);
      compileBody(scope, statement.then);
      if (statement.otherwise !== null) {
        scope.write('} else {');
        compileBody(scope, statement.otherwise);
      }
      scope.write('}');
      return;
    case 'switch': {
      compileSwitch(scope, statement);
      return;
    }
    case 'for': {
      compileFor(scope, statement);
      return;
    }
    case 'forEach': {
      compileForEach(scope, statement);
      return;
    }
    case 'while': {
      compileWhile(scope, statement);
      return;
    }
    case 'doWhile': {
      compileDoWhile(scope, statement);
      return;
    }
    case 'try': {
      compileTry(scope, statement);
      return;
    }
    case 'return': {
      compileReturn(scope, statement);
      return;
    }
    case 'throw': {
      compileThrow(scope, statement);
      return;
    }
    case 'break':
    case 'continue':
      if (scope.loopDepth === 0) fail(statement, `${capitalised(statement.kind)} statement must be in loop`);
      scope.statement(statement);
      scope.write(`${statement.kind};`);
      return;
    case 'dml': {
      compileDml(scope, statement);
      return;
    }
    case 'runAs': {
      compileRunAs(scope, statement);
      return;
    }
    case 'variables': {
      compileVariables(scope, statement);
      return;
    }
    case 'expression': {
      scope.statement(statement);
      const { expression } = statement;
      const compiled =
        expression.kind === 'increment'
          ? compileIncrement(scope, expression, false)
          : compileExpression(scope, expression);
      scope.write(`${compiled.code};`);
    }
  }
}

function capitalised(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
