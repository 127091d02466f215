/** What Visualforce keeps for the request at hand: the current page, and messages for the user. */
import { currentTransaction } from '../../../database/transaction.ts';
import { PageReferenceValue } from '../../runtime/page-reference.ts';
import type { MessageValue } from './message.ts';

const pageSlot = Symbol('current page');
const messagesSlot = Symbol('page messages');

/** A test has one from the start, as if a page without a name were shown. */
export function currentPage(): PageReferenceValue | null {
  const tx = currentTransaction();
  return tx.state<PageReferenceValue | null>(pageSlot, () => (tx.isTest ? new PageReferenceValue('/') : null));
}

export function setCurrentPage(page: PageReferenceValue | null): void {
  currentTransaction().setState(pageSlot, page);
}

export function pageMessages(): MessageValue[] {
  return currentTransaction().state<MessageValue[]>(messagesSlot, () => []);
}
