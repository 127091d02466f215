/** The window of a subscription. Closes with what was done; with nothing when it was cancelled. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import {
  DAYS,
  FREQUENCIES,
  KINDS_OF_DAY,
  MONTH_DAYS,
  type Option,
  scheduleText,
  TIMES,
  WEEKS,
} from '../analytics/scheduleText.ts';
import {
  type Condition,
  type Notification,
  type Recipient,
  saveSubscription,
  type Schedule,
  type SubscriptionState,
  unsubscribe,
  userName,
} from '../analytics/subscriptions.ts';
import { messageOf } from '../errors/errors.ts';

export interface Subject {
  readonly objectApiName: string;
  readonly recordId: string;
  readonly name: string;
  readonly aggregates: readonly Option[];
  readonly state: SubscriptionState;
}

const OPERATIONS: readonly Option[] = [
  { label: 'equals', value: 'equal' },
  { label: 'not equal to', value: 'notEqual' },
  { label: 'greater than', value: 'greaterThan' },
  { label: 'less than', value: 'lessThan' },
  { label: 'greater or equal', value: 'greaterThanEqual' },
  { label: 'less or equal', value: 'lessThanEqual' },
];
const MOST_CONDITIONS = 5;

export default class SubscribeModal extends LightningModal {
  @api subject!: Subject;
  frequency = 'daily';
  time = '8';
  daysOfWeek: string[] = ['mon'];
  /** A day of the month, or `relative`. */
  monthDay = '1';
  weekInMonth = 'first';
  dayInWeek = 'mon';
  conditions: readonly Condition[] = [];
  recipients: readonly Recipient[] = [];
  problem: string | undefined;
  isBusy = false;
  readonly frequencies = FREQUENCIES;
  readonly days = DAYS;
  readonly weeks = WEEKS;
  readonly kindsOfDay = KINDS_OF_DAY;
  readonly monthDays: readonly Option[] = [...MONTH_DAYS, { label: 'On a day of the week', value: 'relative' }];
  readonly times = TIMES;
  readonly operations = OPERATIONS;

  connectedCallback(): void {
    const { notification } = this.subject.state;
    if (notification === null) return;
    const { schedule, thresholds } = notification;
    const { time, daysOfWeek, daysOfMonth, weekInMonth, dayInWeek } = schedule.details;
    this.frequency = schedule.frequency;
    this.time = String(time);
    this.daysOfWeek = [...(daysOfWeek ?? this.daysOfWeek)];
    this.monthDay = schedule.frequencyType === 'relative' ? 'relative' : String(daysOfMonth?.[0] ?? 1);
    this.weekInMonth = weekInMonth ?? this.weekInMonth;
    this.dayInWeek = dayInWeek ?? this.dayInWeek;
    this.conditions = thresholds[0]?.conditions ?? [];
    this.recipients = thresholds[0]?.actions[0]?.configuration.recipients ?? [];
  }

  get heading(): string {
    return this.isSubscribed ? 'Edit Subscription' : 'Subscribe';
  }

  get isSubscribed(): boolean {
    return this.subject.state.notification !== null;
  }

  get isWeekly(): boolean {
    return this.frequency === 'weekly';
  }

  get isMonthly(): boolean {
    return this.frequency === 'monthly';
  }

  get isRelative(): boolean {
    return this.isMonthly && this.monthDay === 'relative';
  }

  get takesConditions(): boolean {
    return this.subject.aggregates.length > 0;
  }

  get conditionRows(): readonly object[] {
    return this.conditions.map((condition, index) => ({
      ...condition,
      key: String(index),
      index: String(index),
      removeLabel: `Remove condition ${index + 1}`,
    }));
  }

  get hasMostConditions(): boolean {
    return this.conditions.length >= MOST_CONDITIONS;
  }

  get pills(): readonly object[] {
    return this.recipients.map(({ id, displayName }) => ({ name: id, label: displayName ?? id }));
  }

  get mayAddRecipients(): boolean {
    return this.subject.state.mayAddRecipients;
  }

  get note(): string {
    return `The ${this.subject.objectApiName.toLowerCase()} runs with your rights, and is sent ${this.scheduleNote} by your time zone.`;
  }

  private get scheduleNote(): string {
    const text = scheduleText(this.schedule);
    return text.charAt(0).toLowerCase() + text.slice(1);
  }

  private get schedule(): Schedule {
    const time = Number(this.time);
    if (this.isWeekly) return { frequency: 'weekly', details: { time, daysOfWeek: this.daysOfWeek } };
    if (!this.isMonthly) return { frequency: 'daily', details: { time } };
    return this.isRelative
      ? {
          frequency: 'monthly',
          frequencyType: 'relative',
          details: { time, weekInMonth: this.weekInMonth, dayInWeek: this.dayInWeek },
        }
      : { frequency: 'monthly', frequencyType: 'specific', details: { time, daysOfMonth: [Number(this.monthDay)] } };
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as HTMLElement & { name: string };
    this[name as 'frequency' | 'time' | 'monthDay' | 'weekInMonth' | 'dayInWeek'] = event.detail.value;
  }

  handleDays(event: CustomEvent<{ value: string[] }>): void {
    this.daysOfWeek = event.detail.value;
  }

  handleAddCondition(): void {
    const colName = this.subject.aggregates[0]?.value ?? '';
    this.conditions = [...this.conditions, { colName, operation: 'greaterThan', value: '0' }];
  }

  handleCondition(event: CustomEvent<{ value: string }>): void {
    const { name, dataset } = event.target as HTMLElement & { name: string };
    this.conditions = this.conditions.map((one, index) =>
      index === Number(dataset.index) ? { ...one, [name]: event.detail.value } : one,
    );
  }

  handleRemoveCondition(event: Event): void {
    const removed = Number((event.currentTarget as HTMLElement).dataset.index);
    this.conditions = this.conditions.filter((_, index) => index !== removed);
  }

  async handleRecipient(event: CustomEvent<{ recordId: string | null }>): Promise<void> {
    const { recordId } = event.detail;
    if (recordId === null || this.recipients.some(({ id }) => id === recordId)) return;
    (event.target as HTMLElement & { clearSelection(): void }).clearSelection();
    this.recipients = [...this.recipients, { id: recordId, displayName: await userName(recordId) }];
  }

  handleRemoveRecipient(event: CustomEvent<{ item: { name: string } }>): void {
    this.recipients = this.recipients.filter(({ id }) => id !== event.detail.item.name);
  }

  handleCancel(): void {
    this.close();
  }

  async handleUnsubscribe(): Promise<void> {
    const { notification } = this.subject.state;
    await this.attempt(async () => {
      await unsubscribe(notification?.id ?? '');
      return `You are no longer subscribed to ${this.subject.name}.`;
    });
  }

  async handleSave(): Promise<void> {
    await this.attempt(async () => {
      await saveSubscription(this.notification);
      return `You are subscribed to ${this.subject.name}: ${this.scheduleNote}.`;
    });
  }

  private get notification(): Notification {
    const { objectApiName, recordId, name, state } = this.subject;
    const configuration = { recipients: this.recipients.map(({ id }) => ({ id, type: 'user' })) };
    return {
      ...(state.notification === null ? {} : { id: state.notification.id }),
      active: true,
      name,
      recordId,
      source: `lightning${objectApiName}Subscribe`,
      schedule: this.schedule,
      thresholds: [
        {
          type: this.conditions.length > 0 ? 'condition' : 'always',
          conditions: this.conditions.length > 0 ? this.conditions : null,
          actions: [{ type: 'sendEmail', configuration }],
        },
      ],
    };
  }

  private async attempt(action: () => Promise<string>): Promise<void> {
    this.isBusy = true;
    this.problem = undefined;
    try {
      this.close(await action());
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}
