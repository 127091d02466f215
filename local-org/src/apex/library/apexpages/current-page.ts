/** What Visualforce keeps for the request at hand: the current page, and messages for the user. */
import { currentTransaction } from '../../../database/transaction.ts';
import { PageReferenceValue } from '../../runtime/page-reference.ts';
import type { MessageValue } from './message.ts';

const pageSlot = Symbol('current page');
const messagesSlot = Symbol('page messages');

export function currentPage(): PageReferenceValue | null {
  return currentTransaction().state<PageReferenceValue | null>(pageSlot, () => null);
}

export function setCurrentPage(page: PageReferenceValue | null): void {
  currentTransaction().setState(pageSlot, page);
}

export function pageMessages(): MessageValue[] {
  return currentTransaction().state<MessageValue[]>(messagesSlot, () => []);
}
