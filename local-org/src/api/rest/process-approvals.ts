/** Approval processes (REST API Developer Guide, "Process Approvals"). */
import type { ApprovalRequest, ApprovalResult } from '../../database/approval-service.ts';
import { isVisible, transact, type Call } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { asArray, asObject, type JsonObject, optionalText, readObject, requiredText } from '../json/read-body.ts';
import type { Route } from '../router.ts';

/** What each action does; `Removed` recalls. */
const ACTIONS = new Set(['submit', 'approve', 'reject', 'removed']);

export const processApprovalRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'process', resource: (call) => ok({ approvals: `${call.basePath}/process/approvals` }) },
  { method: 'GET', pattern: 'process/approvals', resource: list },
  { method: 'POST', pattern: 'process/approvals', resource: act },
];

/** Active processes by the object they are for. */
function list(call: Call): Answer {
  const processes = call.org.approvals
    .processes()
    .filter(({ object }) => isVisible(call, call.org.schema.require(object)))
    .map(({ id, label, description, object, order }) => ({ description, id, name: label, object, sortOrder: order }));
  return ok({ approvals: Object.fromEntries(Map.groupBy(processes, ({ object }) => object)) });
}

/** "The requests that succeed are committed and the requests that don't succeed send back an error." */
function act(call: Call): Answer {
  const requests = asArray(readObject(call.request).requests, 'requests').map((entry, index) =>
    readRequest(asObject(entry, `request ${index}`)),
  );
  const results = transact(call, (tx) => call.org.approvals.process(tx, requests, false));
  return ok(results.map(resultJson));
}

function readRequest(json: JsonObject): ApprovalRequest {
  const action = requiredText(json, 'actionType');
  if (!ACTIONS.has(action.toLowerCase())) {
    throw new ApiError(400, 'INVALID_FIELD', `actionType ${action} is not one of Submit, Approve, Reject, Removed`);
  }
  const contextId = requiredText(json, 'contextId');
  const common = {
    comments: optionalText(json, 'comments') ?? null,
    nextApproverIds: asArray(json.nextApproverIds ?? [], 'nextApproverIds').map(String),
  };
  if (action.toLowerCase() !== 'submit') return { kind: 'workitem', ...common, workitemId: contextId, action };
  return {
    kind: 'submit',
    ...common,
    objectId: contextId,
    submitterId: optionalText(json, 'contextActorId') ?? null,
    processDefinitionNameOrId: optionalText(json, 'processDefinitionNameOrId') ?? null,
    skipEntryCriteria: json.skipEntryCriteria === true,
  };
}

function resultJson({ success, actorIds, newWorkitemIds, errors, ...result }: ApprovalResult): object {
  return {
    actorIds: actorIds.length === 0 ? null : actorIds,
    entityId: result.entityId,
    errors: success ? null : errors.map(({ statusCode, message, fields }) => ({ fields, message, statusCode })),
    instanceId: result.instanceId,
    instanceStatus: result.instanceStatus,
    newWorkitemIds: success ? newWorkitemIds : null,
    success,
  };
}
