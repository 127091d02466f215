/** Approval.ProcessRequest and the requests that extend it (Apex Reference Guide). */
import type { ApprovalRequest } from '../../../database/approval-service.ts';
import { type ApexList, throwApex } from '../../runtime/index.ts';
import { libraryClass, type LibraryClass } from '../define.ts';
import { beanMembers, BeanValue } from '../support/bean.ts';

const SUBMIT = 'Approval.ProcessSubmitRequest';
const WORKITEM = 'Approval.ProcessWorkitemRequest';
const common = ['String Comments', 'List<Id> NextApproverIds'];

export const requestClasses: readonly LibraryClass[] = [
  libraryClass('Approval.ProcessRequest', beanMembers(...common), { extensible: true }),
  libraryClass(
    SUBMIT,
    {
      'ProcessSubmitRequest()': () => new BeanValue(SUBMIT),
      ...beanMembers(
        ...common,
        'String ObjectId',
        'String ProcessDefinitionNameOrId',
        'Boolean SkipEntryCriteria',
        'String SubmitterId',
      ),
    },
    { extends: 'Approval.ProcessRequest' },
  ),
  libraryClass(
    WORKITEM,
    {
      'ProcessWorkitemRequest()': () => new BeanValue(WORKITEM),
      ...beanMembers(...common, 'String Action', 'String WorkitemId'),
    },
    { extends: 'Approval.ProcessRequest' },
  ),
];

/** What the service takes; a value that must be there and is not makes an `InvalidParameterValueException`. */
export function toRequest(request: BeanValue): ApprovalRequest {
  const common = {
    comments: request.get('Comments') as string | null,
    nextApproverIds: (request.get('NextApproverIds') as ApexList<string> | null)?.items ?? [],
  };
  if (request.typeName === WORKITEM) {
    return {
      kind: 'workitem',
      ...common,
      workitemId: needed(request, 'WorkitemId'),
      action: needed(request, 'Action'),
    };
  }
  return {
    kind: 'submit',
    ...common,
    objectId: needed(request, 'ObjectId'),
    submitterId: request.get('SubmitterId') as string | null,
    processDefinitionNameOrId: request.get('ProcessDefinitionNameOrId') as string | null,
    skipEntryCriteria: request.get('SkipEntryCriteria') === true,
  };
}

function needed(request: BeanValue, name: string): string {
  const value = request.get(name) as string | null;
  if (value === null) throwApex('System.InvalidParameterValueException', `${name} is required`);
  return value;
}
