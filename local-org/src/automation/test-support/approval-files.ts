/** Approval processes and workflow of a small object, for tests. */
import { lookup, objectFiles, picklist } from './metadata.ts';

const UPDATE = (name: string, value: string, more = '') =>
  `<fieldUpdates><fullName>${name}</fullName><field>Status__c</field><literalValue>${value}</literalValue><name>${name}</name>` +
  `<notifyAssignee>false</notifyAssignee><operation>Literal</operation><protected>false</protected>${more}</fieldUpdates>`;

const FIELDS = [
  'Order__c.Amount__c',
  'Order__c.Approver__c',
  'Order__c.Count__c',
  'Order__c.Kind__c',
  'Order__c.Status__c',
  'Order_Item__c.Quantity__c',
];

/** Permission set `Orders`, with which users work who are no administrators. */
const orderPermissions = {
  'permissionsets/Orders.permissionset-meta.xml': `<PermissionSet>${FIELDS.map(
    (field) =>
      `<fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions>`,
  ).join('')}<label>Orders</label>${['Order__c', 'Order_Item__c']
    .map(
      (object) =>
        '<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit>' +
        `<allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object>` +
        '<viewAllRecords>false</viewAllRecords></objectPermissions>',
    )
    .join('')}</PermissionSet>`,
};

/** `Order__c` with details `Order_Item__c`, a status that actions set, an approver and a limit. */
export const orderFiles = {
  ...orderPermissions,
  ...objectFiles('Order__c', {
    definition:
      '<enableActivities>true</enableActivities><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
    fields: {
      Status__c: picklist(['Draft', 'Submitted', 'Reviewed', 'Approved', 'Rejected', 'Recalled']),
      Amount__c: { type: 'Currency', precision: 10, scale: 2 },
      Kind__c: { type: 'Text', length: 20 },
      Approver__c: lookup('User', 'Orders_to_Approve'),
      Count__c: { type: 'Number', precision: 5, scale: 0, defaultValue: 0 },
    },
    rules: {
      Never_Rejected: {
        condition: 'Kind__c = "strict" &amp;&amp; ISPICKVAL(Status__c, "Approved")',
        message: 'Strict',
      },
    },
  }),
  ...objectFiles('Order_Item__c', {
    definition:
      '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
    fields: {
      Order__c: { type: 'MasterDetail', referenceTo: 'Order__c', relationshipName: 'Items' },
      Quantity__c: { type: 'Number', precision: 5, scale: 0 },
    },
  }),
};

/** `workflows/Order__c.workflow-meta.xml` with a field update `Set_X` for every status. */
export function orderWorkflow(more = ''): Record<string, string> {
  const updates = ['Draft', 'Submitted', 'Reviewed', 'Approved', 'Rejected', 'Recalled'];
  return {
    'workflows/Order__c.workflow-meta.xml': `<Workflow>${updates.map((status) => UPDATE(`Set_${status}`, status)).join('')}${more}</Workflow>`,
  };
}

export interface StepFile {
  readonly name?: string;
  /** Approvers as `type:name`. */
  readonly approvers: readonly string[];
  readonly multiple?: 'Unanimous' | 'FirstResponse';
  readonly criteria?: string;
  readonly otherwise?: string;
  readonly onReject?: string;
  readonly delegate?: boolean;
  readonly approved?: readonly string[];
  readonly rejected?: readonly string[];
}

export interface ProcessFile {
  readonly criteria?: string;
  readonly submitters?: string;
  readonly steps: readonly StepFile[];
  readonly order?: number;
  readonly active?: boolean;
  readonly recall?: boolean;
  readonly editability?: 'AdminOnly' | 'AdminOrCurrentApprover';
  readonly lockApproved?: boolean;
  readonly lockRejected?: boolean;
  readonly more?: string;
  /** Field updates by event; `Set_Submitted`, `Set_Approved`, `Set_Rejected` and `Set_Recalled` unless given. */
  readonly actions?: Readonly<Record<string, readonly string[]>>;
}

const FINAL_ACTIONS = {
  finalApprovalActions: ['Set_Approved'],
  finalRejectionActions: ['Set_Rejected'],
  initialSubmissionActions: ['Set_Submitted'],
  recallActions: ['Set_Recalled'],
};

/** `approvalProcesses/Order__c.<name>.approvalProcess-meta.xml`. */
export function orderProcess(name: string, file: ProcessFile): Record<string, string> {
  const actions = Object.entries({ ...FINAL_ACTIONS, ...file.actions }).map(([event, names]) =>
    actionList(event, names),
  );
  const text =
    `<ApprovalProcess><active>${file.active ?? true}</active><allowRecall>${file.recall ?? false}</allowRecall>` +
    `<allowedSubmitters>${file.submitters ?? '<type>owner</type>'}</allowedSubmitters>` +
    file.steps.map(stepXml).join('') +
    `<enableMobileDeviceAccess>false</enableMobileDeviceAccess>${entryCriteria(file.criteria)}` +
    `<finalApprovalRecordLock>${file.lockApproved ?? false}</finalApprovalRecordLock>` +
    `<finalRejectionRecordLock>${file.lockRejected ?? false}</finalRejectionRecordLock>` +
    `${actions.join('')}<label>${name.replaceAll('_', ' ')}</label>${file.more ?? ''}` +
    (file.order === undefined ? '' : `<processOrder>${file.order}</processOrder>`) +
    `<recordEditability>${file.editability ?? 'AdminOnly'}</recordEditability>` +
    '<showApprovalHistory>true</showApprovalHistory></ApprovalProcess>';
  return { [`approvalProcesses/Order__c.${name}.approvalProcess-meta.xml`]: text };
}

function stepXml(step: StepFile, index: number): string {
  const name = step.name ?? `Step_${index + 1}`;
  const approvers = step.approvers.map((approver) => {
    const [type, named] = approver.split(':');
    return `<approver>${named === undefined ? '' : `<name>${named}</name>`}<type>${type}</type></approver>`;
  });
  const multiple = step.multiple === undefined ? '' : `<whenMultipleApprovers>${step.multiple}</whenMultipleApprovers>`;
  return (
    `<approvalStep><allowDelegate>${step.delegate ?? false}</allowDelegate>${actionList('approvalActions', step.approved)}` +
    `<assignedApprover>${approvers.join('')}${multiple}</assignedApprover>${entryCriteria(step.criteria)}` +
    (step.otherwise === undefined ? '' : `<ifCriteriaNotMet>${step.otherwise}</ifCriteriaNotMet>`) +
    `<label>${name.replaceAll('_', ' ')}</label><name>${name}</name>` +
    (step.onReject === undefined ? '' : `<rejectBehavior><type>${step.onReject}</type></rejectBehavior>`) +
    `${actionList('rejectionActions', step.rejected)}</approvalStep>`
  );
}

function entryCriteria(inner: string | undefined): string {
  return inner === undefined ? '' : `<entryCriteria>${inner}</entryCriteria>`;
}

function actionList(event: string, names: readonly string[] = []): string {
  if (names.length === 0) return '';
  return `<${event}>${names.map((name) => `<action><name>${name}</name><type>FieldUpdate</type></action>`).join('')}</${event}>`;
}
