/** Interfaces of batch Apex ("Using Batch Apex", Apex Developer Guide). */
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

export class BatchableContextValue extends LibraryObject {
  readonly typeName = 'Database.BatchableContext';
  readonly jobId: string;

  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }
}

export const batchableContextClass = libraryClass('Database.BatchableContext', {
  'Id getJobId()': (self: BatchableContextValue) => self.jobId,
  'Id getChildJobId()': (self: BatchableContextValue) => self.jobId,
});
