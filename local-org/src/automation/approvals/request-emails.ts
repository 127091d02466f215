/**
 * "When an approval process assigns an approval request to a user, Salesforce automatically sends the user an approval request
 * email" ("ApprovalProcess": emailTemplate, Metadata API Developer Guide).
 */
import type { OutgoingEmail } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { SObject } from '../../schema/sobject.ts';
import { templateId } from '../workflow/email-template.ts';
import type { ApprovalProcess, ApprovalStep } from './definition.ts';
import { directoryOf, isGroup, userRow } from './people.ts';

export interface ApprovalRequestMail {
  readonly process: ApprovalProcess;
  readonly step: ApprovalStep;
  readonly recordId: string;
  readonly workitem: SObject;
}

/** What cannot be delivered holds nothing up. */
export function sendRequestEmails(tx: Transaction, requests: readonly ApprovalRequestMail[]): void {
  const emails = requests.flatMap((request) =>
    recipientsOf(tx, request).map((userId) => ({
      ...contentOf(tx, request, userId),
      to: [userId],
      saveAsActivity: false,
    })),
  );
  if (emails.length > 0) tx.org.email.send(tx, emails, { allOrNone: false });
}

/** The approver, or the members of the queue, and delegates; each as their personal settings say. */
function recipientsOf(tx: Transaction, { workitem, step }: ApprovalRequestMail): string[] {
  const actorId = workitem.get('ActorId') as string;
  const approvers = isGroup(tx, actorId) ? [...directoryOf(tx).usersIn(actorId)] : [actorId];
  const users = approvers.flatMap((id) => userRow(tx, id) ?? []);
  const delegates = step.source.allowDelegate ? users.flatMap((user) => delegateOf(tx, user) ?? []) : [];
  return [
    ...users.filter((user) => user.get('UserPreferencesReceiveNoNotificationsAsApprover') !== true),
    ...delegates.filter((user) => user.get('UserPreferencesReceiveNotificationsAsDelegatedApprover') === true),
  ]
    .filter((user) => user.get('IsActive') === true && user.get('Email') !== null)
    .map(({ id }) => id!);
}

function delegateOf(tx: Transaction, user: SObject): SObject | undefined {
  const id = user.get('DelegatedApproverId') as string | null;
  return id === null ? undefined : userRow(tx, id);
}

function contentOf(
  tx: Transaction,
  { process, recordId, workitem }: ApprovalRequestMail,
  userId: string,
): Pick<OutgoingEmail, 'subject' | 'text' | 'html'> {
  const template = process.source.emailTemplate;
  if (template !== undefined) return tx.org.email.renderTemplate(tx, templateId(tx, template), userId, recordId);
  const base = tx.org.baseUrl ?? '';
  return {
    subject: `Approval Request: ${process.source.label}`,
    text: [
      `${tx.user.name} has requested your approval for the following item:`,
      `${base}/lightning/r/${process.object.name}/${recordId}/view`,
      '',
      'To approve or reject this item, click this link:',
      `${base}/lightning/r/ProcessInstanceWorkitem/${workitem.id}/view`,
    ].join('\n'),
  };
}
