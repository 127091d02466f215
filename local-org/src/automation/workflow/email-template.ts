import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';

/** The row of a template that metadata names as `Folder/Template`. */
export function templateId(tx: Transaction, name: string): string {
  const developerName = name.slice(name.lastIndexOf('/') + 1);
  const [template] = tx.store.findRows(tx.org.schema.require('EmailTemplate'), 'DeveloperName', [developerName]);
  if (template === undefined) throw new OrgError('TEMPLATE_NOT_FOUND', `The email template ${name} does not exist`);
  return template.id!;
}
