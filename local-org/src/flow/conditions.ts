import { sameValue } from '../schema/values/index.ts';
import { holds, isTrue } from './comparison.ts';
import { evaluateLogic, parseConditionLogic } from './condition-logic.ts';
import type { ConditionSource } from './definition/parts.ts';
import type { FlowCompiler } from './flow-compiler.ts';
import { isScalar } from './flow-value.ts';
import type { Interview } from './interview.ts';

type Test = (interview: Interview) => boolean;

/** The conditions of a decision outcome, a collection filter or a start element, with their logic. */
export function compileConditions(
  conditions: readonly ConditionSource[],
  logicSource: string | undefined,
  compiler: FlowCompiler,
): Test {
  if (conditions.length === 0) return () => true;
  const logic = parseConditionLogic(logicSource, conditions.length);
  if (logic === undefined) throw compiler.error(`condition logic ${logicSource} is malformed`);
  const tests = conditions.map((condition) => compileCondition(condition, compiler));
  return (interview) => evaluateLogic(logic, (index) => tests[index](interview));
}

function compileCondition(condition: ConditionSource, compiler: FlowCompiler): Test {
  const { leftValueReference: path, operator, source } = condition;
  if (path === undefined || condition.conditions.length > 0 || condition.aggregationField !== undefined) {
    throw compiler.notSupported('this kind of flow condition', source);
  }
  const right = compiler.value(condition.rightValue);
  switch (operator) {
    case 'WasVisited':
      return (interview) => interview.visited.has(path) === isTrue(right(interview));
    case 'HasError':
      return (interview) => hasError(interview, path) === isTrue(right(interview));
    case 'IsChanged':
      return compileIsChanged(path, right, compiler);
    case 'WasSet': {
      const left = compiler.reader(path);
      return (interview) => (left(interview) !== null) === isTrue(right(interview));
    }
    default: {
      const left = compiler.reader(path);
      return (interview) => holds(operator, left(interview), right(interview), interview.run.timeZone);
    }
  }
}

/** Elements that took their fault path; the triggering record when it may not be saved. */
function hasError({ failed, trigger, fault }: Interview, path: string): boolean {
  if (/^\$Record$/i.test(path)) return fault !== undefined || (trigger?.saved.errors.length ?? 0) > 0;
  return failed.has(path);
}

/** Whether the save changes a field of the triggering record; never for a new record. */
function compileIsChanged(path: string, expected: ReturnType<FlowCompiler['value']>, compiler: FlowCompiler): Test {
  const now = compiler.reader(path);
  const before = compiler.reader(path.replace(/^\$Record\b/i, '$Record__Prior'));
  return (interview) => {
    const [current, former] = [now(interview), before(interview)];
    const changed =
      interview.trigger?.before != null && isScalar(current) && isScalar(former) && !sameValue(current, former);
    return changed === isTrue(expected(interview));
  };
}
