/** System.System ("System Class", Apex Reference Guide). `runAs` is a statement of the compiler. */
import { currentTransaction } from '../../../database/transaction.ts';
import { equalsOf, hashOf, stringOf, type ApexEnumValue, type ApexObject } from '../../runtime/index.ts';
import { freeze } from '../../runtime/freeze.ts';
import { captureFrames } from '../../runtime/stack.ts';
import { currentPage } from '../apexpages/current-page.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { assertEqual, assertNotEqual, failAssertion } from '../support/assertions.ts';
import { enqueueJob, enqueueWithOptions, runsAs, schedule, scheduleBatch } from '../support/enqueue.ts';
import { now, today } from '../support/user-clock.ts';

export const systemClass = libraryClass('System.System', {
  'static void assert(Boolean condition)': (condition: boolean | null) => {
    if (condition !== true) failAssertion(null);
  },
  'static void assert(Boolean condition, Object msg)': (condition: boolean | null, message: unknown) => {
    if (condition !== true) failAssertion(message);
  },
  'static void assertEquals(Object expected, Object actual)': assertEqual,
  'static void assertEquals(Object expected, Object actual, Object msg)': assertEqual,
  'static void assertNotEquals(Object expected, Object actual)': assertNotEqual,
  'static void assertNotEquals(Object expected, Object actual, Object msg)': assertNotEqual,
  'static Long currentTimeMillis()': () => BigInt(currentTransaction().org.clock.now()),
  'static void debug(Object msg)': (message: unknown) => debug('DEBUG', message),
  'static void debug(System.LoggingLevel logLevel, Object msg)': (level: ApexEnumValue | null, message: unknown) =>
    debug(level?.name ?? 'DEBUG', message),
  'static Boolean equals(Object obj1, Object obj2)': equalsOf,
  'static Integer hashCode(Object obj)': hashOf,
  'static System.PageReference currentPageReference()': currentPage,
  'static Datetime now()': now,
  'static Date today()': today,
  'static Id enqueueJob(Object queueable)': (queueable: ApexObject | null) => enqueueJob(queueable),
  'static Id enqueueJob(Object queueable, Integer delay)': enqueueJob,
  'static Id enqueueJob(Object queueable, System.AsyncOptions asyncOptions)': enqueueWithOptions,
  'static Boolean isBatch()': () => runsAs('BATCH_APEX', 'BATCH_ACS', 'BATCH_CHUNK_SERIAL', 'BATCH_CHUNK_PARALLEL'),
  'static Boolean isFuture()': () => runsAs('FUTURE'),
  'static Boolean isQueueable()': () => runsAs('QUEUEABLE'),
  'static Boolean isScheduled()': () => runsAs('SCHEDULED'),
  'static String scheduleBatch(Object batchable, String jobName, Integer minutesFromNow)': (
    batch: ApexObject | null,
    name: string | null,
    minutes: number | null,
  ) => scheduleBatch(batch, name, minutes),
  'static String scheduleBatch(Object batchable, String jobName, Integer minutesFromNow, Integer scopeSize)':
    scheduleBatch,
  ...refusingNulls({
    'static void abortJob(String jobId)': (id: string) => {
      const tx = currentTransaction();
      tx.org.async.abort(tx, id);
    },
    'static void attachFinalizer(System.Finalizer finalizer)': (finalizer: ApexObject) => {
      const tx = currentTransaction();
      tx.org.async.attachFinalizer(tx, () => freeze(finalizer));
    },
    'static Id schedule(String jobName, String cronExpression, Object schedulableClass)': schedule,
  }),
});

/** A line of the debug log, with the line of the statement. */
function debug(level: string, message: unknown): void {
  const [frame] = captureFrames()();
  currentTransaction().log.write('USER_DEBUG', `[${frame?.line ?? 'EXTERNAL'}]`, level, stringOf(message));
}
