import { api, LightningElement } from 'lwc';
import { daysText } from 'c/dates';

interface PreviewRequest {
  roleName: string;
  startDate: string;
  endDate: string;
  hours: number;
  status: 'Filled' | 'Held' | 'Open';
  resourceName?: string;
  bookedHours?: number;
}

export interface Preview {
  templateName?: string;
  startDate?: string;
  endDate?: string;
  tasks?: { Name: string; Type__c: 'Phase' | 'Task' | 'Milestone' }[];
  arrangements?: { Name: string; Type__c: string; Amount__c?: number }[];
  requests?: PreviewRequest[];
  /** What a person should know, one sentence each. */
  notes?: string[];
}

const OUTCOMES: Record<PreviewRequest['status'], { label: string; badge: string; text: string }> = {
  Filled: { label: 'Booked', badge: 'slds-badge slds-theme_success', text: 'would be booked' },
  Held: { label: 'Held', badge: 'slds-badge badge_held', text: 'would be held' },
  Open: { label: 'Open', badge: 'slds-badge slds-theme_warning', text: 'nobody yet' },
};

/** What winning the opportunity now would make: project, plan, billing arrangements, and who would be booked. */
export default class HandoffPreview extends LightningElement {
  @api preview!: Preview;
  @api currencyCode = 'USD';

  get notes(): { key: string; text: string }[] {
    return (this.preview.notes ?? []).map((text) => ({ key: text, text }));
  }

  get hasNotes(): boolean {
    return this.notes.length > 0;
  }

  get plan(): string {
    const { tasks = [], startDate, endDate } = this.preview;
    const count = (type: string): number => tasks.filter((task) => task.Type__c === type).length;
    const counts = `${count('Phase')} phases, ${count('Task')} tasks and ${count('Milestone')} milestones`;
    return startDate && endDate ? `${counts}, ${daysText(startDate, endDate)}` : counts;
  }

  get arrangements(): { key: string; name: string; type: string; amount?: number }[] {
    return (this.preview.arrangements ?? []).map((arrangement, index) => ({
      key: `${index}`,
      name: arrangement.Name,
      type: arrangement.Type__c,
      amount: arrangement.Amount__c,
    }));
  }

  get requests(): { key: string; roleName: string; badge: string; label: string; who: string }[] {
    return (this.preview.requests ?? []).map((request, index) => {
      const { label, badge, text } = OUTCOMES[request.status];
      const who = request.resourceName === undefined ? text : `${request.resourceName} ${text}`;
      const booked = request.bookedHours === undefined ? '' : ` for ${request.bookedHours} h`;
      const asked = `${request.hours} h, ${daysText(request.startDate, request.endDate)}`;
      return { key: `${index}`, roleName: request.roleName, badge, label, who: `${who}${booked}, asked for ${asked}` };
    });
  }
}
