/**
 * Summary formulas: calculated over the summaries of a group, with `PARENTGROUPVAL` and `PREVGROUPVAL` ("Summary Formulas
 * in Reports" in Salesforce Help).
 */
import { compileInScope, FormulaError, FormulaEvaluationError, type CompiledFormula } from '../schema/formula/index.ts';
import type { FieldType } from '../schema/model.ts';
import type { FieldValue } from '../schema/values/index.ts';
import {
  type ColumnName,
  ReportError,
  type SummaryDefinition,
  type SummaryFormulaDefinition,
  type SummaryOperation,
} from './definition.ts';
import type { RowFormulaContext } from './formula-context.ts';

/** Answers the summary of this name at some group: `RowCount`, `Sum:Order__c$Total__c`, or another formula. */
export type SummaryLookup = (name: string) => FieldValue;

/** What a formula may look at besides its own group. */
export interface Surroundings {
  readonly own: SummaryLookup;
  /** The group of this grouping that the own one lies in, or the grand total. */
  parent(grouping: string): SummaryLookup;
  /** The group `steps` before the own one of the same level; undefined when there is none. */
  previous(grouping: string, steps: number): SummaryLookup | undefined;
}

/** What the columns are that a formula names, with a dot between table and field (`Order__c.Total__c:SUM`). */
export interface FormulaColumns {
  /** Throws `ReportError` for one that is not there. `block` is that of a joined report which the formula names. */
  column(name: string, block: string | undefined): { readonly name: ColumnName; readonly type: FieldType };
  /** The grouping as the report names it. */
  grouping(name: string): ColumnName;
}

/** A summary that a formula reads, of a block in joined reports. */
export interface FormulaSummary extends SummaryDefinition {
  readonly block: string | undefined;
}

const OPERATIONS: Readonly<Record<string, SummaryOperation>> = {
  SUM: 'Sum',
  AVG: 'Average',
  MAX: 'Maximum',
  MIN: 'Minimum',
  UNIQUE: 'Unique',
};

type Input = (around: Surroundings) => FieldValue;

export class SummaryFormula {
  readonly definition: SummaryFormulaDefinition;
  /** Whether or not the report shows them. */
  readonly summaries: readonly FormulaSummary[];
  readonly #read: FormulaSummary[] = [];
  readonly #inputs: { readonly read: Input; readonly type: FieldType }[] = [];
  readonly #compiled: CompiledFormula;
  readonly #context: RowFormulaContext;
  readonly #columns: FormulaColumns;

  /** Throws `ReportError` when the formula cannot be compiled. */
  constructor(definition: SummaryFormulaDefinition, context: RowFormulaContext, columns: FormulaColumns) {
    this.definition = definition;
    this.#context = context;
    this.#columns = columns;
    this.summaries = this.#read;
    const text = this.#replaceSummaries(this.#replaceGroupFunctions(definition.formula));
    const count = this.#inputs.length;
    try {
      this.#compiled = compileInScope(
        text,
        {
          picklistsAreText: false,
          storedForm: false,
          resolve: (path) => {
            const position = /^S(\d+)$/i.exec(path)?.[1];
            if (position === undefined || Number(position) >= count) return undefined;
            return { path: position, global: false, own: false, fieldType: this.#inputs[Number(position)].type };
          },
        },
        // As in formula fields, percentages are computed as fractions and shown as 25 for 25 %.
        definition.type === 'percent' ? { resultType: 'percent', scale: definition.scale } : { resultType: 'double' },
      );
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      throw new ReportError(`The summary formula ${definition.label} cannot be used: ${error.message}`);
    }
  }

  /** Null where the formula divides by nothing or otherwise has no value. */
  evaluate(around: Surroundings): FieldValue {
    try {
      return this.#compiled.evaluate(this.#context.of((path) => this.#inputs[Number(path)]?.read(around) ?? null));
    } catch (error) {
      if (error instanceof FormulaEvaluationError) return null;
      throw error;
    }
  }

  #input(read: Input, type: FieldType): string {
    this.#inputs.push({ read, type });
    return `S${this.#inputs.length - 1}`;
  }

  #replaceSummaries(text: string): string {
    return text.replace(
      /\b(?:(\w+)#)?(RowCount\b|[A-Za-z_][\w.$]*:(?:SUM|AVG|MAX|MIN|UNIQUE)\b)/gi,
      (_, block: string | undefined, summary: string) => {
        const { name, type } = this.#summary(summary, block);
        return this.#input((around) => around.own(block === undefined ? name : `${block}#${name}`), type);
      },
    );
  }

  /** `PARENTGROUPVAL(summary, grouping)` and `PREVGROUPVAL(summary, grouping[, steps])`. */
  #replaceGroupFunctions(text: string): string {
    return text.replace(
      /\b(PARENTGROUPVAL|PREVGROUPVAL)\s*\(\s*([\w.$:]+)\s*,\s*([\w.$]+)\s*(?:,\s*([\w.$]+)\s*)?\)/gi,
      (_, kind: string, summary: string, named: string, third?: string) => {
        const { name, type } = this.#summary(summary, undefined);
        const grouping = this.#columns.grouping(named);
        if (kind.toUpperCase() === 'PARENTGROUPVAL') {
          return this.#input((around) => around.parent(grouping)(name), type);
        }
        const steps = third === undefined ? 1 : Number(third);
        return this.#input((around) => around.previous(grouping, steps)?.(name) ?? null, type);
      },
    );
  }

  /** The name that results know the summary by: `RowCount`, `Sum:Order__c$Total__c`. */
  #summary(text: string, block: string | undefined): { readonly name: string; readonly type: FieldType } {
    const [named = '', aggregate] = text.split(':');
    if (aggregate === undefined) return { name: 'RowCount', type: 'double' };
    const operation = OPERATIONS[aggregate.toUpperCase()];
    if (operation === undefined) {
      throw new ReportError(`The summary formula ${this.definition.label} names ${text}, which is no summary.`);
    }
    const { name, type } = this.#columns.column(named, block);
    this.#read.push({ column: name, operation, block });
    return { name: `${operation}:${name}`, type: operation !== 'Unique' && type === 'percent' ? 'percent' : 'double' };
  }
}
