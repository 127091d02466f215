/** What a report shows, groups and adds up: columns of its type, buckets of them, and formulas over a row. */
import {
  type CompiledFormula,
  compileInScope,
  FormulaError,
  FormulaEvaluationError,
  type FormulaScope,
} from '../schema/formula/index.ts';
import type { FieldSchema, FieldType } from '../schema/model.ts';
import { Decimal, type FieldValue } from '../schema/values/index.ts';
import type { SObject } from '../schema/sobject.ts';
import { type BucketDefinition, type ReportDefinition, ReportError, type RowFormulaDefinition } from './definition.ts';
import type { RowFormulaContext } from './formula-context.ts';
import type { LegQuery, Read } from './leg-query.ts';
import type { ReportColumn, ReportType } from './report-type.ts';

export interface ReportField {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly scale: number;
  /** The column of the report type behind it; undefined for a formula. */
  readonly column: ReportColumn | undefined;
  /** Whether the database can group by it. */
  readonly groupable: boolean;
  /** Whether the database can add it up. */
  readonly summable: boolean;
  /** Reads the value, and the id of the record whose name it is. */
  read(query: LegQuery): { readonly value: Read; readonly id: Read | undefined };
}

/** Characters of a text field that is not a long text area. */
const MAX_SHORT_TEXT = 255;

/** `Order__c$Total__c`, `Order__c.Items__r$Price__c`, `BucketField_1`. */
const COLUMN_IN_FORMULA = /\b[A-Za-z_][\w.]*(?:\$[\w.]+|\.[A-Za-z_]\w*)\b/g;

const FORMULA_TYPES: Readonly<Record<string, FieldType>> = {
  currency: 'currency',
  double: 'double',
  number: 'double',
  int: 'double',
  percent: 'percent',
  text: 'string',
  date: 'date',
  dateonly: 'date',
  datetime: 'datetime',
  boolean: 'boolean',
};

export class ReportFields {
  readonly #definition: ReportDefinition;
  readonly #type: ReportType;
  readonly #context: RowFormulaContext;
  readonly #known = new Map<string, ReportField>();

  constructor(definition: ReportDefinition, type: ReportType, context: RowFormulaContext) {
    this.#definition = definition;
    this.#type = type;
    this.#context = context;
  }

  /** Throws `ReportError` for a name that is neither a column nor a bucket or row formula of the report. */
  get(name: string): ReportField {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const bucket = this.#definition.buckets.find((one) => one.name === name);
    const formula = this.#definition.rowFormulas.find((one) => one.name === name);
    const field =
      bucket !== undefined
        ? bucketField(bucket, this.get(bucket.column))
        : formula !== undefined
          ? this.#formulaField(formula)
          : columnField(this.#type.column(name));
    this.#known.set(name, field);
    return field;
  }

  #formulaField(formula: RowFormulaDefinition): ReportField {
    const inputs = new Map<string, ReportField>();
    // A column's name is no name of the formula language: each becomes one.
    const text = formula.formula.replace(COLUMN_IN_FORMULA, (name) => {
      const field = this.get(name);
      inputs.set(`C${inputs.size}`, field);
      return `C${inputs.size - 1}`;
    });
    const scope: FormulaScope = {
      picklistsAreText: false,
      storedForm: false,
      resolve: (path) => {
        const field = inputs.get(path.toUpperCase());
        return field && { path: path.toUpperCase(), global: false, own: false, fieldType: field.type };
      },
    };
    const resultType = FORMULA_TYPES[formula.type.toLowerCase()];
    if (resultType === undefined)
      throw new ReportError(`The row formula ${formula.label} has the unknown type ${formula.type}.`);
    const compiled = compiledFormula(formula, text, scope, resultType);
    const evaluated = (row: SObject, reads: ReadonlyMap<string, Read>): FieldValue => {
      try {
        return compiled.evaluate(this.#context.of((path) => reads.get(path)?.(row) ?? null));
      } catch (error) {
        if (error instanceof FormulaEvaluationError) return null;
        throw error;
      }
    };
    return {
      name: formula.name,
      label: formula.label,
      type: resultType,
      scale: formula.scale,
      column: undefined,
      groupable: false,
      summable: false,
      read: (query) => {
        const reads = new Map([...inputs].map(([name, field]) => [name, field.read(query).value]));
        return { value: (row) => evaluated(row, reads), id: undefined };
      },
    };
  }
}

/** Throws `ReportError` for a formula that is wrong. */
function compiledFormula(
  { label, scale }: RowFormulaDefinition,
  text: string,
  scope: FormulaScope,
  resultType: FieldType,
): CompiledFormula {
  try {
    return compileInScope(text, scope, { resultType, scale });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new ReportError(`The row formula ${label} cannot be used: ${error.message}`);
  }
}

function columnField(column: ReportColumn): ReportField {
  const { field } = column;
  return {
    name: column.name,
    label: column.label,
    type: field.type,
    scale: field.scale,
    column,
    groupable: !isLongText(field),
    summable: NUMBERS.has(field.type) || field.type === 'date' || field.type === 'datetime',
    read: (query) => ({
      value: query.value(
        column,
        column.path,
        query.converts && field.type === 'currency' ? (path) => `convertCurrency(${path})` : undefined,
      ),
      id: column.idPath === undefined ? undefined : query.value(column, column.idPath),
    }),
  };
}

/** Only the beginning of long texts can be compared. */
function isLongText({ type, length }: FieldSchema): boolean {
  return type === 'base64' || (type === 'textarea' && length > MAX_SHORT_TEXT);
}

/** Numbers. */
const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);

function bucketField(bucket: BucketDefinition, source: ReportField): ReportField {
  const bucketOf = bucket.type === 'number' ? numberBucket(bucket) : textBucket(bucket);
  return {
    name: bucket.name,
    label: bucket.label,
    type: 'string',
    scale: 0,
    column: source.column,
    groupable: source.groupable,
    summable: false,
    read: (query) => {
      const { value } = source.read(query);
      return { value: (row) => bucketOf(value(row)), id: undefined };
    },
  };
}

function textBucket(bucket: BucketDefinition): (value: FieldValue) => string | null {
  const labels = new Map(
    bucket.values.flatMap(({ label, sourceValues }) => sourceValues.map((one) => [one.toLowerCase(), label])),
  );
  return (value) => {
    const text = typeof value === 'string' ? value : '';
    return labels.get(text.toLowerCase()) ?? bucket.otherLabel ?? (text === '' ? null : text);
  };
}

/** Ranges are more than their lower and at most their upper bound ("Bucket Fields" in Salesforce Help). */
function numberBucket(bucket: BucketDefinition): (value: FieldValue) => string | null {
  const ranges = bucket.values.map(({ label, from, to }) => ({
    label,
    from: from === null ? undefined : Decimal.parse(from),
    to: to === null ? undefined : Decimal.parse(to),
  }));
  return (value) => {
    const number = decimalOf(value) ?? (bucket.blankIsZero ? Decimal.ZERO : undefined);
    if (number === undefined) return bucket.otherLabel;
    const range = ranges.find(
      ({ from, to }) =>
        (from === undefined || number.compare(from) > 0) && (to === undefined || number.compare(to) <= 0),
    );
    return range?.label ?? bucket.otherLabel;
  };
}

/** A number of any field type; true counts as 1. */
export function decimalOf(value: FieldValue): Decimal | undefined {
  if (value instanceof Decimal) return value;
  if (typeof value === 'number') return Decimal.of(value);
  if (typeof value === 'boolean') return value ? Decimal.ONE : Decimal.ZERO;
  return undefined;
}
