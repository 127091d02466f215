/** What binary operators do, by the types of their operands ("Expression Operators", Apex Developer Guide). */
import type { BinaryOperator } from '../../ast/expressions.ts';
import type { Node } from '../../ast/nodes.ts';
import { isAssignable, isNumeric, widerNumber } from '../../check/conversions.ts';
import { fail } from '../../check/errors.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { convertCode } from '../convert.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, value, type Value } from '../value.ts';
import { generic } from '../convert.ts';

/** `left operator right` for the operators that evaluate both sides; also the middle of compound assignments. */
export function combine(scope: MethodScope, node: Node, operator: BinaryOperator, left: Value, right: Value): Value {
  switch (operator) {
    case '+':
      return add(node, left, right);
    case '-':
      return subtract(node, left, right);
    case '*':
    case '/':
      if (isNumeric(left.type) && isNumeric(right.type)) return arithmetic(operator, left, right);
      return fail(node, `Arithmetic expressions must use numeric arguments`);
    case '<<':
    case '>>':
    case '>>>':
      return shift(node, operator, left, right);
    case '&':
    case '|':
    case '^':
      return bits(node, operator, left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compare(node, operator, left, right);
    case '==':
    case '!=':
      return equality(scope, node, operator, left, right);
    case '===':
    case '!==':
      return identity(operator, left, right);
    default:
      return fail(node, `Unexpected operator: ${operator}`);
  }
}

function add(node: Node, left: Value, right: Value): Value {
  if (left.type === types.String || right.type === types.String) {
    return value(types.String, `$R.joined(${text(left)}, ${text(right)})`, true);
  }
  if (isNumeric(left.type) && isNumeric(right.type)) return arithmetic('+', left, right);
  return moved(left, right, '') ?? fail(node, 'Arithmetic expressions must use numeric arguments');
}

function subtract(node: Node, left: Value, right: Value): Value {
  if (isNumeric(left.type) && isNumeric(right.type)) return arithmetic('-', left, right);
  return moved(left, right, '-') ?? fail(node, 'Arithmetic expressions must use numeric arguments');
}

/** Dates move by days: "adds the integer to the Date"; Datetimes by days and fractions of them. */
function moved(left: Value, right: Value, sign: '' | '-'): Value | undefined {
  if (left.type === types.Date && (right.type === types.Integer || right.type === types.Long)) {
    return value(types.Date, `${required(left)}.addDays(${sign}Number(${required(right)}))`, true);
  }
  if (left.type === types.Datetime && isNumeric(right.type)) {
    const days = convertCode({ ...right, code: required(right) }, types.Double);
    return value(types.Datetime, `$R.addDays(${required(left)}, ${sign}${days})`, true);
  }
  return undefined;
}

/** An operand of a string concatenation. */
export function text(operand: Value): string {
  switch (operand.type) {
    case types.String:
    case types.Id:
      return operand.nonNull ? operand.code : `(${operand.code} ?? 'null')`;
    case types.Integer:
    case types.Long:
    case types.Boolean:
      return `\`\${${operand.code}}\``;
    default:
      return `$R.stringOf(${generic(operand)})`;
  }
}

const decimalMethods = { '+': 'add', '-': 'subtract', '*': 'multiply' } as const;

function arithmetic(operator: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  const type = widerNumber(left.type, right.type);
  const first = convertCode({ ...left, code: required(left) }, type);
  const second = convertCode({ ...right, code: required(right) }, type);
  return value(type, arithmeticCode(type, operator, first, second), true);
}

function arithmeticCode(type: ApexType, operator: '+' | '-' | '*' | '/', left: string, right: string): string {
  if (type === types.Integer) {
    if (operator === '*') return `Math.imul(${left}, ${right})`;
    return operator === '/' ? `$R.divideIntegers(${left}, ${right})` : `(${left} ${operator} ${right} | 0)`;
  }
  if (type === types.Long) {
    if (operator === '/') return `$R.divideLongs(${left}, ${right})`;
    return `BigInt.asIntN(64, ${left} ${operator} ${right})`;
  }
  if (type === types.Double) {
    return operator === '/' ? `$R.divideDoubles(${left}, ${right})` : `(${left} ${operator} ${right})`;
  }
  return operator === '/' ? `$R.divideDecimals(${left}, ${right})` : `${left}.${decimalMethods[operator]}(${right})`;
}

function isWhole(type: ApexType): boolean {
  return type === types.Integer || type === types.Long;
}

function shift(node: Node, operator: '<<' | '>>' | '>>>', left: Value, right: Value): Value {
  if (!isWhole(left.type) || !isWhole(right.type)) fail(node, 'Shift operations require Integer or Long');
  const count = right.type === types.Long ? `Number(${required(right)})` : required(right);
  if (left.type === types.Integer) return value(types.Integer, `(${required(left)} ${operator} ${count} | 0)`, true);
  return value(types.Long, `$R.shiftLong(${required(left)}, '${operator}', ${count})`, true);
}

function bits(node: Node, operator: '&' | '|' | '^', left: Value, right: Value): Value {
  if (left.type === types.Boolean && right.type === types.Boolean) {
    const comparison = `(${required(left)} ${operator} ${required(right)}) === 1`;
    return value(types.Boolean, `(${comparison})`, true);
  }
  if (!isWhole(left.type) || !isWhole(right.type)) fail(node, 'Bitwise operations require Integer, Long or Boolean');
  const type = widerNumber(left.type, right.type);
  const first = convertCode({ ...left, code: required(left) }, type);
  const second = convertCode({ ...right, code: required(right) }, type);
  return value(type, `(${first} ${operator} ${second})`, true);
}

/** Comparisons with null are false, except for texts, where a null value is less than any other. */
function compare(node: Node, operator: '<' | '>' | '<=' | '>=', left: Value, right: Value): Value {
  if (isNumeric(left.type) && isNumeric(right.type)) {
    const type = widerNumber(left.type, right.type);
    if (type === types.Decimal) {
      const [first, second] = [convertCode(left, type), convertCode(right, type)];
      return value(types.Boolean, `$R.compareDecimals(${first}, ${second}, '${operator}')`, true);
    }
    // JavaScript compares numbers with BigInts by value.
    if (left.nonNull && right.nonNull) return value(types.Boolean, `(${left.code} ${operator} ${right.code})`, true);
    return value(types.Boolean, `$R.compareNumbers(${left.code}, ${right.code}, '${operator}')`, true);
  }
  if (isText(left.type) && isText(right.type)) {
    return value(types.Boolean, `$R.compareTexts(${left.code}, ${right.code}, '${operator}')`, true);
  }
  const type = left.type === types.Datetime ? left.type : right.type;
  if (isMoment(left.type) && isMoment(right.type) && sameMoment(left.type, right.type)) {
    const [first, second] = [convertCode(left, type), convertCode(right, type)];
    return value(types.Boolean, `$R.compareValues(${first}, ${second}, '${operator}')`, true);
  }
  return fail(node, `Comparison arguments must be compatible types: ${left.type.toString()}, ${right.type.toString()}`);
}

function isText(type: ApexType): boolean {
  return type === types.String || type === types.Id || type === types.null;
}

function isMoment(type: ApexType): boolean {
  return (
    type === types.Date || type === types.Datetime || type === types.Time || type === types.null || isNumeric(type)
  );
}

function sameMoment(left: ApexType, right: ApexType): boolean {
  return left === right || (left !== types.Time && right !== types.Time) || left === types.null || right === types.null;
}

function equality(scope: MethodScope, node: Node, operator: '==' | '!=', left: Value, right: Value): Value {
  return value(types.Boolean, `${operator === '!=' ? '!' : ''}${equalCode(scope, node, left, right)}`, true);
}

/** Code of `left == right`, parenthesised. */
export function equalCode(scope: MethodScope, node: Node, left: Value, right: Value): string {
  if (left.type === types.null || right.type === types.null) return `(${left.code} === ${right.code})`;
  if (isNumeric(left.type) && isNumeric(right.type)) return equalNumbers(left, right);
  if (left.type === types.Boolean && right.type === types.Boolean) return `(${left.code} === ${right.code})`;
  if (isText(left.type) && isText(right.type)) {
    if (left.type === types.Id || right.type === types.Id) return `$R.equalIds(${left.code}, ${right.code})`;
    return `$R.equalTexts(${left.code}, ${right.code})`;
  }
  const comparable =
    isAssignable(scope.universe, left.type, right.type) || isAssignable(scope.universe, right.type, left.type);
  if (!comparable)
    fail(node, `Comparison arguments must be compatible types: ${left.type.toString()}, ${right.type.toString()}`);
  if (isDateAndDatetime(left.type, right.type)) {
    return `$R.looselyEqual(${convertCode(left, types.Datetime)}, ${convertCode(right, types.Datetime)})`;
  }
  const isEnum =
    scope.universe.classOf(left.type)?.kind === 'enum' || scope.universe.classOf(right.type)?.kind === 'enum';
  if (isEnum) return `(${left.code} === ${right.code})`;
  return `$R.looselyEqual(${generic(left)}, ${generic(right)})`;
}

function isDateAndDatetime(left: ApexType, right: ApexType): boolean {
  return (left === types.Date && right === types.Datetime) || (left === types.Datetime && right === types.Date);
}

function equalNumbers(left: Value, right: Value): string {
  const type = widerNumber(left.type, right.type);
  const [first, second] = [convertCode(left, type), convertCode(right, type)];
  return type === types.Decimal ? `$R.equalDecimals(${first}, ${second})` : `(${first} === ${second})`;
}

/** `===`: the same object; for primitives the same value. */
function identity(operator: '===' | '!==', left: Value, right: Value): Value {
  const code = `$R.identical(${generic(left)}, ${generic(right)})`;
  return value(types.Boolean, operator === '===' ? code : `!${code}`, true);
}
