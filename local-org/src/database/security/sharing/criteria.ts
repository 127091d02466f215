/** Filter items of metadata (`<criteriaItems>`) as conditions of a query. */
import { NotSupported } from '../../../schema/errors.ts';
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import { DatetimeValue, DateValue, Decimal } from '../../../schema/values/index.ts';
import type { ComparisonOperator, Condition, Value } from '../../soql/ast.ts';

export interface FilterItem {
  readonly field: string;
  readonly operation: string;
  readonly value?: string;
  readonly valueField?: string;
}

const NOWHERE = { row: 1, column: 1 };

const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

/**
 * All items, or combined as the filter logic says (`1 AND (2 OR 3)`). A value with commas means any of its parts, as in the
 * platform's filters.
 */
export function filterCondition(
  object: ObjectSchema,
  items: readonly FilterItem[],
  booleanFilter: string | undefined,
): Condition {
  const conditions = items.map((item) => itemCondition(object, item));
  if (booleanFilter !== undefined && booleanFilter.trim() !== '') {
    return new FilterLogic(booleanFilter, conditions).parse();
  }
  return conditions.length === 1 ? conditions[0] : { kind: 'and', operands: conditions };
}

function itemCondition(object: ObjectSchema, item: FilterItem): Condition {
  if (item.valueField !== undefined) throw new NotSupported(`filter that compares fields: ${item.field}`);
  const name = item.field.startsWith(`${object.name}.`) ? item.field.slice(object.name.length + 1) : item.field;
  const field = object.field(name);
  if (field === undefined) throw new NotSupported(`filter on ${object.name}.${name}, which the object does not have`);
  const texts = (item.value ?? '').split(',').map((text) => text.trim());
  const operands = texts.map((text) => operandCondition(field, item.operation, text));
  const negative = item.operation === 'notEqual' || item.operation === 'notContain' || item.operation === 'excludes';
  return operands.length === 1 ? operands[0] : { kind: negative ? 'and' : 'or', operands };
}

function operandCondition(field: FieldSchema, operation: string, text: string): Condition {
  const compare = (operator: ComparisonOperator, value: Value): Condition => ({
    kind: 'comparison',
    left: { kind: 'field', names: [field.name], position: NOWHERE },
    operator,
    value,
    position: NOWHERE,
  });
  const like = (pattern: string) => compare('LIKE', { kind: 'string', value: pattern, pattern });
  const literal = text.replace(/[\\%_]/g, '\\$&');
  switch (operation) {
    case 'contains':
      return like(`%${literal}%`);
    case 'notContain':
      return { kind: 'not', operand: like(`%${literal}%`) };
    case 'startsWith':
      return like(`${literal}%`);
    case 'includes':
      return compare('INCLUDES', textValue(text));
    case 'excludes':
      return compare('EXCLUDES', textValue(text));
    default: {
      const operator = COMPARISONS[operation];
      if (operator === undefined) throw new NotSupported(`filter operation ${operation}`);
      return compare(operator, text === '' ? { kind: 'null' } : typedValue(field, text));
    }
  }
}

function textValue(text: string): Value {
  return { kind: 'string', value: text, pattern: text };
}

function typedValue(field: FieldSchema, text: string): Value {
  switch (field.type) {
    case 'boolean':
      return { kind: 'boolean', value: text.toLowerCase() === 'true' || text === '1' };
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return { kind: 'number', value: Decimal.parse(text.replace(/[^\d.eE+-]/g, '')) };
    case 'date':
      return { kind: 'date', value: DateValue.parse(text) };
    case 'datetime':
      return { kind: 'datetime', value: DatetimeValue.parse(text) };
    default:
      return textValue(text);
  }
}

/** `1 AND (2 OR NOT 3)`: numbers stand for the items, from 1 on. */
class FilterLogic {
  private readonly tokens: readonly string[];
  private readonly conditions: readonly Condition[];
  private at = 0;

  constructor(text: string, conditions: readonly Condition[]) {
    this.tokens = text.toUpperCase().match(/\d+|[()]|AND|OR|NOT/g) ?? [];
    this.conditions = conditions;
  }

  parse(): Condition {
    return this.chain('or', () => this.chain('and', () => this.operand()));
  }

  private chain(kind: 'and' | 'or', next: () => Condition): Condition {
    const operands = [next()];
    while (this.tokens[this.at] === kind.toUpperCase()) {
      this.at++;
      operands.push(next());
    }
    return operands.length === 1 ? operands[0] : { kind, operands };
  }

  private operand(): Condition {
    const token = this.tokens[this.at++];
    if (token === 'NOT') return { kind: 'not', operand: this.operand() };
    if (token === '(') {
      const inner = this.parse();
      this.at++;
      return inner;
    }
    const condition = this.conditions[Number(token) - 1];
    if (condition === undefined) {
      throw new NotSupported(`filter logic that names an item ${token ?? 'that is missing'}`);
    }
    return condition;
  }
}
