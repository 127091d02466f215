/** `lightning/refresh`: the RefreshView API ("Refresh Component Data with the RefreshView API" in the LWC guide). */
import { onRefresh } from '../../shell/refresh/refresh.ts';

export const RefreshEventName = 'lightning__refreshview';

/** Dispatched by a component to ask the page around it to load its data again. */
export class RefreshEvent extends CustomEvent<void> {
  constructor() {
    super(RefreshEventName, { bubbles: true, composed: true, cancelable: true });
  }
}

export const REFRESH_COMPLETE = 'RefreshComplete';
export const REFRESH_COMPLETE_WITH_ERROR = 'RefreshCompleteWithError';
export const REFRESH_ERROR = 'RefreshError';

type RefreshHandler = () => Promise<unknown>;

let count = 0;
const handlers = new Map<number, () => void>();

/** Calls the handler whenever the page is refreshed. Answers what `unregisterRefreshHandler` takes. */
export function registerRefreshHandler(_component: unknown, handler: RefreshHandler): number {
  handlers.set(++count, onRefresh(handler));
  return count;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.get(id)?.();
  handlers.delete(id);
}

/** The page itself is the container of all refreshes: a component's own container hears them too. */
export function registerRefreshContainer(component: unknown, handler: () => Promise<unknown>): number {
  return registerRefreshHandler(component, handler);
}

export function unregisterRefreshContainer(id: number): void {
  unregisterRefreshHandler(id);
}
