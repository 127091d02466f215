import type { ActionDescription } from '../database/services.ts';
import { NotSupported } from '../schema/errors.ts';
import { compileInScope, FormulaEvaluationError, FormulaError, type CompiledFormula } from '../schema/formula/index.ts';
import type { FieldType, ObjectSchema, Schema } from '../schema/model.ts';
import { Decimal } from '../schema/values/index.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { compileConditions } from './conditions.ts';
import type { FlowDefinition } from './definition/flow-definition.ts';
import type { ConditionSource, FlowValueSource } from './definition/parts.ts';
import { FlowDefinitionError, FlowFault } from './fault.ts';
import { flowScope, InterviewContext, isGlobal, type ScopeSource } from './flow-scope.ts';
import { fieldTypeOf, type FlowType } from './flow-type.ts';
import { fromField, toText, type FlowValue } from './flow-value.ts';
import type { FlowDataType } from './definition/resources.ts';
import type { Interview } from './interview.ts';
import { readAlong, typeAlong, writeField, type Reader, type Resource, type Writer } from './resource.ts';
import { makeResources } from './resources.ts';
import { SObject } from '../schema/sobject.ts';

/** What a flow can refer to outside itself. */
export interface FlowLookups {
  readonly schema: Schema;
  describeAction(className: string): ActionDescription | undefined;
  /** The active flow of this name. */
  flow(name: string): CompiledFlow | undefined;
}

const MERGE_FIELD = /\{!([^}]+)\}/g;

/** Turns the names, values, conditions and formulas of one flow into functions of an interview. */
export class FlowCompiler implements ScopeSource {
  readonly name: string;
  readonly definition: FlowDefinition;
  readonly lookups: FlowLookups;
  readonly #resources: ReadonlyMap<string, Resource>;
  readonly #readers = new Map<string, Reader>();
  readonly #formulas: (() => CompiledFormula)[] = [];

  constructor(name: string, definition: FlowDefinition, lookups: FlowLookups) {
    this.name = name;
    this.definition = definition;
    this.lookups = lookups;
    this.#resources = makeResources(this);
  }

  get schema(): Schema {
    return this.lookups.schema;
  }

  object(name: string | undefined): ObjectSchema {
    const object = name === undefined ? undefined : this.schema.object(name);
    if (object === undefined) throw this.error(`there is no object ${name ?? '(none)'}`);
    return object;
  }

  error(reason: string): FlowDefinitionError {
    return new FlowDefinitionError(this.name, reason);
  }

  /** Something that is not built, where the source says it stands. */
  notSupported(feature: string, source?: { readonly file: string; readonly line: number }): NotSupported {
    return new NotSupported(feature, source === undefined ? `flow ${this.name}` : `${source.file}:${source.line}`);
  }

  typeOf(path: string): FlowType | null | undefined {
    const { resource, steps } = this.#resolve(path);
    return typeAlong(resource.type, steps, (name) => this.schema.object(name));
  }

  reader(path: string): Reader {
    let reader = this.#readers.get(path);
    if (reader === undefined) this.#readers.set(path, (reader = this.#makeReader(path)));
    return reader;
  }

  writer(path: string): Writer {
    const { resource, steps } = this.#resolve(path);
    const [field, ...rest] = steps;
    const { read, write } = resource;
    if (field === undefined && write !== undefined) return write;
    if (field === undefined || rest.length > 0 || resource.fieldsAssignable !== true) {
      throw this.error(`${path} cannot be assigned`);
    }
    return (interview, value) => {
      const { type } = resource;
      if (read(interview) === null && type?.kind === 'record') write?.(interview, new SObject(type.object));
      const target = read(interview);
      if (!(target instanceof SObject)) throw this.notSupported(`assignment to an Apex-defined value: ${path}`);
      writeField(target, field, value, interview.run);
    };
  }

  /** A value as written in an element; null when it was left out. */
  value(source: FlowValueSource | undefined): Reader {
    if (source === undefined) return () => null;
    if (source.elementReference !== undefined) return this.reader(source.elementReference);
    if (source.stringValue !== undefined) return this.text(source.stringValue);
    if (source.formulaExpression !== undefined) {
      return this.formula(source.formulaExpression, fieldTypeOf(source.formulaDataType as FlowDataType) ?? 'string');
    }
    const literal = literalOf(source);
    if (literal === undefined) throw this.notSupported('this kind of flow value', source.source);
    return () => literal;
  }

  /** A text with merge fields in it. */
  text(source: string): Reader {
    if (!source.includes('{!')) return () => source;
    const readers = new Map([...source.matchAll(MERGE_FIELD)].map(([, path]) => [path, this.reader(path.trim())]));
    return (interview) =>
      source.replace(MERGE_FIELD, (_, path: string) => toText(readers.get(path)!(interview), interview.run.timeZone));
  }

  /** Formulas are compiled when they are first needed, because they may depend on Apex; or now, to see whether they can be. */
  compileFormulas(): void {
    for (const compile of this.#formulas) compile();
  }

  formula(expression: string, resultType: FieldType, scale?: number): Reader {
    let compiled: CompiledFormula | undefined;
    const compile = (): CompiledFormula => {
      try {
        return (compiled ??= compileInScope(expression, flowScope(this), { resultType, scale }));
      } catch (error) {
        throw error instanceof FormulaError ? this.error(`${error.message} in formula ${expression}`) : error;
      }
    };
    this.#formulas.push(compile);
    return (interview) => {
      const formula = compile();
      try {
        return fromField(formula.evaluate(new InterviewContext(interview, this)));
      } catch (error) {
        if (error instanceof FormulaEvaluationError) throw new FlowFault(error.message);
        throw error;
      }
    };
  }

  conditions(conditions: readonly ConditionSource[], logic: string | undefined): (interview: Interview) => boolean {
    return compileConditions(conditions, logic, this);
  }

  #makeReader(path: string): Reader {
    if (isGlobal(path)) return (interview) => fromField(interview.run.environment.global(path));
    const { resource, steps } = this.#resolve(path);
    if (steps.length === 0) return resource.read;
    const live = resource.live ?? false;
    return (interview) => readAlong(resource.read(interview), steps, interview.run, live);
  }

  /** System names are longer than one step: `$Flow.CurrentDate`. */
  #resolve(path: string): { resource: Resource; steps: readonly string[] } {
    const steps = path.split('.');
    const length = /^\$(?:Flow|GlobalConstant)$/i.test(steps[0]) ? 2 : 1;
    const root = steps.slice(0, length).join('.');
    const resource = this.#resources.get(root.startsWith('$') ? root.toLowerCase() : root);
    if (resource === undefined) throw this.error(`there is no resource ${root}`);
    return { resource, steps: steps.slice(length) };
  }
}

function literalOf(source: FlowValueSource): FlowValue | undefined {
  if (source.numberValue !== undefined) return Decimal.of(source.numberValue);
  return source.booleanValue ?? source.dateTimeValue ?? source.dateValue ?? source.timeValue;
}
