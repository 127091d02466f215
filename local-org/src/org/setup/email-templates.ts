/** Rows of email templates. */
import type { Metadata } from '../../metadata/metadata.ts';
import { Decimal, type FieldValue } from '../../schema/values/index.ts';
import type { RowSync } from './sync-rows.ts';

/** Folder of templates that lie in none. */
const UNFILED = 'unfiled$public';

export function syncEmailTemplates(rows: RowSync, metadata: Metadata): void {
  const organization = rows.store.allRows(rows.store.schema.require('Organization'))[0]?.id ?? null;
  rows.sync(
    'EmailTemplate',
    [...metadata.emailTemplates.values()].map(({ fullName, source, meta }) => {
      const [folder, developerName] = fullName.split('/');
      const filed = folder !== UNFILED && metadata.emailFolders.has(folder);
      return {
        name: fullName,
        values: {
          Name: meta.name,
          DeveloperName: developerName,
          FolderId: filed ? rows.idOf('Folder', `email:${folder}`) : organization,
          FolderName: filed ? metadata.emailFolders.get(folder)!.name : 'Unfiled Public Classic Email Templates',
          TemplateStyle: meta.style,
          TemplateType: meta.type,
          IsActive: meta.available,
          Encoding: meta.encodingKey,
          Description: meta.description ?? null,
          Subject: meta.subject ?? null,
          UiType: meta.uiType,
          RelatedEntityType: meta.relatedEntityType ?? null,
          ApiVersion: meta.apiVersion === undefined ? null : Decimal.of(meta.apiVersion),
          ...bodies(meta.type, source, meta.textOnly ?? null),
        },
      };
    }),
  );
}

/** The text beside the metadata file is what the template's type says it is. */
function bodies(type: string, source: string, textOnly: string | null): Record<string, FieldValue> {
  switch (type) {
    case 'text':
      return { Body: source, HtmlValue: null, Markup: null };
    case 'visualforce':
      return { Body: textOnly, HtmlValue: null, Markup: source };
    default:
      return { Body: textOnly, HtmlValue: source, Markup: null };
  }
}
