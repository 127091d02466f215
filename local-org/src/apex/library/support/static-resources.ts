/** Files of static resources. */
import { currentTransaction } from '../../../database/transaction.ts';
import { BlobValue } from '../../../schema/values/index.ts';

/** The content of a static resource by its name; undefined when there is none. */
export function staticResource(name: string): BlobValue | undefined {
  const { store, org } = currentTransaction();
  const body = store.findRows(org.schema.require('StaticResource'), 'Name', [name])[0]?.get('Body');
  return body instanceof BlobValue ? body : undefined;
}
