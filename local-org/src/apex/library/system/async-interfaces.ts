/**
 * Interfaces of asynchronous Apex and what their methods are given ("Queueable Apex", "Apex Scheduler", "Transaction
 * Finalizers", Apex Developer Guide).
 */
import { LibraryObject, type ApexException } from '../../runtime/index.ts';
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

export class QueueableContextValue extends LibraryObject {
  readonly typeName = 'System.QueueableContext';
  readonly jobId: string;

  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }
}

export const queueableContextClass = libraryClass('System.QueueableContext', {
  'Id getJobId()': (self: QueueableContextValue) => self.jobId,
});

export class SchedulableContextValue extends LibraryObject {
  readonly typeName = 'System.SchedulableContext';
  readonly triggerId: string;

  constructor(triggerId: string) {
    super();
    this.triggerId = triggerId;
  }
}

export const schedulableContextClass = libraryClass('System.SchedulableContext', {
  'Id getTriggerId()': (self: SchedulableContextValue) => self.triggerId,
});

export const parentJobResult = libraryEnum('System.ParentJobResult', ['SUCCESS', 'UNHANDLED_EXCEPTION']);

export class FinalizerContextValue extends LibraryObject {
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
}

export const finalizerContextClass = libraryClass('System.FinalizerContext', {
  'Id getAsyncApexJobId()': (self: FinalizerContextValue) => self.jobId,
  'String getRequestId()': (self: FinalizerContextValue) => self.requestId,
  'System.ParentJobResult getResult()': (self: FinalizerContextValue) =>
    enumConstant(parentJobResult, self.exception === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION'),
  'Exception getException()': (self: FinalizerContextValue) => self.exception,
});
