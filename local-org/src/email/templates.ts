/** Email templates, merged with the records an email is about. */
import type { RenderedEmail } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { NotSupported } from '../schema/errors.ts';
import { isId } from '../schema/ids.ts';
import type { SObject } from '../schema/sobject.ts';
import { EmailError } from './email-error.ts';
import { MergeFields, type MergeRecords } from './merge-fields.ts';

/** Throws `EmailError` for a template that is not there, is switched off, or names a field that does not exist. */
export function renderTemplate(tx: Transaction, templateId: string, records: MergeRecords): RenderedEmail {
  const template = findTemplate(tx, templateId);
  const name = String(template.get('DeveloperName'));
  if (template.get('TemplateType') === 'visualforce') throw new NotSupported(`Visualforce email template ${name}`);
  const fields = new MergeFields(tx, records);
  const body = template.get('Body') as string | null;
  const html = template.get('HtmlValue') as string | null;
  return {
    subject: fields.merge((template.get('Subject') as string | null) ?? '', false),
    text: body === null ? null : fields.merge(body, false),
    html: html === null ? null : fields.merge(html, true),
  };
}

function findTemplate(tx: Transaction, id: string): SObject {
  const object = tx.org.schema.require('EmailTemplate');
  const template = isId(id) ? tx.store.getRows(object, [id]).get(id) : undefined;
  if (template === undefined) throw new EmailError('TEMPLATE_NOT_FOUND', `The email template ${id} does not exist`);
  if (template.get('IsActive') !== true) {
    throw new EmailError(
      'TEMPLATE_NOT_ACTIVE',
      `The email template ${String(template.get('Name'))} is not available for use`,
    );
  }
  return template;
}
