import { DateValue, DatetimeValue, Decimal, TimeValue } from '../../schema/values/index.ts';
import { holds } from '../comparison.ts';
import type { AssignmentOperator, AssignmentSource } from '../definition/logic-elements.ts';
import type { StepElement } from '../element.ts';
import { FlowFault } from '../fault.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { isCollection, isScalar, toNumber, toText, type FlowScalar, type FlowValue } from '../flow-value.ts';
import type { Interview } from '../interview.ts';

const MS_PER_DAY = 86_400_000;
const NO_ITEM: readonly FlowValue[] = [null];

/** Assignment: sets variables and fields, in order ("Flow Operators in Assignment Elements"). */
export function compileAssignment(source: AssignmentSource, compiler: FlowCompiler): StepElement {
  const items = source.assignmentItems.map(({ assignToReference, operator, value, source: position }) => {
    if (operator === 'None') throw compiler.notSupported('flow assignment operator None', position);
    const target = compiler.reader(assignToReference);
    const write = compiler.writer(assignToReference);
    const read = compiler.value(value);
    const isList = value?.elementReference !== undefined && isCollectionType(compiler, value.elementReference);
    return (interview: Interview): void => {
      const collection = compiler.typeOf(assignToReference)?.kind === 'collection';
      const current = operator === 'Assign' ? null : target(interview);
      // A record that is missing, such as $Record__Prior of a new one, is an item too; a list that is missing has none.
      const given = read(interview) ?? (collection && !isList && operator !== 'Assign' ? NO_ITEM : null);
      write(interview, result(operator, current, given, collection, interview.run.timeZone));
    };
  });
  return {
    kind: 'step',
    name: source.name,
    run: (interview) => {
      for (const item of items) item(interview);
      return source.connector?.targetReference;
    },
  };
}

function isCollectionType(compiler: FlowCompiler, path: string): boolean {
  return compiler.typeOf(path)?.kind === 'collection';
}

function result(
  operator: AssignmentOperator,
  current: FlowValue,
  value: FlowValue,
  collection: boolean,
  timeZone: string,
): FlowValue {
  if (operator === 'Assign') return value;
  if (operator === 'AssignCount') return Decimal.of(isCollection(value) ? value.length : value === null ? 0 : 1);
  if (collection) return changeCollection(operator, asItems(current), value, timeZone);
  if (!isScalar(current) || !isScalar(value)) {
    throw new FlowFault(`The flow tried to apply the operator ${operator} to a record or collection.`);
  }
  switch (operator) {
    case 'Add':
      return plus(current, value, timeZone);
    case 'Subtract':
      return minus(current, value);
    case 'AddItem':
      return current === null ? toText(value, timeZone) : `${toText(current, timeZone)};${toText(value, timeZone)}`;
    default:
      throw new FlowFault(`The operator ${operator} applies to collections only.`);
  }
}

function asItems(value: FlowValue): readonly FlowValue[] {
  if (value === null) return [];
  return isCollection(value) ? value : [value];
}

function changeCollection(
  operator: AssignmentOperator,
  items: readonly FlowValue[],
  value: FlowValue,
  timeZone: string,
): readonly FlowValue[] {
  const same = (left: FlowValue, right: FlowValue): boolean => holds('EqualTo', left, right, timeZone);
  const given = asItems(value);
  const first = items.findIndex((item) => given.some((other) => same(item, other)));
  switch (operator) {
    case 'Add':
    case 'AddItem':
      return [...items, ...given];
    case 'AddAtStart':
      return [...given, ...items];
    case 'Subtract':
    case 'RemoveAll':
      return items.filter((item) => !given.some((other) => same(item, other)));
    case 'RemoveUncommon':
      return items.filter((item) => given.some((other) => same(item, other)));
    case 'RemoveFirst':
      return first < 0 ? items : items.toSpliced(first, 1);
    case 'RemoveBeforeFirst':
      return first < 0 ? items : items.slice(first);
    case 'RemoveAfterFirst':
      return first < 0 ? items : items.slice(0, first + 1);
    case 'RemovePosition': {
      const position = isScalar(value) ? toNumber(value)?.toNumber() : undefined;
      return position === undefined ? items : items.filter((_, index) => index !== position - 1);
    }
    default:
      throw new FlowFault(`The operator ${operator} does not apply to collections.`);
  }
}

/** A blank counts as nothing: adding to it gives what is added. */
function plus(current: FlowScalar, value: FlowScalar, timeZone: string): FlowValue {
  if (value === null) return current;
  if (current === null) return value;
  if (current instanceof Decimal) return current.add(requireNumber(value));
  if (current instanceof DateValue) return current.addDays(requireNumber(value).toNumber());
  if (current instanceof DatetimeValue) return current.addMilliseconds(requireNumber(value).toNumber() * MS_PER_DAY);
  if (current instanceof TimeValue) return current.addMilliseconds(requireNumber(value).toNumber());
  return toText(current, timeZone) + toText(value, timeZone);
}

function minus(current: FlowScalar, value: FlowScalar): FlowValue {
  if (value === null) return current;
  if (current === null) return requireNumber(value).negate();
  if (current instanceof Decimal) return current.subtract(requireNumber(value));
  if (current instanceof DateValue) {
    if (value instanceof DateValue) return Decimal.of(current.days - value.days);
    return current.addDays(-requireNumber(value).toNumber());
  }
  if (current instanceof DatetimeValue) return current.addMilliseconds(-requireNumber(value).toNumber() * MS_PER_DAY);
  throw new FlowFault('The flow tried to subtract from a value that is neither a number nor a date.');
}

function requireNumber(value: FlowScalar): Decimal {
  const number = toNumber(value);
  if (number === undefined) throw new FlowFault('The flow tried to add or subtract a value that is not a number.');
  return number;
}
