/** `switch on` ("Switch Statements", Apex Developer Guide). */
import type { Expression } from '../../ast/expressions.ts';
import type { SwitchBranch, SwitchStatement } from '../../ast/statements.ts';
import { resolveType } from '../../check/declare.ts';
import { fail } from '../../check/errors.ts';
import { fromGeneric, generic } from '../convert.ts';
import { compileExpression } from '../expression.ts';
import { enumConstant } from '../expressions/names.ts';
import { equalCode } from '../expressions/operators.ts';
import type { MethodScope } from '../method-scope.ts';
import { compileBlock } from '../statement.ts';
import { value, type Value } from '../value.ts';

export function compileSwitch(scope: MethodScope, statement: SwitchStatement): void {
  scope.statement(statement);
  const subject = compileExpression(scope, statement.value);
  const name = scope.temporary();
  scope.write(`${name} = ${subject.code};`);
  const switched = value(subject.type, name, subject.nonNull);
  const seen = new Set<string>();
  for (const [index, branch] of statement.branches.entries()) {
    const isElse = branch.values.length === 0 && branch.type === null;
    if (isElse && index !== statement.branches.length - 1) fail(branch, 'when else must be the last block in a switch');
    scope.writer.at(branch.line);
    if (isElse) {
      scope.write('{');
      compileBlock(scope, branch.body);
    } else if (branch.type !== null) {
      compileTypeBranch(scope, branch, switched);
    } else {
      const tests = branch.values.map((candidate) => valueTest(scope, candidate, switched, seen));
      scope.write(`if (${tests.join(' || ')}) {`);
      compileBlock(scope, branch.body);
    }
    scope.write(isElse || index === statement.branches.length - 1 ? '}' : '} else');
  }
}

function valueTest(scope: MethodScope, candidate: Expression, switched: Value, seen: Set<string>): string {
  const compiled = enumLabel(scope, candidate, switched) ?? compileExpression(scope, candidate);
  if (seen.has(compiled.code)) fail(candidate, `Duplicate when value: ${compiled.code}`);
  seen.add(compiled.code);
  if (compiled.type.key === 'string' && switched.type.key === 'string') {
    // Unlike ==, the cases of a switch on a String differ when only their case does.
    return `${switched.code} === ${compiled.code}`;
  }
  return equalCode(scope, candidate, switched, compiled);
}

/** Constants of the enum that is switched on stand without its name. */
function enumLabel(scope: MethodScope, candidate: Expression, switched: Value): Value | undefined {
  if (candidate.kind !== 'name') return undefined;
  const name = candidate.name.toLowerCase();
  const symbol = scope.universe.classOf(switched.type);
  if (symbol?.kind === 'enum') {
    const ordinal = symbol.constants.findIndex((constant) => constant.toLowerCase() === name);
    if (ordinal < 0) fail(candidate, `Enum value not found: ${candidate.name}`);
    return enumConstant(scope, symbol, ordinal);
  }
  const entry = scope.universe.libraryOf(switched.type);
  const constant = entry?.constants.find((known) => known.name.toLowerCase() === name);
  return constant === undefined ? undefined : value(switched.type, scope.unit.constant(constant), true);
}

/** `when Account account`. */
function compileTypeBranch(scope: MethodScope, branch: SwitchBranch, switched: Value): void {
  const type = resolveType(scope.universe, branch.type!, scope.owner);
  scope.block(() => {
    scope.write(`if ($R.isInstance(${generic(switched)}, ${scope.unit.constant(type)})) {`);
    const variable = scope.declare(branch, branch.variable!, type);
    scope.write(`let ${variable.code} = ${fromGeneric(generic(switched), type).code};`);
    compileBlock(scope, branch.body);
  });
}
