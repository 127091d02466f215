/** Evaluates expressions over the page's variables, its controllers and the globals. */
import { ApexDouble, runtimeClassOf } from '../apex/runtime/index.ts';
import { types, type ApexType } from '../apex/types/apex-type.ts';
import { formulaEnvironment } from '../database/formula-environment.ts';
import { RecordGraph } from '../database/record-graph.ts';
import { OrgError } from '../schema/errors.ts';
import { escapeHtml } from '../schema/escape-html.ts';
import {
  compileExpression,
  FormulaError,
  type FormulaContext,
  type FormulaNode,
  type FormulaScope,
  parseFormula,
  type Reference,
} from '../schema/formula/index.ts';
import type { FieldType } from '../schema/model.ts';
import { DateValue, DatetimeValue, Decimal, type FieldValue, TimeValue } from '../schema/values/index.ts';
import { decodeEntities, parseText } from './expressions.ts';
import { globalValue, type GlobalSource } from './globals.ts';
import { elementOf, memberOf, type Found } from './members.ts';
import { plainText } from './plain-text.ts';

/** Names in the order in which they are looked up. */
export interface Names {
  /** Undefined when there is no such name here. */
  find(name: string): Found | undefined;
}

const FIELD_TYPES = new Map<ApexType, FieldType>([
  [types.Boolean, 'boolean'],
  [types.Integer, 'double'],
  [types.Long, 'double'],
  [types.Double, 'double'],
  [types.Decimal, 'double'],
  [types.String, 'string'],
  [types.Id, 'string'],
  [types.Date, 'date'],
  [types.Datetime, 'datetime'],
  [types.Time, 'time'],
]);

export class Evaluator {
  readonly source: GlobalSource;
  readonly #names: Names;

  constructor(source: GlobalSource, names: Names) {
    this.source = source;
    this.#names = names;
  }

  /** With more names in front of those there are. */
  within(inner: Names): Evaluator {
    return new Evaluator(this.source, { find: (name) => inner.find(name) ?? this.#names.find(name) });
  }

  /** The value of an attribute: of its expression when it is nothing else, otherwise a text. */
  value(attribute: string): unknown {
    const parts = parseText(attribute);
    const [only] = parts;
    if (parts.length === 1 && 'expression' in only) return this.#evaluate(only.expression, only.source);
    return parts
      .map((part) =>
        'text' in part ? decodeEntities(part.text) : plainText(this.#evaluate(part.expression, part.source)),
      )
      .join('');
  }

  /** The field, where an attribute names nothing but a field of a record. */
  found(attribute: string): Found {
    const parts = parseText(attribute);
    const [only] = parts;
    if (parts.length === 1 && 'expression' in only && only.expression.kind === 'reference') {
      return this.#path(only.expression.path);
    }
    return { value: this.value(attribute) };
  }

  /** Text between tags: expressions are escaped, the rest is markup already. */
  markup(text: string): string {
    return parseText(text)
      .map((part) => ('text' in part ? part.text : escapeHtml(plainText(this.#evaluate(part.expression, part.source)))))
      .join('');
  }

  #evaluate(node: FormulaNode, source: string): unknown {
    if (node.kind === 'reference') return this.#path(node.path).value;
    const values = new Map<string, FieldValue>();
    try {
      return compileExpression(node, this.#scope(values)).evaluate(this.#context(values));
    } catch (error) {
      if (error instanceof FormulaError) throw new OrgError('VISUALFORCE_ERROR', `{!${source}}: ${error.message}`);
      throw error;
    }
  }

  /** Types are those of the values at hand, so names are read when the expression is compiled. */
  #scope(values: Map<string, FieldValue>): FormulaScope {
    return {
      picklistsAreText: true,
      storedForm: true,
      resolve: (path): Reference => {
        const found = this.#path(path);
        const value = simple(found.value);
        values.set(path, value);
        return { path, global: false, own: false, ...typeOf(value, found) };
      },
    };
  }

  #context(values: ReadonlyMap<string, FieldValue>): FormulaContext {
    const { tx } = this.source;
    const { now, today, timeZone } = formulaEnvironment(tx, new RecordGraph(tx));
    return {
      value: (path) => values.get(path) ?? null,
      global: () => null,
      isNew: false,
      isChanged: () => false,
      now,
      today,
      timeZone,
    };
  }

  #path(path: string): Found {
    if (path.startsWith('$')) return this.#global(path);
    const [, first, rest] = /^(\w+)(.*)$/s.exec(path)!;
    let found = this.#names.find(first);
    if (found === undefined) throw new OrgError('VISUALFORCE_ERROR', `Unknown property '${first}'`);
    for (const [, name, index] of rest.matchAll(STEP)) {
      found = name === undefined ? { value: this.#element(found.value, index) } : member(found.value, name, path);
    }
    return found;
  }

  #element(value: unknown, index: string): unknown {
    return elementOf(value, simpleIndex(this.#evaluate(parseFormula(index), index)));
  }

  #global(path: string): Found {
    const indexed = /^(\$CurrentPage\.parameters)\[(['"])(.*)\2\]$/i.exec(path);
    return globalValue(this.source, indexed === null ? path : `${indexed[1]}.${indexed[3]}`);
  }
}

const STEP = /\.(\w+)|\[((?:[^[\]"']|"[^"]*"|'[^']*'|\[[^\]]*\])*)\]/g;

function member(value: unknown, name: string, path: string): Found {
  const found = memberOf(value, name);
  if (found !== undefined) return found;
  const owner = runtimeClassOf(value)?.name ?? 'Object';
  throw new OrgError('VISUALFORCE_ERROR', `Unknown property '${owner}.${name}' in {!${path}}`);
}

function simpleIndex(value: unknown): unknown {
  return value instanceof Decimal ? value.toNumber() : value;
}

/** As formulas take it; what is no simple value is there, and a text. */
function simple(value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Decimal.of(value);
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  if (typeof value === 'boolean' || typeof value === 'number' || value instanceof Decimal) return value;
  if (value instanceof DateValue || value instanceof DatetimeValue || value instanceof TimeValue) return value;
  return plainText(value);
}

function typeOf(value: FieldValue, found: Found): Pick<Reference, 'fieldType' | 'type'> {
  if (value === null) {
    const declared = found.field?.type ?? (found.type === undefined ? undefined : FIELD_TYPES.get(found.type));
    return declared === undefined ? { fieldType: 'anyType', type: 'Null' } : { fieldType: declared };
  }
  if (typeof value === 'boolean') return { fieldType: 'boolean' };
  if (typeof value === 'number' || value instanceof Decimal) return { fieldType: 'double' };
  if (value instanceof DateValue) return { fieldType: 'date' };
  if (value instanceof DatetimeValue) return { fieldType: 'datetime' };
  return { fieldType: value instanceof TimeValue ? 'time' : 'string' };
}
