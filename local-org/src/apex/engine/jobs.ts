/** Runs asynchronous Apex: queueables and their finalizers, future methods, scheduled classes, batches. */
import type { AsyncJob, BatchStart } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import { BatchableContextValue } from '../library/database/batchable.ts';
import {
  FinalizerContextValue,
  QueueableContextValue,
  SchedulableContextValue,
} from '../library/system/async-interfaces.ts';
import { iterate } from '../library/support/iteration.ts';
import { ApexObject } from '../runtime/apex-object.ts';
import { asException } from '../runtime/caught.ts';
import { setExecutionContext, setQueueableStack } from '../runtime/execution-context.ts';
import { throwApex, type ApexException } from '../runtime/exception.ts';
import { freeze, thaw, type Frozen } from '../runtime/freeze.ts';
import type { FutureCall } from '../runtime/future.ts';
import type { BatchPayload, InstancePayload } from '../runtime/job-payloads.ts';
import { ApexList } from '../runtime/list.ts';
import { enter, machine } from '../runtime/machine.ts';
import { runtimeClassOf } from '../runtime/runtime-class.ts';
import { sobjectType, types, type ApexType } from '../types/apex-type.ts';
import { callInterface, entrySharing } from './entry.ts';
import { ApexFailure, outermost } from './failure.ts';

const quiddities: Readonly<Partial<Record<AsyncJob['kind'], string>>> = {
  Queueable: 'QUEUEABLE',
  Future: 'FUTURE',
  BatchApex: 'BATCH_APEX',
  ScheduledApex: 'SCHEDULED',
};

/** Runs a part of a job with the instance that was queued. */
function asJob<T>(tx: Transaction, program: CompiledProgram, job: AsyncJob, run: () => T): T {
  const quiddity = quiddities[job.kind];
  if (quiddity === undefined) throw new NotSupported(`Asynchronous Apex of kind ${job.kind}`);
  setExecutionContext(tx, { quiddity, jobId: job.id });
  return enter(tx, program, () => outermost(run));
}

function thawInstance(frozen: Frozen): ApexObject {
  const instance = thaw(frozen);
  if (!(instance instanceof ApexObject)) throw new Error('The payload of a job is no instance');
  machine.sharing = entrySharing(runtimeClassOf(instance)!, false);
  return instance;
}

export function runJob(tx: Transaction, program: CompiledProgram, job: AsyncJob): void {
  asJob(tx, program, job, () => {
    if (job.kind === 'Future') {
      runFuture(program, job.payload as FutureCall);
      return;
    }
    const { instance: frozen, ...rest } = job.payload as InstancePayload & Partial<BatchPayload>;
    if (job.kind === 'ScheduledApex' && rest.scopeSize !== undefined) {
      tx.org.async.enqueue(tx, { ...job, kind: 'BatchApex', label: job.className! });
      return;
    }
    const instance = thawInstance(frozen);
    if (job.kind === 'Queueable') {
      setQueueableStack(tx, rest.stack);
      const context = new QueueableContextValue(job.id);
      callInterface(instance, 'execute', ['System.QueueableContext'], [context]);
    } else if (job.kind === 'ScheduledApex') {
      const context = new SchedulableContextValue(cronTriggerOf(tx, job));
      callInterface(instance, 'execute', ['System.SchedulableContext'], [context]);
    } else {
      throw new NotSupported(`Running a job of kind ${job.kind} at once`);
    }
  });
}

function cronTriggerOf(tx: Transaction, job: AsyncJob): string {
  const row = tx.store.getRows(tx.org.schema.require('AsyncApexJob'), [job.id]).get(job.id);
  return (row?.get('CronTriggerId') as string | null | undefined) ?? job.id;
}

function runFuture(program: CompiledProgram, { className, method, args }: FutureCall): void {
  const runtimeClass = program.findClass(className);
  const found = runtimeClass?.methods.find(
    (candidate) => candidate.static && candidate.name === method && candidate.parameters.length === args.length,
  );
  if (runtimeClass === undefined || found === undefined) {
    throwApex('System.TypeException', `Method ${className}.${method} does not exist`);
  }
  machine.sharing = entrySharing(runtimeClass, false);
  found.invoke(null, args.map(thaw));
}

const context = 'Database.BatchableContext';

export function batchStart(tx: Transaction, program: CompiledProgram, job: AsyncJob): BatchStart {
  return asJob(tx, program, job, () => {
    const { instance: frozen, scopeSize } = job.payload as BatchPayload;
    const instance = thawInstance(frozen);
    const found = callInterface(instance, 'start', [context], [new BatchableContextValue(job.id)]);
    const rows = [...iterate(found)];
    const elementType = found instanceof ApexList ? found.elementType : types.Object;
    const scopes: Frozen[] = [];
    for (let first = 0; first < rows.length; first += scopeSize) {
      scopes.push(freeze(scopeList(rows.slice(first, first + scopeSize), elementType)));
    }
    return { state: stateAfter(instance, frozen), scopes };
  });
}

/** As typed as what `start` gave; records of whatever it was by the first of them. */
function scopeList(rows: unknown[], elementType: ApexType): ApexList {
  const schema = (rows[0] as Partial<SObject> | null)?.schema;
  return new ApexList(schema === undefined ? elementType : sobjectType(schema.name), rows);
}

/** "If you specify Database.Stateful …, you can maintain state across these transactions"; otherwise each starts anew. */
function stateAfter(instance: ApexObject, before: Frozen): Frozen {
  const supertypes = runtimeClassOf(instance)?.supertypes ?? new Set();
  const isStateful = [...supertypes].some((type) => type.isLibrary('Database.Stateful'));
  return isStateful ? freeze(instance) : before;
}

export function batchExecute(
  tx: Transaction,
  program: CompiledProgram,
  job: AsyncJob,
  state: unknown,
  scope: unknown,
): unknown {
  return asJob(tx, program, job, () => {
    const instance = thawInstance(state as Frozen);
    const rows = thaw(scope as Frozen);
    callInterface(instance, 'execute', [context, '*'], [new BatchableContextValue(job.id), rows]);
    return stateAfter(instance, state as Frozen);
  });
}

export function batchFinish(tx: Transaction, program: CompiledProgram, job: AsyncJob, state: unknown): void {
  asJob(tx, program, job, () => {
    const instance = thawInstance(state as Frozen);
    callInterface(instance, 'finish', [context], [new BatchableContextValue(job.id)]);
  });
}

export function runFinalizer(
  tx: Transaction,
  program: CompiledProgram,
  job: AsyncJob,
  finalizer: unknown,
  error: Error | undefined,
): void {
  setExecutionContext(tx, { quiddity: 'TRANSACTION_FINALIZER_QUEUEABLE', jobId: job.id });
  const run = (): void => {
    const instance = thawInstance(finalizer as Frozen);
    const finalizerContext = new FinalizerContextValue(job.id, job.id, exceptionOf(error));
    callInterface(instance, 'execute', ['System.FinalizerContext'], [finalizerContext]);
  };
  enter(tx, program, () => outermost(run));
}

function exceptionOf(error: Error | undefined): ApexException | null {
  if (error === undefined) return null;
  return error instanceof ApexFailure ? error.exception : (asException(error) ?? null);
}
