/** ApprovalProcess. */
import type {
  ApprovalAction,
  ApprovalEntryCriteria,
  ApprovalPageField,
  ApprovalProcess,
  ApprovalStep,
  ApprovalStepApprover,
  ApprovalStepRejectBehavior,
  ApprovalSubmitter,
  Approver,
  NextAutomatedApprover,
} from '@salesforce/types/metadata';
import { flag, list, number, oneOf, required, shape, text, unused, type ValueOf, withDefault } from '../shape.ts';
import { filterItem } from './custom-field.ts';
import { workflowActionReference } from './workflow.ts';

const approvalAction = shape<ApprovalAction>()({
  action: list(workflowActionReference),
});

const entryCriteria = shape<ApprovalEntryCriteria>()({
  booleanFilter: text,
  criteriaItems: list(filterItem),
  formula: text,
});

const approver = shape<Approver>()({
  name: text,
  type: required(oneOf('adhoc', 'user', 'userHierarchyField', 'relatedUserField', 'queue')),
});

const assignedApprover = shape<ApprovalStepApprover>()({
  approver: list(approver),
  whenMultipleApprovers: oneOf('Unanimous', 'FirstResponse'),
});

const rejectBehavior = shape<ApprovalStepRejectBehavior>()({
  type: required(oneOf('RejectRequest', 'BackToPrevious')),
});

const approvalStep = shape<ApprovalStep>()({
  allowDelegate: withDefault(flag, false),
  approvalActions: approvalAction,
  assignedApprover: required(assignedApprover),
  description: text,
  entryCriteria,
  ifCriteriaNotMet: oneOf('ApproveRecord', 'RejectRecord', 'GotoNextStep'),
  label: required(text),
  name: required(text),
  rejectBehavior,
  rejectionActions: approvalAction,
});

const submitter = shape<ApprovalSubmitter>()({
  submitter: text,
  type: required(
    oneOf(
      'group',
      'role',
      'user',
      'roleSubordinates',
      'roleSubordinatesInternal',
      'owner',
      'creator',
      'partnerUser',
      'customerPortalUser',
      'portalRole',
      'portalRoleSubordinates',
      'allInternalUsers',
    ),
  ),
});

const nextAutomatedApprover = shape<NextAutomatedApprover>()({
  useApproverFieldOfRecordOwner: withDefault(flag, false),
  userHierarchyField: required(text),
});

const approvalPageFields = shape<ApprovalPageField>()({
  field: list(text),
});

export const approvalProcess = shape<ApprovalProcess>()({
  active: required(flag),
  allowRecall: withDefault(flag, false),
  allowedSubmitters: list(submitter),
  approvalPageFields,
  approvalStep: list(approvalStep),
  description: text,
  emailTemplate: text,
  enableMobileDeviceAccess: unused,
  entryCriteria,
  finalApprovalActions: approvalAction,
  finalApprovalRecordLock: withDefault(flag, false),
  finalRejectionActions: approvalAction,
  finalRejectionRecordLock: withDefault(flag, false),
  fullName: text,
  initialSubmissionActions: approvalAction,
  label: required(text),
  nextAutomatedApprover,
  postTemplate: unused,
  processOrder: number,
  recallActions: approvalAction,
  recordEditability: required(oneOf('AdminOnly', 'AdminOrCurrentApprover')),
  showApprovalHistory: withDefault(flag, false),
});

export type ApprovalProcessSource = ValueOf<typeof approvalProcess>;
export type ApprovalStepSource = ValueOf<typeof approvalStep>;
export type ApprovalActionSource = ValueOf<typeof approvalAction>;
export type ApprovalCriteriaSource = ValueOf<typeof entryCriteria>;
export type ApproverSource = ValueOf<typeof approver>;
export type SubmitterSource = ValueOf<typeof submitter>;
