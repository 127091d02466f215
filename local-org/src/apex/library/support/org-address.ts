/** Where the org is reached, as `Url.getOrgDomainUrl()` says. */
import { currentTransaction } from '../../../database/transaction.ts';

export function orgBaseUrl(): string {
  return currentTransaction().org.baseUrl ?? 'http://localhost';
}
