/** Tells what is on the page that data has changed: after a save, an action, or when a component asks for it. */
import { refreshRecords } from '../records/recordCache.ts';

type Listener = () => unknown;

const listeners = new Set<Listener>();

/** Called with every refresh of the page, until the returned function is called. */
export function onRefresh(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Loads everything on the page again. */
export async function refreshPage(): Promise<void> {
  await Promise.all([refreshRecords(), ...[...listeners].map((listener) => listener())]);
}
