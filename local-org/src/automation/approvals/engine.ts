/** The org's approval processes and record locks: `ApprovalService`. */
import type {
  ApprovalOptions,
  ApprovalProcessInfo,
  ApprovalRequest,
  ApprovalResult,
  ApprovalService,
  LockOptions,
} from '../../database/approval-service.ts';
import { DmlError } from '../../database/dml-error.ts';
import type { SaveError, SaveResult } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { ApprovalCatalogue } from './catalogue.ts';
import { decide, locate } from './decide.ts';
import { workitemsOf } from './history.ts';
import { editableRecords, lockRecords, unlockRecords } from './locks.ts';
import { optionsOf } from './options.ts';
import { sendRequestEmails } from './request-emails.ts';
import { type Answer, runRequests } from './run-requests.ts';
import type { Run, Steps } from './run.ts';
import { submit } from './submit.ts';

export class ApprovalEngine implements ApprovalService {
  readonly #catalogue: ApprovalCatalogue;

  constructor(catalogue: ApprovalCatalogue) {
    this.#catalogue = catalogue;
  }

  process(tx: Transaction, requests: readonly ApprovalRequest[], allOrNone: boolean): ApprovalResult[] {
    if (requests.length === 0) return [];
    tx.limits.use('dmlStatements');
    tx.limits.use('dmlRows', requests.length);
    const results = this.#attempt(tx, requests, allOrNone).map((answer) => resultOf(tx, answer));
    if (!allOrNone || results.every(({ success }) => success)) return results;
    throw new DmlError(
      'Process',
      results.map(({ success, errors }) => ({ id: null, success, created: false, errors })),
    );
  }

  lock(tx: Transaction, ids: readonly string[], options: LockOptions): SaveResult[] {
    return lockRecords(tx, ids, options);
  }

  unlock(tx: Transaction, ids: readonly string[], options: LockOptions): SaveResult[] {
    return unlockRecords(tx, this.#catalogue, ids, options);
  }

  editable(tx: Transaction, object: ObjectSchema, lockedIds: readonly string[]): Set<string> {
    return editableRecords(tx, this.#catalogue, object, lockedIds);
  }

  options(tx: Transaction, object: ObjectSchema, recordId: string): ApprovalOptions {
    return optionsOf(tx, this.#catalogue, object, recordId);
  }

  notify(tx: Transaction, workitem: SObject): void {
    const { process, step, recordId } = locate(tx, this.#catalogue, workitem);
    sendRequestEmails(tx, [{ process, step, recordId, workitem }]);
  }

  processes(object?: ObjectSchema): readonly ApprovalProcessInfo[] {
    return this.#catalogue.processesOf(object).map((process, index) => ({
      id: process.id,
      developerName: process.developerName,
      label: process.source.label,
      description: process.source.description ?? null,
      object: process.object.name,
      order: process.source.processOrder ?? index + 1,
    }));
  }

  /** After a failure all is undone, and repeated without those that failed unless that was not wanted. */
  #attempt(tx: Transaction, requests: readonly ApprovalRequest[], allOrNone: boolean): readonly Answer[] {
    const failures = new Map<ApprovalRequest, readonly SaveError[]>();
    const limits = tx.limits.copy();
    for (;;) {
      const pending = requests.filter((request) => !failures.has(request));
      const savepoint = tx.savepoint();
      let kept = false;
      try {
        const answers = runRequests(tx, pending, (request) => this.#start(tx, request));
        kept = [...answers.values()].every((answer) => 'run' in answer);
        for (const [request, answer] of answers) if ('errors' in answer) failures.set(request, answer.errors);
        if (kept || allOrNone)
          return requests.map((request) => answers.get(request) ?? { errors: failures.get(request)! });
      } finally {
        if (!kept) tx.rollbackTo(savepoint);
        tx.release(savepoint);
      }
      tx.limits.restore(limits);
    }
  }

  #start(tx: Transaction, request: ApprovalRequest): Steps<Run> {
    return request.kind === 'submit' ? submit(tx, this.#catalogue, request) : decide(tx, this.#catalogue, request);
  }
}

function resultOf(tx: Transaction, answer: Answer): ApprovalResult {
  if ('errors' in answer) {
    const nothing = { entityId: null, instanceId: null, instanceStatus: null, actorIds: [], newWorkitemIds: [] };
    return { success: false, ...nothing, errors: answer.errors };
  }
  const { run } = answer;
  const status = run.instance.get('Status') as string;
  return {
    success: true,
    entityId: run.recordId,
    instanceId: run.instance.id,
    instanceStatus: status,
    actorIds: status === 'Pending' ? workitemsOf(tx, run.instance).map((item) => item.get('ActorId') as string) : [],
    newWorkitemIds: run.newWorkitems.map(({ id }) => id!),
    errors: [],
  };
}
