/**
 * Interfaces of asynchronous Apex and what their methods are given ("Queueable Apex", "Apex Scheduler", "Transaction
 * Finalizers", Apex Developer Guide).
 */
import { ApexList, LibraryObject, type ApexException } from '../../runtime/index.ts';
import { thawWith, type Freezable } from '../../runtime/freeze.ts';
import { types } from '../../types/apex-type.ts';
import { enumConstant, libraryClass, libraryEnum, libraryInterface } from '../define.ts';

export const queueableInterface = libraryInterface('System.Queueable', [
  'void execute(System.QueueableContext context)',
]);
export const schedulableInterface = libraryInterface('System.Schedulable', [
  'void execute(System.SchedulableContext context)',
]);
export const finalizerInterface = libraryInterface('System.Finalizer', [
  'void execute(System.FinalizerContext context)',
]);

/** May wait in the queue with a job that keeps it. */
export class QueueableContextValue extends LibraryObject implements Freezable {
  readonly typeName = 'System.QueueableContext';
  readonly jobId: string;

  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }

  freezeState(): string {
    return this.jobId;
  }
}

thawWith('System.QueueableContext', (jobId) => new QueueableContextValue(jobId as string));

export const queueableContextClass = libraryClass('System.QueueableContext', {
  'Id getJobId()': (self: QueueableContextValue) => self.jobId,
});

/** May wait in the queue with a job that keeps it. */
export class SchedulableContextValue extends LibraryObject implements Freezable {
  readonly typeName = 'System.SchedulableContext';
  readonly triggerId: string;

  constructor(triggerId: string) {
    super();
    this.triggerId = triggerId;
  }

  freezeState(): string {
    return this.triggerId;
  }
}

thawWith('System.SchedulableContext', (triggerId) => new SchedulableContextValue(triggerId as string));

export const schedulableContextClass = libraryClass('System.SchedulableContext', {
  'Id getTriggerId()': (self: SchedulableContextValue) => self.triggerId,
});

export const parentJobResult = libraryEnum('System.ParentJobResult', ['SUCCESS', 'UNHANDLED_EXCEPTION']);

/** May wait in the queue with a job that keeps it; without the exception, which cannot. */
export class FinalizerContextValue extends LibraryObject implements Freezable {
  readonly typeName = 'System.FinalizerContext';
  readonly jobId: string;
  readonly requestId: string;
  /** What the queueable failed with; null when it succeeded. */
  readonly exception: ApexException | null;

  constructor(jobId: string, requestId: string, exception: ApexException | null) {
    super();
    this.jobId = jobId;
    this.requestId = requestId;
    this.exception = exception;
  }

  freezeState(): ApexList<string> {
    return new ApexList(types.String, [this.jobId, this.requestId]);
  }
}

thawWith('System.FinalizerContext', (state) => {
  const [jobId, requestId] = (state as ApexList<string>).items;
  return new FinalizerContextValue(jobId, requestId, null);
});

export const finalizerContextClass = libraryClass('System.FinalizerContext', {
  'Id getAsyncApexJobId()': (self: FinalizerContextValue) => self.jobId,
  'String getRequestId()': (self: FinalizerContextValue) => self.requestId,
  'System.ParentJobResult getResult()': (self: FinalizerContextValue) =>
    enumConstant(parentJobResult, self.exception === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION'),
  'Exception getException()': (self: FinalizerContextValue) => self.exception,
});
