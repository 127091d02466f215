/** Asks the org for the user's subscription of a report or dashboard. */
import { appData, request, uiApi } from '../http/http.ts';
import type { RecordData } from '../records/types.ts';

const ROOT = '/_app/analytics/notifications';

export interface Schedule {
  readonly frequency: string;
  readonly frequencyType?: string;
  readonly details: {
    readonly time: number;
    readonly daysOfWeek?: readonly string[];
    readonly daysOfMonth?: readonly number[];
    readonly weekInMonth?: string;
    readonly dayInWeek?: string;
  };
}

export interface Condition {
  readonly colName: string;
  readonly operation: string;
  readonly value: string;
}

export interface Recipient {
  readonly id: string;
  readonly displayName?: string;
  readonly type?: string;
}

export interface Notification {
  readonly id?: string;
  readonly source: string;
  readonly recordId: string;
  readonly name: string;
  readonly active: boolean;
  readonly schedule: Schedule;
  readonly thresholds: readonly {
    readonly type: string;
    readonly conditions: readonly Condition[] | null;
    readonly actions: readonly {
      readonly type: string;
      readonly configuration: { readonly recipients: readonly Recipient[] };
    }[];
  }[];
}

export interface SubscriptionState {
  readonly notification: Notification | null;
  readonly mayAddRecipients: boolean;
}

export function subscriptionOf(objectName: string, recordId: string): Promise<SubscriptionState> {
  return appData(`analytics/subscription/${objectName}/${recordId}`);
}

export function saveSubscription(notification: Notification): Promise<Notification> {
  return notification.id === undefined
    ? request('POST', ROOT, notification)
    : request('PUT', `${ROOT}/${notification.id}`, notification);
}

export function unsubscribe(id: string): Promise<void> {
  return request('DELETE', `${ROOT}/${id}`);
}

export async function userName(id: string): Promise<string> {
  const { fields } = await uiApi<RecordData>('GET', `records/${id}`, { fields: 'User.Name' });
  return String(fields.Name?.value ?? id);
}
