/** Subscribes the user to a report or dashboard by email, and shows whether they are. */
import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';
import { messageOf } from '../errors/errors.ts';
import { type Option, scheduleText } from '../analytics/scheduleText.ts';
import { subscriptionOf, type SubscriptionState } from '../analytics/subscriptions.ts';
import SubscribeModal from '../subscribeModal/subscribeModal.ts';

export default class SubscribeButton extends LightningElement {
  @api name = '';
  /** `Report` or `Dashboard`. */
  @api objectApiName = '';
  /** Sums that conditions can compare. */
  @api aggregates: readonly Option[] = [];
  state: SubscriptionState | undefined;
  private shown = '';

  @api get recordId(): string {
    return this.shown;
  }

  set recordId(id: string) {
    this.shown = id;
  }

  connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.state = await subscriptionOf(this.objectApiName, this.shown);
    } catch (error) {
      this.toast(messageOf(error), 'error');
    }
  }

  get isLoading(): boolean {
    return this.state === undefined;
  }

  get label(): string {
    return this.state?.notification ? 'Edit Subscription' : 'Subscribe';
  }

  get title(): string {
    const notification = this.state?.notification;
    return notification ? `By email: ${scheduleText(notification.schedule)}` : 'Get the results by email';
  }

  async handleOpen(): Promise<void> {
    const done = (await SubscribeModal.open({
      label: this.label,
      size: 'small',
      subject: {
        objectApiName: this.objectApiName,
        recordId: this.shown,
        name: this.name,
        aggregates: this.aggregates,
        state: this.state,
      },
    })) as string | undefined;
    if (done === undefined) return;
    await this.load();
    this.toast(done, 'success');
  }

  private toast(title: string, variant: 'success' | 'error'): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant }));
  }
}
