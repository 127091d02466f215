/** Submits records for approval, decides about them, and recalls and reassigns requests. */
import ApprovalModal, { type ApprovalDialog } from '../approvalModal/approvalModal.ts';
import { request } from '../http/http.ts';
import { refreshPage } from '../refresh/refresh.ts';
import { toast } from '../toasts/toasts.ts';

export type ApprovalActionName = 'Submit' | 'Approve' | 'Reject' | 'Reassign' | 'Recall';

interface Texts {
  readonly title: string;
  readonly button: string;
  readonly done: string;
}

const TEXTS: Readonly<Record<ApprovalActionName, Texts>> = {
  Submit: { title: 'Submit for Approval', button: 'Submit', done: 'The record was submitted for approval.' },
  Approve: { title: 'Approve', button: 'Approve', done: 'The record was approved.' },
  Reject: { title: 'Reject', button: 'Reject', done: 'The record was rejected.' },
  Reassign: { title: 'Reassign Approval Request', button: 'Reassign', done: 'The approval request was reassigned.' },
  Recall: { title: 'Recall Approval Request', button: 'Recall', done: 'The approval request was recalled.' },
};

/** What the platform calls a recall. */
const ACTIONS = {
  Submit: 'Submit',
  Approve: 'Approve',
  Reject: 'Reject',
  Reassign: 'Reassign',
  Recall: 'Removed',
} as const;

export function isApprovalAction(name: string): name is ApprovalActionName {
  return name in TEXTS;
}

/** `contextId` is the record to submit, else the approval request. Answers whether it was done. */
export async function runApprovalAction(name: ApprovalActionName, contextId: string): Promise<boolean> {
  const { title, button, done } = TEXTS[name];
  const dialog: ApprovalDialog = {
    title,
    button,
    asksComments: name !== 'Reassign',
    asksUser: name === 'Reassign',
    run: (answer) => request('POST', '/_app/approvals', { action: ACTIONS[name], contextId, ...answer }),
  };
  const isDone = (await ApprovalModal.open({ label: title, size: 'small', request: dialog })) === true;
  if (isDone) {
    toast({ title: done, variant: 'success' });
    await refreshPage();
  }
  return isDone;
}
