/** Carries out many approval requests side by side, so that triggers see the field updates of all of them together. */
import type { ApprovalRequest } from '../../database/approval-service.ts';
import { LimitExceeded } from '../../database/limits.ts';
import type { SaveError } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import type { FieldChange } from '../workflow/field-changes.ts';
import { saveFieldUpdates } from '../workflow/save-field-updates.ts';
import { RequestFailure } from './errors.ts';
import type { Run, Steps } from './run.ts';

export type Answer = { readonly run: Run } | { readonly errors: readonly SaveError[] };

interface Active {
  readonly request: ApprovalRequest;
  readonly steps: Steps<Run>;
  /** What it waits for. */
  changes: readonly FieldChange[];
  failure: RequestFailure | undefined;
}

export function runRequests(
  tx: Transaction,
  requests: readonly ApprovalRequest[],
  start: (request: ApprovalRequest) => Steps<Run>,
): Map<ApprovalRequest, Answer> {
  const answers = new Map<ApprovalRequest, Answer>();
  for (const wave of waves(tx, requests)) {
    let active = wave.map((request): Active => ({ request, steps: start(request), changes: [], failure: undefined }));
    while (active.length > 0) {
      active = active.filter((each) => goOn(each, answers));
      saveChanges(tx, active);
    }
  }
  return answers;
}

/** Requests that concern the same record come one after the other. */
function waves(tx: Transaction, requests: readonly ApprovalRequest[]): ApprovalRequest[][] {
  const result: ApprovalRequest[][] = [];
  const seen = new Map<string, number>();
  for (const request of requests) {
    const subject = subjectOf(tx, request);
    const wave = seen.get(subject) ?? 0;
    seen.set(subject, wave + 1);
    (result[wave] ??= []).push(request);
  }
  return result;
}

function subjectOf(tx: Transaction, request: ApprovalRequest): string {
  if (request.kind === 'submit') return request.objectId.slice(0, 15);
  const { schema } = tx.org;
  const workitem = tx.store.findRows(schema.require('ProcessInstanceWorkitem'), 'Id', [request.workitemId]).at(0);
  return (workitem?.get('ProcessInstanceId') as string | undefined) ?? request.workitemId;
}

/** Runs a request to its next field updates; false when it has its answer. */
function goOn(active: Active, answers: Map<ApprovalRequest, Answer>): boolean {
  try {
    const { failure } = active;
    const next = failure === undefined ? active.steps.next() : active.steps.throw(failure);
    if (next.done !== true) {
      active.changes = next.value;
      return true;
    }
    answers.set(active.request, { run: next.value });
  } catch (error) {
    answers.set(active.request, { errors: errorsOf(error) });
  }
  return false;
}

/** Limits, what is not supported and defects of the local org end the transaction. */
function errorsOf(error: unknown): readonly SaveError[] {
  if (error instanceof RequestFailure) return error.errors;
  if (!(error instanceof OrgError) || error instanceof LimitExceeded) throw error;
  return [{ statusCode: error.code, message: error.message, fields: error.fields }];
}

function saveChanges(tx: Transaction, active: readonly Active[]): void {
  const owners = new Map(active.flatMap((each) => each.changes.map((change) => [change, each] as const)));
  for (const [change, errors] of saveFieldUpdates(tx, [...owners.keys()])) {
    owners.get(change)!.failure ??= new RequestFailure(errors);
  }
}
