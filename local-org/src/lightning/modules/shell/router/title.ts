/** The title of the browser's tab. */
import { orgName } from '../session/session.ts';

export function setTitle(...parts: readonly string[]): void {
  document.title = [...parts, orgName].join(' | ');
}
