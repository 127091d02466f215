/** The Apex of an org: compiles the project's classes and triggers, and runs them for the other layers. */
import type {
  ActionDescription,
  AnonymousResult,
  ApexService,
  AsyncJob,
  BatchStart,
  DataValue,
  RestRequestData,
  RestResponseData,
  TriggerEvent,
} from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Metadata } from '../metadata/metadata.ts';
import type { ObjectSchema, Schema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { CompiledProgram } from './compile/compiled-program.ts';
import type { ApexSource, Build } from './compile/build.ts';
import { buildProgram } from './compile/program-builder.ts';
import { describeAction, invokeAction } from './engine/actions.ts';
import { callAuraMethod } from './engine/aura.ts';
import { executeAnonymous } from './engine/execute-anonymous.ts';
import { batchExecute, batchFinish, batchStart, runFinalizer, runJob } from './engine/jobs.ts';
import { callRestResource } from './engine/rest.ts';
import { runTriggers } from './engine/triggers.ts';
import { scriptClasses, type ScriptSource } from './library/dataweave/script.ts';
import { libraryClasses } from './library/index.ts';
import type { CompileError } from './parse/errors.ts';
import { SyntaxCache } from './parse/syntax-cache.ts';

export interface CompileOptions {
  /** Count how often each line runs. */
  readonly coverage?: boolean;
  /** A method that does not compile says so when it is reached, and the rest of its class can be used. */
  readonly tolerant?: boolean;
}

export interface ApexEngineOptions {
  /** File in which syntax trees are kept, so that the next start need not parse again. */
  readonly cacheFile?: string;
  /** The engine that had the project before its last change. */
  readonly former?: ApexEngine;
}

export class ApexEngine implements ApexService {
  private readonly cacheFile: string | undefined;
  private former: Build | undefined;
  private build: Build | undefined;
  private compiled: CompiledProgram | undefined;

  constructor({ cacheFile, former }: ApexEngineOptions = {}) {
    this.cacheFile = cacheFile;
    this.former = former?.build;
  }

  /** Compiles what the former engine had not; classes with errors are left out, the others can be used. */
  compileProject(metadata: Metadata, schema: Schema, options: CompileOptions = {}): { errors: CompileError[] } {
    const labels = new Map<string, string>();
    for (const label of metadata.labels.values()) labels.set(label.fullName.toLowerCase(), label.value);
    const pages = new Map([...metadata.pages.keys()].map((name) => [name.toLowerCase(), name]));
    const scripts = scriptsOf(metadata);
    const { cacheFile, former } = this;
    const cache = cacheFile === undefined ? undefined : new SyntaxCache(cacheFile, { adds: former !== undefined });
    const { program, errors, build } = buildProgram(
      { classes: sourcesOf(metadata.apexClasses), triggers: sourcesOf(metadata.triggers) },
      {
        schema,
        library: [...libraryClasses, ...scriptClasses(scripts, schema)],
        libraryKey: JSON.stringify(scripts),
        labels,
        pages,
        namespace: metadata.namespace,
        ...options,
        cache,
        former,
      },
    );
    cache?.save();
    this.compiled = program;
    this.build = build;
    this.former = undefined;
    return { errors };
  }

  /** The compiled classes; throws before the first `compileProject`. */
  get program(): CompiledProgram {
    if (this.compiled === undefined) throw new Error('No project has been compiled');
    return this.compiled;
  }

  hasTriggers(object: ObjectSchema, event: TriggerEvent): boolean {
    return this.program.triggersOf(object, event).length > 0;
  }

  runTriggers(
    tx: Transaction,
    object: ObjectSchema,
    event: TriggerEvent,
    newRecords: readonly SObject[] | null,
    oldRecords: readonly SObject[] | null,
  ): void {
    runTriggers(tx, this.program, object, event, newRecords, oldRecords);
  }

  describeAction(className: string): ActionDescription | undefined {
    return describeAction(this.program, className);
  }

  invokeAction(
    tx: Transaction,
    className: string,
    inputs: readonly { readonly [name: string]: DataValue }[],
  ): { [name: string]: DataValue }[] {
    return invokeAction(tx, this.program, className, inputs);
  }

  callAuraMethod(tx: Transaction, className: string, method: string, args: Record<string, unknown>): unknown {
    return callAuraMethod(tx, this.program, className, method, args);
  }

  callRestResource(tx: Transaction, request: RestRequestData): RestResponseData | undefined {
    return callRestResource(tx, this.program, request);
  }

  executeAnonymous(tx: Transaction, source: string): AnonymousResult {
    return executeAnonymous(tx, this.program, source);
  }

  runJob(tx: Transaction, job: AsyncJob): void {
    runJob(tx, this.program, job);
  }

  batchStart(tx: Transaction, job: AsyncJob): BatchStart {
    return batchStart(tx, this.program, job);
  }

  batchExecute(tx: Transaction, job: AsyncJob, state: unknown, scope: unknown): unknown {
    return batchExecute(tx, this.program, job, state, scope);
  }

  batchFinish(tx: Transaction, job: AsyncJob, state: unknown): void {
    batchFinish(tx, this.program, job, state);
  }

  runFinalizer(tx: Transaction, job: AsyncJob, finalizer: unknown, error: Error | undefined): void {
    runFinalizer(tx, this.program, job, finalizer, error);
  }

  hasClass(name: string): boolean {
    return this.program.findClass(name) !== undefined;
  }
}

function scriptsOf({ dataWeaveScripts }: Metadata): ScriptSource[] {
  return [...dataWeaveScripts.values()].map(({ fullName, source, file }) => ({ name: fullName, source, file }));
}

function sourcesOf(components: ReadonlyMap<string, { readonly source: string; readonly file: string }>): ApexSource[] {
  return [...components].map(([name, { source, file }]) => ({ name, source, file }));
}
