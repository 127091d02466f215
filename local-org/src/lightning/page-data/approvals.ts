/** Approvals in the browser: what a record waits for, its history, and the requests that wait for the user. */
import { queryAsUser, querySystem, quoted, type UiApiContext } from '../../api/ui-api/context.ts';
import { ApiError } from '../../api/http/errors.ts';
import { nameOf } from '../../api/ui-api/record-representation.ts';
import { objectOfRecord } from '../../api/ui-api/records.ts';
import { iconNameOf } from '../../api/ui-api/themes.ts';
import type { ResourceRequest } from '../../api/ui-api/routes.ts';
import { SObject } from '../../schema/sobject.ts';

export interface ApprovalEntry {
  readonly id: string;
  readonly step: string;
  readonly date: string;
  readonly status: string;
  readonly assignedTo: string;
  readonly actualApprover: string;
  readonly comments: string;
}

/** "Approval History": the newest entries first, those that are pending at the top. */
export function approvalHistory(context: UiApiContext, recordId: string) {
  const object = objectOfRecord(context, recordId);
  const { records } = queryAsUser(
    context,
    'SELECT Id, CreatedDate, StepStatus, OriginalActorId, ActorId, Comments, ProcessNodeId, IsPending ' +
      `FROM ProcessInstanceHistory WHERE TargetObjectId = ${quoted(recordId)} ORDER BY IsPending DESC, CreatedDate DESC, Id DESC`,
  );
  const names = namesOf(context, records, ['OriginalActorId', 'ActorId', 'ProcessNodeId']);
  const name = (row: SObject, field: string) => names.get(row.get(field) as string) ?? '';
  return {
    hasProcess: context.org.approvals.processes(object).length > 0 || records.length > 0,
    entries: records.map((row): ApprovalEntry => ({
      id: row.id!,
      step: name(row, 'ProcessNodeId') || 'Approval Request Submitted',
      date: String(row.get('CreatedDate')),
      status: STATUSES[row.get('StepStatus') as string] ?? (row.get('StepStatus') as string),
      assignedTo: name(row, 'OriginalActorId'),
      actualApprover: name(row, 'ActorId'),
      comments: (row.get('Comments') as string | null) ?? '',
    })),
  };
}

const STATUSES: Readonly<Record<string, string>> = {
  Started: 'Submitted',
  Removed: 'Recalled',
  NoResponse: 'No Response',
};

/** "Items to Approve": what is assigned to the user or a queue of theirs, the oldest first. */
export function itemsToApprove(context: UiApiContext) {
  const actors = actorsOf(context).map(quoted).join();
  const { records } = queryAsUser(
    context,
    'SELECT Id, CreatedDate, ProcessInstanceId, ProcessInstance.TargetObjectId, ProcessInstance.SubmittedById ' +
      `FROM ProcessInstanceWorkitem WHERE ActorId IN (${actors}) ORDER BY CreatedDate, Id`,
  );
  return records.flatMap((row) => itemOf(context, row) ?? []);
}

/** One request, for its page. */
export function approvalRequest(context: UiApiContext, workitemId: string) {
  const { records } = queryAsUser(
    context,
    'SELECT Id, CreatedDate, ProcessInstanceId, ProcessInstance.TargetObjectId, ProcessInstance.SubmittedById ' +
      `FROM ProcessInstanceWorkitem WHERE Id = ${quoted(workitemId)}`,
  );
  const item = records.length === 0 ? undefined : itemOf(context, records[0]);
  if (item === undefined) throw new ApiError(404, 'NOT_FOUND', 'This approval request is no longer pending.');
  return item;
}

/** Submits, decides, recalls or reassigns. `contextId` is the record to submit, else the approval request. */
export function act(context: UiApiContext, { body }: Pick<ResourceRequest, 'body'>): void {
  const { action, contextId, comments, userId } = readAct(body);
  if (action === 'Reassign') {
    reassign(context, contextId, userId);
    return;
  }
  const common = { comments, nextApproverIds: userId === null ? [] : [userId] };
  const [result] = context.org.approvals.process(
    context.tx,
    action === 'Submit'
      ? [{ kind: 'submit', objectId: contextId, ...common }]
      : [{ kind: 'workitem', workitemId: contextId, action, ...common }],
    false,
  );
  const [error] = result.errors;
  if (error !== undefined) throw new ApiError(400, error.statusCode, error.message, error.fields);
}

function reassign({ org, tx }: UiApiContext, workitemId: string, userId: string | null): void {
  const values = [['Id', workitemId] as const, ['ActorId', userId] as const];
  const workitem = new SObject(org.schema.require('ProcessInstanceWorkitem'), values);
  org.dml.update(tx, [workitem], { mode: 'user', sharing: true, allOrNone: true });
}

function readAct(body: unknown) {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => (typeof given[name] === 'string' ? given[name] : null);
  const [action, contextId] = [text('action'), text('contextId')];
  if (action === null || contextId === null) {
    throw new ApiError(400, 'INVALID_PARAMETER', 'An approval action names what to do and with what.');
  }
  return { action, contextId, comments: text('comments'), userId: text('userId') };
}

/** A request about a record that the user cannot see names the record by its id only. */
function itemOf(context: UiApiContext, row: SObject) {
  const instance = row.parents.get('ProcessInstance');
  const recordId = (instance?.get('TargetObjectId') as string | undefined) ?? '';
  const object = context.org.schema.objectOfId(recordId);
  if (object === undefined) return undefined;
  const nameField = object.nameField?.name ?? 'Id';
  const [record] = context.org.security.object(context.user.id, object).read
    ? queryAsUser(context, `SELECT ${nameField} FROM ${object.name} WHERE Id = ${quoted(recordId)}`).records
    : [];
  const submitter = instance?.get('SubmittedById') as string;
  return {
    id: row.id!,
    recordId,
    recordName: (record === undefined ? null : nameOf(record)) ?? recordId,
    objectApiName: object.name,
    objectLabel: object.label,
    iconName: iconNameOf(context.org.metadata, object),
    submittedBy: namesOfIds(context, [submitter]).get(submitter) ?? '',
    date: String(row.get('CreatedDate')),
  };
}

function actorsOf(context: UiApiContext): string[] {
  const queues = querySystem(context, "SELECT Id FROM Group WHERE Type = 'Queue'").map(({ id }) => id!);
  const own = context.org.security.sharing.directory.groupsOf(context.user.id).map(({ id }) => id);
  return [context.user.id, ...queues.filter((id) => own.includes(id))];
}

function namesOf(context: UiApiContext, rows: readonly SObject[], fields: readonly string[]): Map<string, string> {
  return namesOfIds(
    context,
    rows.flatMap((row) => fields.flatMap((field) => (row.get(field) as string | null) ?? [])),
  );
}

/** Names of users, queues and steps. */
function namesOfIds(context: UiApiContext, ids: readonly string[]): Map<string, string> {
  const byObject = Map.groupBy(new Set(ids), (id) => context.org.schema.objectOfId(id));
  return new Map(
    [...byObject].flatMap(([object, own]) =>
      object === undefined
        ? []
        : querySystem(context, `SELECT Id, Name FROM ${object.name} WHERE Id IN (${own.map(quoted).join()})`).map(
            (row) => [row.id!, String(row.get('Name'))] as const,
          ),
    ),
  );
}
