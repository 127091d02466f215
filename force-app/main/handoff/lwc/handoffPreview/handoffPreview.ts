import { api, LightningElement } from 'lwc';

export interface PreviewRequest {
  roleName: string;
  startDate: string;
  endDate: string;
  hours: number;
  outcome: 'Booked' | 'Held' | 'Open';
  resourceName?: string;
  reason?: string;
}

export interface Preview {
  templateName?: string;
  startDate?: string;
  endDate?: string;
  taskCount: number;
  milestoneCount: number;
  dependencyCount: number;
  arrangements: { name: string; type: string; amount?: number | null }[];
  requests: PreviewRequest[];
  problems: string[];
}

const OUTCOMES: Record<PreviewRequest['outcome'], { badge: string; text: string }> = {
  Booked: { badge: 'slds-badge slds-theme_success', text: 'would be booked' },
  Held: { badge: 'slds-badge badge_held', text: 'would be held' },
  Open: { badge: 'slds-badge slds-theme_warning', text: 'nobody yet' },
};

/** What winning the opportunity now would make: project, plan, billing arrangements, and who would be booked. */
export default class HandoffPreview extends LightningElement {
  @api preview!: Preview;
  @api currencyCode = 'USD';

  get problems(): { key: string; text: string }[] {
    return this.preview.problems.map((text) => ({ key: text, text }));
  }

  get hasProblems(): boolean {
    return this.preview.problems.length > 0;
  }

  get plan(): string {
    const { taskCount, milestoneCount, dependencyCount, startDate, endDate } = this.preview;
    const counts = `${taskCount} tasks, ${milestoneCount} milestones and ${dependencyCount} dependencies`;
    return startDate && endDate ? `${counts}, ${startDate} to ${endDate}` : counts;
  }

  get arrangements(): { key: string; name: string; type: string; amount?: number | null }[] {
    return this.preview.arrangements.map((arrangement, index) => ({ ...arrangement, key: `${index}` }));
  }

  get requests(): (PreviewRequest & { key: string; badge: string; who: string })[] {
    return this.preview.requests.map((request, index) => {
      const { badge, text } = OUTCOMES[request.outcome];
      const who = request.resourceName === undefined ? text : `${request.resourceName} ${text}`;
      return { ...request, key: `${index}`, badge, who };
    });
  }
}
