/** Does what the buttons of a record page say. */
import { createElement, type LightningElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import ActionModal from '../actionModal/actionModal.ts';
import { messageOf } from '../errors/errors.ts';
import type { RecordAction, RecordPageInfo } from '../flexiPage/pageTypes.ts';
import { uiApi } from '../http/http.ts';
import { refreshPage } from '../refresh/refresh.ts';
import { navigate, type PageReference } from '../router/router.ts';
import { toast } from '../toasts/toasts.ts';
import { type ApprovalActionName, isApprovalAction, runApprovalAction } from './approvalActions.ts';
import { openRecordForm } from './recordForms.ts';

export async function runAction(record: RecordPageInfo, action: RecordAction): Promise<void> {
  const page = (actionName: string): PageReference => ({
    type: 'standard__recordPage',
    attributes: { objectApiName: record.objectApiName, recordId: record.recordId, actionName },
    state: {},
  });
  if (action.type === 'StandardButton') {
    if (isApprovalAction(action.apiName)) return runApproval(record, action.apiName);
    if (record.lockMessage !== null && action.apiName !== 'Clone') {
      return toast({ title: action.label, message: record.lockMessage, variant: 'error' });
    }
    if (action.apiName === 'Delete') return confirmDelete(record.objectApiName, record.label, record.recordId);
    return navigate(page(action.apiName.toLowerCase()));
  }
  if (action.actionTargetType === 'LightningComponent') return runComponent(record, action);
  if (action.actionTargetType === null && (action.subtype === 'Create' || action.subtype === 'Update')) {
    return runForm(record, action);
  }
  toast({ title: action.label, message: `Not supported: the quick action ${action.apiName}`, variant: 'warning' });
}

export async function runApproval({ recordId, approval }: RecordPageInfo, name: ApprovalActionName): Promise<void> {
  const contextId = name === 'Submit' ? recordId : name === 'Recall' ? approval.recall : approval.decide;
  if (contextId !== null) await runApprovalAction(name, contextId);
}

/** Asks, deletes, and goes to the list that the record stood in. */
export async function confirmDelete(
  objectApiName: string,
  label: string,
  recordId: string,
  stay = false,
): Promise<void> {
  const message = `Are you sure you want to delete this ${label.toLowerCase()}?`;
  if (!(await LightningConfirm.open({ label: `Delete ${label}`, message, theme: 'warning' }))) return;
  try {
    await uiApi('DELETE', `records/${recordId}`);
  } catch (error) {
    toast({ title: `The ${label.toLowerCase()} was not deleted`, message: messageOf(error), variant: 'error' });
    return;
  }
  toast({ title: `${label} was deleted.`, variant: 'success' });
  if (stay) return refreshPage();
  navigate({ type: 'standard__objectPage', attributes: { objectApiName, actionName: 'home' }, state: {} }, true);
}

async function runForm(record: RecordPageInfo, action: RecordAction): Promise<void> {
  const { fields, defaults } = await uiApi<{ fields: readonly string[]; defaults: Record<string, unknown> }>(
    'GET',
    `actions/quick-action-form/${action.apiName}/${record.recordId}`,
  );
  await openRecordForm({
    title: action.label,
    fields,
    ...(action.subtype === 'Update'
      ? { recordId: record.recordId }
      : { objectApiName: action.targetObject!, defaults }),
  });
}

interface HeadlessAction extends LightningElement {
  invoke?(): unknown;
}

/** A component with a screen opens in a window; one without is made, called, and dropped. */
async function runComponent(record: RecordPageInfo, action: RecordAction): Promise<void> {
  const name = `c/${action.actionTarget!.replace(/^c:/, '')}`;
  const { recordId, objectApiName } = record;
  if (action.subtype !== 'Action') {
    await ActionModal.open({ label: action.label, size: 'small', name, recordId, objectApiName });
    return;
  }
  try {
    const { default: Constructor } = (await import(name)) as { default: typeof LightningElement };
    const tag = name.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const element = createElement(tag, { is: Constructor }) as unknown as HTMLElement & HeadlessAction;
    Object.assign(element, { recordId, objectApiName });
    element.hidden = true;
    document.body.append(element);
    try {
      await element.invoke?.();
    } finally {
      element.remove();
    }
  } catch (error) {
    toast({ title: action.label, message: messageOf(error), variant: 'error' });
  }
}
