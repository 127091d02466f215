/** Submitting a record for approval ("ProcessSubmitRequest Class", Apex Reference Guide). */
import type { SubmitRequest } from '../../database/approval-service.ts';
import { formulaEnvironment } from '../../database/formula-environment.ts';
import { RecordGraph } from '../../database/record-graph.ts';
import type { Transaction } from '../../database/transaction.ts';
import { isId, to18 } from '../../schema/ids.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { ApprovalCatalogue } from './catalogue.ts';
import type { ApprovalProcess } from './definition.ts';
import { requestFailures } from './errors.ts';
import { addInstance, addStep, pendingInstances } from './history.ts';
import { isAdministrator, isSubmitter } from './people.ts';
import { enterSteps, type Run, type Steps, takeActions } from './run.ts';

export function* submit(tx: Transaction, catalogue: ApprovalCatalogue, request: SubmitRequest): Steps<Run> {
  const record = findRecord(tx, request.objectId);
  const submitterId = request.submitterId == null ? tx.user.id : to18(request.submitterId);
  if (pendingInstances(tx, [record.id!]).length > 0) throw requestFailures.alreadyInProcess();
  const process = findProcess(tx, catalogue, request, record, submitterId);
  const instance = addInstance(tx, process, record.id!, submitterId);
  addStep(tx, instance, {
    status: 'Started',
    actorId: submitterId,
    originalActorId: submitterId,
    comments: request.comments ?? null,
    nodeId: null,
  });
  tx.store.locks.add(record.id!);
  const chosen = (request.nextApproverIds ?? []).map(to18);
  const run: Run = { tx, process, instance, recordId: record.id!, chosen, newWorkitems: [] };
  yield* takeActions(run, process.actions('initialSubmission'));
  yield* enterSteps(run, 0, submitterId);
  return run;
}

function findRecord(tx: Transaction, id: string): SObject {
  const object = isId(id) ? tx.org.schema.objectOfId(id) : undefined;
  const record = object === undefined ? undefined : tx.store.getRows(object, [to18(id)]).get(to18(id));
  if (record === undefined) throw requestFailures.noSuchRecord();
  return record;
}

/**
 * The named process, else the first in their order that takes the record: its entry criteria are met and the submitter may
 * submit. Administrators may submit whatever a process takes.
 */
function findProcess(
  tx: Transaction,
  catalogue: ApprovalCatalogue,
  request: SubmitRequest,
  record: SObject,
  submitterId: string,
): ApprovalProcess {
  const name = request.processDefinitionNameOrId ?? null;
  const skips = name !== null && request.skipEntryCriteria === true;
  const environment = formulaEnvironment(tx, new RecordGraph(tx, [record]));
  const administrator = isAdministrator(tx, submitterId, record.schema);
  const process = catalogue
    .processesOf(record.schema)
    .filter((candidate) => name === null || isNamed(candidate, name))
    .find(
      (candidate) =>
        (administrator ||
          candidate.source.allowedSubmitters.some((source) => isSubmitter(tx, submitterId, record, source))) &&
        (skips || candidate.criteria(record, null, environment)),
    );
  if (process === undefined) throw requestFailures.noApplicableProcess();
  return process;
}

function isNamed(process: ApprovalProcess, nameOrId: string): boolean {
  if (process.developerName.toLowerCase() === nameOrId.toLowerCase()) return true;
  return isId(nameOrId) && to18(nameOrId) === process.id;
}
