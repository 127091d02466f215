import { createElement } from 'lwc';
import HandoffPreview from 'c/handoffPreview';

const preview = {
  templateName: 'CRM Quick Start',
  startDate: '2026-12-01',
  endDate: '2027-01-29',
  tasks: [
    { Name: 'Discover', Type__c: 'Phase' },
    { Name: 'Kick-off', Type__c: 'Task' },
    { Name: 'Go-live', Type__c: 'Milestone' },
  ],
  arrangements: [{ Name: 'Quick start', Type__c: 'Fixed Fee', Amount__c: 80000 }],
  requests: [
    {
      roleName: 'Consultant',
      startDate: '2026-12-01',
      endDate: '2026-12-18',
      hours: 80,
      status: 'Filled',
      resourceName: 'Maya Iyer',
      bookedHours: 80,
    },
    { roleName: 'Developer', startDate: '2026-12-01', endDate: '2026-12-18', hours: 80, status: 'Open' },
  ],
  notes: ['Nobody was found for 1 request.'],
};

describe('c-handoff-preview', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what would be made, who would be booked and what to know', async () => {
    const element = createElement('c-handoff-preview', { is: HandoffPreview });
    Object.assign(element, { preview });
    document.body.appendChild(element);
    const text = element.shadowRoot!.textContent!;
    expect(text).toMatch(/1 phases, 1 tasks and 1 milestones, Dec 1, 2026\s–\sJan 29, 2027/);
    expect(text).toContain('Maya Iyer would be booked for 80 h');
    expect(text).toContain('nobody yet');
    expect(element.shadowRoot!.querySelector('[role="status"]')!.textContent).toContain('Nobody was found');
    await expect(element).toBeAccessible();
  });
});
