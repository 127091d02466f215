/** Interfaces of batch Apex ("Using Batch Apex", Apex Developer Guide). */
import { thawWith, type Freezable } from '../../runtime/freeze.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass, libraryInterface } from '../define.ts';

/** `start` returns a QueryLocator or an Iterable. */
export const batchableInterface = libraryInterface('Database.Batchable<T>', [
  'Object start(Database.BatchableContext context)',
  'void execute(Database.BatchableContext context, List<T> scope)',
  'void finish(Database.BatchableContext context)',
]);

export const statefulInterface = libraryInterface('Database.Stateful', []);
export const allowsCalloutsInterface = libraryInterface('Database.AllowsCallouts', []);
export const raisesPlatformEventsInterface = libraryInterface('Database.RaisesPlatformEvents', []);

/** May wait in the queue with a job that keeps it. */
export class BatchableContextValue extends LibraryObject implements Freezable {
  readonly typeName = 'Database.BatchableContext';
  readonly jobId: string;

  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }

  freezeState(): string {
    return this.jobId;
  }
}

thawWith('Database.BatchableContext', (jobId) => new BatchableContextValue(jobId as string));

export const batchableContextClass = libraryClass('Database.BatchableContext', {
  'Id getJobId()': (self: BatchableContextValue) => self.jobId,
  'Id getChildJobId()': (self: BatchableContextValue) => self.jobId,
});
