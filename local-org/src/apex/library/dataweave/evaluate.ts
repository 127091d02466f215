/** Runs DataWeave expressions ("DataWeave Operators" and "Core (dw::Core)", DataWeave documentation). */
import { NotSupported } from '../../../schema/errors.ts';
import { Decimal, DateValue } from '../../../schema/values/index.ts';
import { throwApex } from '../../runtime/index.ts';
import { formatByPattern } from '../support/java-date-format.ts';
import { functions } from './functions.ts';
import type { Expression, ObjectEntry } from './syntax.ts';
import { DwObject, isArray, textOf, Zoned, type DwEntry, type DwFunction, type DwValue } from './values.ts';

/** Names in scope. */
export type Scope = ReadonlyMap<string, DwValue>;

export function evaluate(expression: Expression, scope: Scope): DwValue {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'number'
        ? Decimal.parse(expression.text ?? String(expression.value))
        : expression.value;
    case 'name':
      return named(expression.name, scope);
    case 'select':
      return selected(evaluate(expression.from, scope), expression.key);
    case 'index': {
      const from = evaluate(expression.from, scope);
      const index = evaluate(expression.index, scope);
      if (isArray(from) && index instanceof Decimal) return from.at(index.toNumber()) ?? null;
      return selected(from, textOf(index));
    }
    case 'call': {
      const callee = evaluate(expression.callee, scope);
      if (typeof callee !== 'function') return fail('You called the function with a value that is none');
      return callee(...expression.args.map((arg) => evaluate(arg, scope)));
    }
    case 'lambda':
      return (...args) =>
        evaluate(
          expression.body,
          new Map([
            ...scope,
            ...expression.parameters.map((name, index): [string, DwValue] => [name, args[index] ?? null]),
          ]),
        );
    case 'binary':
      return binary(expression.operator, expression.left, expression.right, scope);
    case 'infix':
      return infix(expression.name, evaluate(expression.left, scope), expression.right, scope);
    case 'not':
      return evaluate(expression.operand, scope) !== true;
    case 'cast':
      return cast(evaluate(expression.operand, scope), expression.type, objectOf(expression.options, scope));
    case 'if':
      return evaluate(evaluate(expression.condition, scope) === true ? expression.then : expression.otherwise, scope);
    case 'match': {
      const operand = evaluate(expression.operand, scope);
      const found = expression.cases.find(
        ({ pattern }) => pattern === undefined || same(evaluate(pattern, scope), operand),
      );
      return found === undefined
        ? fail('No case of the match applies')
        : evaluate(found.result, new Map([...scope, ['$', operand]]));
    }
    case 'array':
      return expression.items.map((item) => evaluate(item, scope));
    case 'object':
      return objectOf(expression.entries, scope);
  }
}

function named(name: string, scope: Scope): DwValue {
  const value = scope.get(name);
  if (value !== undefined) return value;
  const builtIn = functions.get(name);
  if (builtIn === undefined) throw new NotSupported(`the DataWeave function ${name}`);
  return builtIn;
}

/** Of an array, the values of all its objects. */
function selected(from: DwValue, key: string): DwValue {
  if (from instanceof DwObject) return from.get(key);
  if (!isArray(from)) return null;
  const found = from.map((item) => selected(item, key)).filter((value) => value !== null);
  return found.length === 0 ? null : found;
}

function objectOf(entries: readonly ObjectEntry[], scope: Scope): DwObject {
  return new DwObject(entries.flatMap((entry) => entriesOf(entry, scope)));
}

function entriesOf({ key, attributes, value }: ObjectEntry, scope: Scope): DwEntry[] {
  const result = evaluate(value, scope);
  if (key === undefined) return spread(result);
  return [{ key: textOf(evaluate(key, scope)), attributes: objectOf(attributes, scope).entries, value: result }];
}

function spread(value: DwValue): DwEntry[] {
  if (value instanceof DwObject) return [...value.entries];
  return isArray(value) ? value.flatMap(spread) : [];
}

function infix(name: string, left: DwValue, right: Expression, scope: Scope): DwValue {
  if (name === 'default') return left ?? evaluate(right, scope);
  if (left === null) return null;
  const each = functionOf(right, scope);
  if (name === 'map' && isArray(left)) return left.map((item, index) => each(item, Decimal.of(index)));
  if (name === 'filter' && isArray(left)) return left.filter((item, index) => each(item, Decimal.of(index)) === true);
  if (left instanceof DwObject) {
    const call = ({ key, value }: DwEntry, index: number): DwValue => each(value, key, Decimal.of(index));
    if (name === 'mapObject') return new DwObject(left.entries.flatMap((entry, index) => spread(call(entry, index))));
    if (name === 'filterObject') return new DwObject(left.entries.filter((entry, i) => call(entry, i) === true));
  }
  return fail(`You called the function '${name}' with arguments it does not take`);
}

/** A lambda, or an expression of `$`, `$$` and `$$$`. */
function functionOf(expression: Expression, scope: Scope): DwFunction {
  if (expression.kind === 'lambda') return evaluate(expression, scope) as DwFunction;
  return (first = null, second = null, third = null) => {
    const inner = new Map([...scope, ['$', first], ['$$', second], ['$$$', third]] as [string, DwValue][]);
    const value = evaluate(expression, inner);
    return typeof value === 'function' ? value(first, second, third) : value;
  };
}

function binary(operator: string, left: Expression, right: Expression, scope: Scope): DwValue {
  const first = evaluate(left, scope);
  if (operator === 'and') return first === true && evaluate(right, scope) === true;
  if (operator === 'or') return first === true || evaluate(right, scope) === true;
  const second = evaluate(right, scope);
  if (operator === '==') return same(first, second);
  if (operator === '!=') return !same(first, second);
  if (operator === '++') return joined(first, second);
  if (operator === '>>' && first instanceof Zoned) return new Zoned(first.datetime, textOf(second));
  if (first instanceof Decimal && second instanceof Decimal) return ofNumbers(operator, first, second);
  if (typeof first === 'string' && typeof second === 'string') {
    if (['<', '>', '<=', '>='].includes(operator))
      return ordered(operator, first < second ? -1 : Number(first > second));
  }
  return fail(`You called the function '${operator}' with arguments it does not take`);
}

function ofNumbers(operator: string, left: Decimal, right: Decimal): DwValue {
  switch (operator) {
    case '+':
      return left.add(right);
    case '-':
      return left.subtract(right);
    case '*':
      return left.multiply(right).stripTrailingZeros();
    case '/':
      if (right.signum() === 0) return fail('Division by zero');
      return left.divide(right).stripTrailingZeros();
    default:
      return ordered(operator, left.compare(right));
  }
}

function ordered(operator: string, order: number): boolean {
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}

function joined(left: DwValue, right: DwValue): DwValue {
  if (isArray(left) && isArray(right)) return [...left, ...right];
  if (left instanceof DwObject && right instanceof DwObject) return new DwObject([...left.entries, ...right.entries]);
  return textOf(left) + textOf(right);
}

function same(left: DwValue, right: DwValue): boolean {
  if (left instanceof Decimal && right instanceof Decimal) return left.equals(right);
  return left === right || (left !== null && right !== null && textOf(left) === textOf(right));
}

function cast(value: DwValue, type: string, options: DwObject): DwValue {
  const format = options.get('format');
  switch (type) {
    case 'Object':
      return value instanceof DwObject ? new DwObject(value.entries, textOf(options.get('class'))) : value;
    case 'String':
      if (format === null || value === null) return value === null ? null : textOf(value);
      // Years are `uuuu` in java.time, `yyyy` in the older format.
      if (value instanceof Zoned) {
        return formatByPattern(value.datetime, textOf(format).replaceAll('u', 'y'), value.zone, 'en_US');
      }
      throw new NotSupported('this DataWeave format of a text');
    case 'Number':
      return Decimal.tryParse(textOf(value)) ?? fail(`Cannot coerce String (${textOf(value)}) to Number`);
    case 'Boolean':
      return textOf(value) === 'true';
    case 'Date':
      return DateValue.tryParse(textOf(value)) ?? fail(`Cannot coerce String (${textOf(value)}) to Date`);
    default:
      throw new NotSupported(`DataWeave as ${type}`);
  }
}

function fail(message: string): never {
  return throwApex('System.DataWeaveScriptException', message);
}
