/** Email alerts of workflow rules, approval processes and flows ("WorkflowAlert", Metadata API Developer Guide). */
import { Directory } from '../../database/security/sharing/directory.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { WorkflowAlertSource } from '../../metadata/readers/workflow.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import type { SObject } from '../../schema/sobject.ts';
import { templateId } from './email-template.ts';

/** An alert without recipients sends nothing, and what cannot be delivered holds nothing up. */
export function sendAlert(tx: Transaction, record: SObject, alert: WorkflowAlertSource): void {
  const where = `${alert.source.file}:${alert.source.line}`;
  const recipients = [...new Set(alert.recipients.flatMap((recipient) => recipientsOf(tx, record, recipient, where)))];
  if (recipients.length + alert.ccEmails.length === 0) return;
  if (alert.template === undefined) throw new NotSupported('email alert without a template', where);
  const template = templateId(tx, alert.template);
  const orgWideEmailAddressId = senderOf(tx, alert, where);
  const emails = (recipients.length === 0 ? [null] : recipients).map((recipient, index) => {
    const who = recipient !== null && !recipient.includes('@') ? recipient : null;
    return {
      ...tx.org.email.renderTemplate(tx, template, who, record.id),
      to: recipient === null ? [] : [recipient],
      cc: index === 0 ? alert.ccEmails : [],
      orgWideEmailAddressId,
      saveAsActivity: false,
    };
  });
  tx.org.email.send(tx, emails, { allOrNone: false });
}

/** Ids of users and contacts, and addresses. */
function recipientsOf(
  tx: Transaction,
  record: SObject,
  { type, recipient = '', field }: WorkflowAlertSource['recipients'][number],
  where: string,
): string[] {
  switch (type) {
    case 'owner':
      return ownersOf(tx, record.get('OwnerId') as string | null);
    case 'creator':
      return idIn(record, 'CreatedById');
    case 'user':
      return tx.store
        .findRows(tx.org.schema.require('User'), 'Username', [recipient])
        .flatMap((user) => (user.get('IsActive') === true ? [user.id!] : []));
    case 'userLookup':
    case 'contactLookup':
    case 'email':
      return idIn(record, field ?? recipient);
    case 'group': {
      const directory = new Directory(tx.store);
      const group = directory.groupNamed(recipient, 'Regular');
      return group === undefined ? [] : [...directory.usersIn(group.id)];
    }
    case 'role':
    case 'roleSubordinates':
    case 'roleSubordinatesInternal': {
      const directory = new Directory(tx.store);
      const role = directory.roleNamed(recipient);
      if (role === undefined) return [];
      return directory.usersWhere((other) =>
        type === 'role' ? other.id === role.id : directory.isWithin(other, role.id),
      );
    }
    default:
      throw new NotSupported(`email alert to ${type}`, where);
  }
}

function ownersOf(tx: Transaction, ownerId: string | null): string[] {
  if (ownerId === null) return [];
  if (tx.org.schema.objectOfId(ownerId)?.name !== 'Group') return [ownerId];
  return [...new Directory(tx.store).usersIn(ownerId)];
}

function idIn(record: SObject, field: string): string[] {
  const value = record.get(field) as string | null;
  return value === null ? [] : [value];
}

/** An organization-wide address; otherwise it comes from the running user. */
function senderOf(tx: Transaction, { senderType, senderAddress }: WorkflowAlertSource, where: string): string | null {
  switch (senderType) {
    case undefined:
    case 'CurrentUser':
      return null;
    case 'OrgWideEmailAddress': {
      const object = tx.org.schema.require('OrgWideEmailAddress');
      const [row] = tx.store.findRows(object, 'Address', [senderAddress ?? '']);
      if (row === undefined) throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `There is no address ${senderAddress}`);
      return row.id;
    }
    case 'DefaultWorkflowUser':
      throw new NotSupported('email alert from the default workflow user', where);
  }
}
