import { createElement } from 'lwc';
import HandoffPreview from 'c/handoffPreview';

const preview = {
  templateName: 'CRM Quick Start',
  startDate: '2026-12-01',
  endDate: '2027-01-29',
  taskCount: 9,
  milestoneCount: 2,
  dependencyCount: 11,
  arrangements: [{ name: 'Quick start', type: 'Fixed Fee', amount: 80000 }],
  requests: [
    {
      roleName: 'Consultant',
      startDate: '2026-12-01',
      endDate: '2026-12-18',
      hours: 80,
      outcome: 'Booked',
      resourceName: 'Maya Iyer',
    },
    {
      roleName: 'Developer',
      startDate: '2026-12-01',
      endDate: '2026-12-18',
      hours: 80,
      outcome: 'Open',
      reason: 'Nobody has the role.',
    },
  ],
  problems: ['2 hours have no rate.'],
};

describe('c-handoff-preview', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what would be made, who would be booked and what is wrong', async () => {
    const element = createElement('c-handoff-preview', { is: HandoffPreview });
    Object.assign(element, { preview });
    document.body.appendChild(element);
    const text = element.shadowRoot!.textContent!;
    expect(text).toContain('9 tasks, 2 milestones and 11 dependencies, 2026-12-01 to 2027-01-29');
    expect(text).toContain('Maya Iyer would be booked');
    expect(text).toContain('nobody yet');
    expect(text).toContain('Nobody has the role.');
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toContain('2 hours have no rate.');
    await expect(element).toBeAccessible();
  });
});
