/**
 * Summary formulas: calculated over the summaries of a group, with `PARENTGROUPVAL` and `PREVGROUPVAL` ("Summary Formulas
 * in Reports" in Salesforce Help).
 */
import { compileInScope, FormulaError, FormulaEvaluationError, type CompiledFormula } from '../schema/formula/index.ts';
import type { FieldValue } from '../schema/values/index.ts';
import { ReportError, type SummaryFormulaDefinition } from './definition.ts';
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

const OPERATIONS: Readonly<Record<string, string>> = {
  SUM: 'Sum',
  AVG: 'Average',
  MAX: 'Maximum',
  MIN: 'Minimum',
  UNIQUE: 'Unique',
};

type Input = (around: Surroundings) => FieldValue;

export class SummaryFormula {
  readonly definition: SummaryFormulaDefinition;
  readonly #inputs: Input[] = [];
  readonly #compiled: CompiledFormula;
  readonly #context: RowFormulaContext;

  /** Throws `ReportError` when the formula cannot be compiled. */
  constructor(definition: SummaryFormulaDefinition, context: RowFormulaContext) {
    this.definition = definition;
    this.#context = context;
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
            return { path: position, global: false, own: false, fieldType: 'double' };
          },
        },
        { resultType: 'double' },
      );
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      throw new ReportError(`The summary formula ${definition.label} cannot be used: ${error.message}`);
    }
  }

  /** Null where the formula divides by nothing or otherwise has no value. */
  evaluate(around: Surroundings): FieldValue {
    try {
      return this.#compiled.evaluate(this.#context.of((path) => this.#inputs[Number(path)]?.(around) ?? null));
    } catch (error) {
      if (error instanceof FormulaEvaluationError) return null;
      throw error;
    }
  }

  #input(read: Input): string {
    this.#inputs.push(read);
    return `S${this.#inputs.length - 1}`;
  }

  #replaceSummaries(text: string): string {
    return text.replace(
      /\b(?:(\w+)#)?(?:RowCount\b|([A-Za-z_][\w.$]*):(SUM|AVG|MAX|MIN|UNIQUE)\b)/gi,
      (_, block?: string, column?: string, operation?: string) => {
        const name = column === undefined ? 'RowCount' : `${OPERATIONS[operation!.toUpperCase()]}:${column}`;
        return this.#input((around) => around.own(block === undefined ? name : `${block}#${name}`));
      },
    );
  }

  /** `PARENTGROUPVAL(summary, grouping)` and `PREVGROUPVAL(summary, grouping[, steps])`. */
  #replaceGroupFunctions(text: string): string {
    return text.replace(
      /\b(PARENTGROUPVAL|PREVGROUPVAL)\s*\(\s*([\w.$:]+)\s*,\s*([\w.$]+)\s*(?:,\s*([\w.$]+)\s*)?\)/gi,
      (_, kind: string, summary: string, grouping: string, third?: string) => {
        const name = nameOf(summary);
        if (kind.toUpperCase() === 'PARENTGROUPVAL') return this.#input((around) => around.parent(grouping)(name));
        const steps = third === undefined ? 1 : Number(third);
        return this.#input((around) => around.previous(grouping, steps)?.(name) ?? null);
      },
    );
  }
}

function nameOf(summary: string): string {
  const [column, operation] = summary.split(':');
  return operation === undefined ? summary : `${OPERATIONS[operation.toUpperCase()] ?? operation}:${column}`;
}
