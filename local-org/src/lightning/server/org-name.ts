/** What the org is called. */
import type { Org } from '../../org/org.ts';

export function orgName(org: Org): string {
  return org.name;
}
