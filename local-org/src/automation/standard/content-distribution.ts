/** ContentDistribution: a file that is shared by links that need no login ("ContentDistribution", Object Reference). */
import { goodRows } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const contentDistribution: ObjectBehaviour = {
  objects: ['ContentDistribution'],

  derive(batch) {
    if (batch.operation !== 'insert') return;
    const { tx } = batch;
    const versions = tx.org.schema.require('ContentVersion');
    for (const { record } of goodRows(batch)) {
      const id = record.get('ContentVersionId');
      if (typeof id !== 'string') continue;
      const version = tx.store.getRows(versions, [id]).get(id);
      const file = `${tx.org.baseUrl ?? 'http://localhost'}/sfc/servlet.shepherd/version/download/${id}`;
      record.values.set('ContentDocumentId', version?.get('ContentDocumentId') ?? null);
      record.values.set('DistributionPublicUrl', file);
      if (record.get('PreferencesAllowOriginalDownload') === true) record.values.set('ContentDownloadUrl', file);
    }
  },
};
