/** Flows, workflow and approval processes name Apex, flows, actions, templates, fields and people. */
import { objectNameOf } from '../automation/approvals/definition.ts';
import type { Component, FlowSource } from '../metadata/metadata.ts';
import type {
  ApprovalActionSource,
  ApprovalCriteriaSource,
  ApprovalProcessSource,
  ApproverSource,
} from '../metadata/readers/approval-process.ts';
import type { WorkflowActionReferenceSource, WorkflowSource } from '../metadata/readers/workflow.ts';
import type { XmlElement } from '../metadata/xml.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { Catalogue, Place } from './catalogue.ts';

export function checkAutomation(catalogue: Catalogue): void {
  const { metadata } = catalogue;
  for (const flow of metadata.flows.values()) checkFlow(catalogue, flow);
  for (const workflow of metadata.workflows.values()) checkWorkflow(catalogue, workflow);
  for (const process of metadata.approvalProcesses.values()) checkProcess(catalogue, process);
}

/** Connectors, fields and resources of a flow are checked when it is compiled; what it calls is looked up here. */
function checkFlow(catalogue: Catalogue, { file, root }: FlowSource): void {
  const { metadata } = catalogue;
  for (const element of root.children) {
    const place = { source: { file, line: element.line } };
    const called = textOf(element, 'flowName') ?? textOf(element, 'actionName');
    if (called === undefined) continue;
    const type = element.name === 'subflows' ? 'flow' : textOf(element, 'actionType');
    if (type === 'flow') catalogue.component(place, 'Flow', metadata.flows, called);
    if (type === 'emailAlert') checkAlert(catalogue, place, called);
    if (type === 'apex') {
      const source = catalogue.apexSource(called);
      if (source === undefined) catalogue.missing(place, `Apex class ${called}`);
      else if (!/@InvocableMethod\b/i.test(source)) catalogue.missing(place, `Invocable method of ${called}`);
    }
  }
}

function textOf(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim();
}

/** `Object.Alert`. */
function checkAlert(catalogue: Catalogue, place: Place, name: string): void {
  const [object = '', alert] = name.split('.');
  const known = catalogue.metadata.workflows.get(object)?.alerts.some(({ fullName }) => fullName === alert);
  if (known !== true) catalogue.missing(place, `Email alert ${name}`);
}

function checkWorkflow(catalogue: Catalogue, workflow: Component<WorkflowSource>): void {
  const object = catalogue.object(workflow, workflow.fullName);
  if (object === undefined) return;
  for (const update of workflow.fieldUpdates) {
    const path = update.targetObject === undefined ? update.field : `${update.targetObject}.${update.field}`;
    catalogue.field(update, object, path);
  }
  for (const alert of workflow.alerts) checkTemplate(catalogue, alert, alert.template);
  for (const rule of workflow.rules) {
    for (const item of rule.criteriaItems) checkCriterion(catalogue, item, object);
    checkActions(catalogue, workflow, rule.actions);
  }
}

function checkProcess(catalogue: Catalogue, process: Component<ApprovalProcessSource>): void {
  const object = catalogue.object(process, objectNameOf(process.fullName));
  if (object === undefined) return;
  const workflow = catalogue.metadata.workflows.get(object.name);
  const actions = (source: ApprovalActionSource | undefined): void =>
    checkActions(catalogue, workflow, source?.action ?? []);
  const criteria = (source: ApprovalCriteriaSource | undefined): void => {
    for (const item of source?.criteriaItems ?? []) checkCriterion(catalogue, item, object);
  };
  criteria(process.entryCriteria);
  checkTemplate(catalogue, process, process.emailTemplate);
  for (const name of process.approvalPageFields?.field ?? []) catalogue.field(process, object, fieldOfPage(name));
  for (const { type, submitter = '', source } of process.allowedSubmitters) {
    if (type === 'group') catalogue.component({ source }, 'Group', catalogue.metadata.groups, submitter);
    if (type.startsWith('role')) catalogue.component({ source }, 'Role', catalogue.metadata.roles, submitter);
  }
  for (const event of [
    process.initialSubmissionActions,
    process.finalApprovalActions,
    process.finalRejectionActions,
    process.recallActions,
  ]) {
    actions(event);
  }
  for (const step of process.approvalStep) {
    criteria(step.entryCriteria);
    actions(step.approvalActions);
    actions(step.rejectionActions);
    for (const approver of step.assignedApprover.approver) checkApprover(catalogue, approver, object);
  }
}

/** Pages of approvals name the owner as list columns do ("ApprovalPageField", Metadata API Developer Guide). */
function fieldOfPage(name: string): string {
  return name === 'Owner' ? 'OwnerId' : name;
}

function checkApprover(catalogue: Catalogue, approver: ApproverSource, object: ObjectSchema): void {
  const { type, name = '' } = approver;
  if (type === 'queue') catalogue.component(approver, 'Queue', catalogue.metadata.queues, name);
  if (type === 'relatedUserField') checkReference(catalogue, approver, object, name);
  if (type === 'userHierarchyField') {
    const user = catalogue.object(approver, 'User');
    if (user !== undefined) checkReference(catalogue, approver, user, name);
  }
}

/** `Approver__c`, `Owner`, `Manager`. */
function checkReference(catalogue: Catalogue, place: Place, object: ObjectSchema, name: string): void {
  const known = object.field(name) ?? object.field(`${name}Id`) ?? object.relationship(name);
  if (known === undefined) catalogue.missing(place, `Field ${object.name}.${name}`);
}

/** `Object.Field`, of a user `$User.Field`. */
function checkCriterion(catalogue: Catalogue, item: Place & { readonly field: string }, object: ObjectSchema): void {
  const [objectName, path] = item.field.includes('.') ? item.field.split(/\.(.*)/s) : [object.name, item.field];
  if (path === 'RecordType') return;
  catalogue.qualifiedField(item, `${objectName.replace(/^\$/, '')}.${path}`);
}

function checkActions(
  catalogue: Catalogue,
  workflow: WorkflowSource | undefined,
  references: readonly WorkflowActionReferenceSource[],
): void {
  for (const { name, type, source } of references) {
    const known = { FieldUpdate: workflow?.fieldUpdates, Alert: workflow?.alerts, Task: workflow?.tasks }[
      type as string
    ];
    const isOfWorkflow = ['FieldUpdate', 'Alert', 'Task'].includes(type);
    if (isOfWorkflow && known?.some(({ fullName }) => fullName === name) !== true) {
      catalogue.missing({ source }, `${type} ${name}`);
    }
  }
}

/** Templates outside of the project's folders (`unfiled$public/Template`) are the org's own. */
function checkTemplate(catalogue: Catalogue, place: Place, name: string | undefined): void {
  if (name !== undefined && !name.startsWith('unfiled$public/')) {
    catalogue.component(place, 'Email template', catalogue.metadata.emailTemplates, name);
  }
}
