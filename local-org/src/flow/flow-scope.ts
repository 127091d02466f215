import { resolveGlobal, type FormulaContext, type FormulaScope, type Reference } from '../schema/formula/index.ts';
import { NotSupported } from '../schema/errors.ts';
import type { FieldType, Schema } from '../schema/model.ts';
import { sameValue, type DateValue, type DatetimeValue, type FieldValue } from '../schema/values/index.ts';
import { FlowFault } from './fault.ts';
import type { FlowType } from './flow-type.ts';
import { isScalar } from './flow-value.ts';
import type { Interview } from './interview.ts';
import type { Reader } from './resource.ts';

/** What formulas need of the flow they are in. */
export interface ScopeSource {
  readonly name: string;
  readonly schema: Schema;
  /** As `typeAlong`, from the root of a path. */
  typeOf(path: string): FlowType | null | undefined;
  reader(path: string): Reader;
}

const CONSTANTS: Readonly<Record<string, { readonly fieldType: FieldType; readonly constant: FieldValue }>> = {
  '$globalconstant.emptystring': { fieldType: 'string', constant: '' },
  '$globalconstant.true': { fieldType: 'boolean', constant: true },
  '$globalconstant.false': { fieldType: 'boolean', constant: false },
};

/** Names as seen from a flow: its resources, `$Record`, `$Flow` and the globals of all formulas. */
export function flowScope(source: ScopeSource): FormulaScope {
  return {
    picklistsAreText: true,
    storedForm: true,
    resolve: (path) => resolve(path, source),
  };
}

function resolve(path: string, source: ScopeSource): Reference | undefined {
  const constant = CONSTANTS[path.toLowerCase()];
  if (constant !== undefined) return { path, global: true, own: false, ...constant };
  if (isGlobal(path)) return resolveGlobal(path, source.schema);
  const type = source.typeOf(path);
  if (type === undefined) throw new NotSupported(`formula over the Apex-defined value ${path}`, `flow ${source.name}`);
  if (type?.kind !== 'scalar') return undefined;
  return { path, global: false, own: /^\$Record\.[^.]+$/i.test(path), fieldType: type.fieldType };
}

/** Whether a path is a global of all formulas, rather than of flows only. */
export function isGlobal(path: string): boolean {
  return path.startsWith('$') && !/^\$(?:Record|Record__Prior|Flow|GlobalConstant)\b/i.test(path);
}

/** Gives the formulas of a flow the values of an interview. */
export class InterviewContext implements FormulaContext {
  readonly #interview: Interview;
  readonly #source: ScopeSource;

  constructor(interview: Interview, source: ScopeSource) {
    this.#interview = interview;
    this.#source = source;
  }

  get isNew(): boolean {
    return this.#interview.trigger?.before === null;
  }

  get now(): DatetimeValue {
    return this.#interview.run.environment.now;
  }

  get today(): DateValue {
    return this.#interview.run.environment.today;
  }

  get timeZone(): string {
    return this.#interview.run.timeZone;
  }

  get prior(): FormulaContext['prior'] {
    return this.#interview.trigger?.before ? (path) => this.value(priorPath(path)) : undefined;
  }

  value(path: string): FieldValue {
    const value = this.#source.reader(path)(this.#interview);
    if (!isScalar(value)) throw new FlowFault(`The flow failed to use the record or collection ${path} in a formula.`);
    return value;
  }

  global(path: string): FieldValue {
    return this.#interview.run.environment.global(path);
  }

  isChanged(path: string): boolean {
    return !sameValue(this.value(path), this.value(priorPath(path)));
  }

  vlookup(object: string, field: string, lookupField: string, value: FieldValue): FieldValue {
    return this.#interview.run.environment.vlookup?.(object, field, lookupField, value) ?? null;
  }
}

/** `$Record.Name` → `$Record__Prior.Name`. */
function priorPath(path: string): string {
  return path.replace(/^\$Record\b/i, '$Record__Prior');
}
