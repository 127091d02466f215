/** Which statements can be reached, and whether a method can end without returning a value. */
import type { Expression } from '../ast/expressions.ts';
import type { Node } from '../ast/nodes.ts';
import type { Block, Statement } from '../ast/statements.ts';

/** Reports statements that nothing leads to. Returns whether the end of the block can be reached. */
export function checkFlow(block: Block, unreachable: (statement: Node) => void): boolean {
  return new FlowChecker(unreachable).block(block.statements);
}

class FlowChecker {
  private readonly unreachable: (statement: Node) => void;
  /** Whether the innermost loop is left by `break`. */
  private broken = false;

  constructor(unreachable: (statement: Node) => void) {
    this.unreachable = unreachable;
  }

  block(statements: readonly Statement[]): boolean {
    let completes = true;
    for (const [index, statement] of statements.entries()) {
      if (!completes && !mayBeFollowed(statements[index - 1])) {
        this.unreachable(statement);
        return false;
      }
      completes = this.statement(statement);
    }
    return completes;
  }

  /** Whether what follows the statement can be reached. */
  private statement(statement: Statement): boolean {
    switch (statement.kind) {
      case 'block':
        return this.block(statement.statements);
      case 'return':
      case 'throw':
      case 'continue':
        return false;
      case 'break':
        this.broken = true;
        return false;
      case 'if': {
        const then = this.statement(statement.then);
        const otherwise = statement.otherwise === null || this.statement(statement.otherwise);
        return then || otherwise;
      }
      case 'switch': {
        const branches = statement.branches.map((branch) => this.block(branch.body.statements));
        const isComplete = statement.branches.some(({ values, type }) => values.length === 0 && type === null);
        return !isComplete || branches.includes(true);
      }
      case 'while':
        return this.loop(statement.body) || !isTrue(statement.condition);
      case 'for':
        // A condition that is always true counts in `while` loops only.
        return this.loop(statement.body) || statement.condition !== null;
      case 'doWhile':
        return this.loop(statement.body) || !isTrue(statement.condition);
      case 'forEach':
        this.loop(statement.body);
        return true;
      case 'try': {
        const body = this.block(statement.body.statements);
        const catches = statement.catches.map((clause) => this.block(clause.body.statements));
        const last = statement.finally === null || this.block(statement.finally.statements);
        return last && (body || catches.includes(true));
      }
      case 'runAs':
        return this.block(statement.body.statements);
      default:
        return true;
    }
  }

  /** Checks a loop's body; whether `break` leads out of it. */
  private loop(body: Statement | null): boolean {
    const outer = this.broken;
    this.broken = false;
    if (body !== null) this.statement(body);
    const { broken } = this;
    this.broken = outer;
    return broken;
  }
}

/** The platform looks neither into `System.runAs` nor at whether a loop ever ends for what follows them. */
function mayBeFollowed({ kind }: Statement): boolean {
  return kind === 'runAs' || kind === 'while' || kind === 'doWhile';
}

function isTrue(condition: Expression): boolean {
  return condition.kind === 'literal' && condition.type === 'Boolean' && condition.text === 'true';
}
