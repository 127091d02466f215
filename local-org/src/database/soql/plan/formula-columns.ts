/**
 * Formula fields in SQL. Each is a function of SQLite whose arguments are the stored fields it depends on, through parents
 * and through other formulas; so it can be selected, filtered, sorted and grouped by like any column.
 */
import type { SQLOutputValue } from 'node:sqlite';
import {
  type CompiledFormula,
  fieldFormula,
  type FormulaContext,
  FormulaEvaluationError,
} from '../../../schema/formula/index.ts';
import { CURRENCY_FIELD, hasCurrency } from '../../../schema/currencies.ts';
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import { DatetimeValue, Decimal, type FieldValue } from '../../../schema/values/index.ts';
import { currencyRates } from '../../currency-rates.ts';
import type { Store } from '../../store.ts';
import { type Decoder, encode, encodingOf } from '../../store/encoding.ts';
import { quoted } from '../../store/names.ts';
import { currentTransaction, type Transaction } from '../../transaction.ts';
import { FormulaMemo } from './formula-memo.ts';
import type { Scope, Source } from './scope.ts';
import { fieldValue, type SqlValue } from './sql-value.ts';

/** A formula with the formulas it refers to. Paths are relative to the record that has the field. */
interface Program {
  readonly formula: CompiledFormula;
  /** Stored fields needed, also by nested formulas. */
  readonly inputs: readonly string[];
  readonly nested: ReadonlyMap<string, { readonly program: Program; readonly prefix: string }>;
  /** Amounts of parents by their paths, with the path of their currency: see `formulaEnvironment`. */
  readonly amounts: ReadonlyMap<string, string>;
}

/** Reads a stored field by its path from the record that the outermost formula belongs to. */
type Read = (path: string) => FieldValue;

export class FormulaColumns {
  private readonly store: Store;
  private readonly programs = new Map<FieldSchema, Program>();
  private readonly registered = new Map<string, FieldSchema>();

  constructor(store: Store) {
    this.store = store;
  }

  /** The field of `source`'s row. Blank where the platform shows `#Error!`. */
  value(scope: Scope, source: Source, field: FieldSchema): SqlValue {
    const program = this.program(source.object, field);
    const inputs = program.inputs.map((path) => scope.valueFrom(source, path.split('.'), { anyTarget: true }));
    const name = `${field.object}.${field.name}`;
    if (this.registered.get(name) !== field) {
      this.register(
        name,
        field,
        program,
        inputs.map(({ decode }) => decode),
      );
    }
    const sql = `${quoted(name)}(${inputs.map((input) => input.sql).join()})`;
    return fieldValue(sql, field, encodingOf(field.type, field.scale));
  }

  private program(object: ObjectSchema, field: FieldSchema): Program {
    let program = this.programs.get(field);
    if (program === undefined) {
      program = this.compile(object, field);
      this.programs.set(field, program);
    }
    return program;
  }

  private compile(object: ObjectSchema, field: FieldSchema): Program {
    const formula = fieldFormula(field, this.store.schema);
    const inputs = new Set<string>();
    const nested = new Map<string, { program: Program; prefix: string }>();
    const amounts = new Map<string, string>();
    for (const path of formula.references) {
      if (path.startsWith('$')) continue;
      const target = this.target(object, path.split('.'));
      const prefix = path.slice(0, path.lastIndexOf('.') + 1);
      if (prefix !== '' && target?.field.type === 'currency' && hasCurrency(target.object) && hasCurrency(object)) {
        amounts.set(path, `${prefix}${CURRENCY_FIELD}`);
        inputs.add(CURRENCY_FIELD).add(`${prefix}${CURRENCY_FIELD}`);
      }
      if (target?.field.formula === undefined) {
        inputs.add(path);
        continue;
      }
      const program = this.program(target.object, target.field);
      nested.set(path, { program, prefix });
      for (const input of program.inputs) inputs.add(prefix + input);
    }
    return { formula, inputs: [...inputs], nested, amounts };
  }

  /** Where a path ends; the first target of a polymorphic reference that has the rest of it. */
  private target(
    object: ObjectSchema,
    names: readonly string[],
  ): { object: ObjectSchema; field: FieldSchema } | undefined {
    const [name, ...rest] = names as [string, ...string[]];
    if (rest.length === 0) {
      const field = object.field(name);
      return field && { object, field };
    }
    for (const parent of object.relationship(name)?.referenceTo ?? []) {
      const parentObject = this.store.schema.object(parent);
      const found = parentObject && this.target(parentObject, rest);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private register(name: string, field: FieldSchema, program: Program, decoders: readonly Decoder[]): void {
    this.registered.set(name, field);
    const positions = new Map(program.inputs.map((path, position) => [path, position]));
    const encoding = encodingOf(field.type, field.scale);
    const memo = new FormulaMemo();
    this.store.registerFunction(name, (...raw: SQLOutputValue[]) => {
      const read: Read = (path) => {
        const position = positions.get(path)!;
        return decoders[position](raw[position]);
      };
      const tx = currentTransaction();
      const now = tx.org.clock.now();
      return memo.get(raw, now, tx.user.timeZone, (refuse) =>
        encode(encoding, evaluate(program, '', { read, tx, now: new DatetimeValue(now), refuse }), field),
      );
    });
  }
}

interface Evaluation {
  readonly read: Read;
  readonly tx: Transaction;
  readonly now: DatetimeValue;
  /** Called when the result depends on more than the stored fields and the day. */
  readonly refuse: () => void;
}

function evaluate(program: Program, prefix: string, evaluation: Evaluation): FieldValue {
  try {
    return program.formula.evaluate(formulaContext(program, prefix, evaluation));
  } catch (error) {
    if (error instanceof FormulaEvaluationError) return null;
    throw error;
  }
}

function formulaContext(program: Program, prefix: string, evaluation: Evaluation): FormulaContext {
  const { read, tx, now, refuse } = evaluation;
  return {
    value(path) {
      const nested = program.nested.get(path);
      const value =
        nested === undefined ? read(prefix + path) : evaluate(nested.program, prefix + nested.prefix, evaluation);
      const currency = program.amounts.get(path);
      if (currency === undefined || !(value instanceof Decimal)) return value;
      refuse();
      const code = (name: string) => read(prefix + name) as string | null;
      return currencyRates(tx.store).convert(value, code(currency), code(CURRENCY_FIELD));
    },
    global(path) {
      refuse();
      return tx.org.formulaGlobal(tx, path);
    },
    isNew: false,
    isChanged: () => false,
    get now() {
      refuse();
      return now;
    },
    get today() {
      return now.date(tx.user.timeZone);
    },
    timeZone: tx.user.timeZone,
  };
}
