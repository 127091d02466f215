/** What waits for an approver, for tests. */
import type { InboxEntry, InboxItem } from '../../approvalModel';

export function entryOf(id: string, changes: Partial<InboxEntry> = {}): InboxEntry {
  return {
    entryId: id,
    day: '2026-11-16',
    projectName: 'CRM Quick Start',
    taskName: 'Build',
    minutes: 480,
    isBillable: true,
    billAmount: 1600,
    currencyCode: 'USD',
    rateStatus: 'Resolved',
    ...changes,
  };
}

export function itemOf(id: string, changes: Partial<InboxItem> = {}): InboxItem {
  return {
    timesheetId: id,
    resourceName: `Person ${id}`,
    weekStart: '2026-11-16',
    totalMinutes: 2400,
    billableMinutes: 2400,
    capacityMinutes: 2400,
    warnings: [],
    entries: [entryOf(`${id}-1`)],
    ...changes,
  };
}
