import type { AsyncJob } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { NotSupported } from '../schema/errors.ts';
import { accessOf } from './access.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { FlowRun } from './flow-run.ts';
import { Interview } from './interview.ts';
import { runInterviews } from './run-interviews.ts';

/** What is kept of interviews that go on after the commit. */
interface AfterCommitPayload {
  readonly flow: string;
  readonly path: string;
  readonly recordIds: readonly string[];
}

/** Queues the paths that run asynchronously after the commit, for the records that met the entry conditions. */
export function enqueueAfterCommit(tx: Transaction, flow: CompiledFlow, interviews: readonly Interview[]): void {
  const recordIds = interviews.flatMap(({ trigger, fault }) => (fault === undefined ? (trigger?.saved.id ?? []) : []));
  if (recordIds.length === 0) return;
  for (const { pathType, name, connector, source } of flow.start.scheduledPaths) {
    if (connector === undefined) continue;
    if (pathType !== 'AsyncAfterCommit') {
      throw new NotSupported('time-based scheduled path', `${source.file}:${source.line}`);
    }
    const payload: AfterCommitPayload = { flow: flow.name, path: name ?? pathType, recordIds };
    tx.org.async.enqueue(tx, { kind: 'ScheduledFlow', label: `${flow.label}: ${payload.path}`, payload });
  }
}

/** Runs such a path, on the records as they are now; records that are gone are left out. */
export function runAfterCommit(
  tx: Transaction,
  job: AsyncJob,
  flowNamed: (name: string) => CompiledFlow | undefined,
): void {
  const { flow: name, path: pathName, recordIds } = job.payload as AfterCommitPayload;
  const flow = flowNamed(name);
  const path = flow?.start.scheduledPaths.find((candidate) => (candidate.name ?? candidate.pathType) === pathName);
  // The flow may have been deactivated or changed since.
  if (flow?.start.object === undefined || path?.connector === undefined) return;
  const run = new FlowRun(tx, accessOf(flow));
  const records = [...tx.store.getRows(flow.start.object, recordIds).values()];
  run.know(records);
  const interviews = records.map((record) => {
    run.records.loaded(record);
    const interview = new Interview(flow, run, { record, before: null, saved: record });
    flow.initialize(interview);
    interview.next = path.connector!.targetReference;
    return interview;
  });
  runInterviews(interviews);
  for (const { fault } of interviews) if (fault !== undefined) throw fault;
}
