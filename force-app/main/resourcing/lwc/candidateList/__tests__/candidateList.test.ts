import { createElement } from 'lwc';
import CandidateList, { type Candidates } from 'c/candidateList';

const found: Candidates = {
  requestId: 'r1',
  candidates: [
    {
      resourceId: 'a',
      name: 'Maya Iyer',
      roleName: 'Consultant',
      score: 92,
      freeHours: 80,
      reasons: ['Free for all 80 hours', 'Same region'],
      misses: [],
    },
  ],
  qualifiedCount: 12,
  nearestMisses: [],
  summary: 'The best 1 of 12 candidates.',
};

function show(properties: object): HTMLElement {
  const element = createElement('c-candidate-list', { is: CandidateList });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

describe('c-candidate-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows why a candidate stands where they do, and that the list was cut', async () => {
    const element = show({ candidates: found, canHold: true, canBook: true });
    expect(element.shadowRoot!.textContent).toContain('Free for all 80 hours');
    expect(element.shadowRoot!.textContent).toContain('The best 1 of 12 candidates.');
    await expect(element).toBeAccessible();
  });

  it('fires book and hold with the person', () => {
    const element = show({ candidates: found, canHold: true, canBook: true });
    const heard: string[] = [];
    for (const name of ['hold', 'book']) {
      element.addEventListener(name, (event) => heard.push(`${name} ${(event as CustomEvent).detail.resourceId}`));
    }
    element.shadowRoot!.querySelectorAll<HTMLElement>('lightning-button').forEach((button) => button.click());
    expect(heard).toEqual(['hold a', 'book a']);
  });

  it('only holds for an opportunity', () => {
    const element = show({ candidates: found, canHold: true });
    expect(element.shadowRoot!.querySelectorAll('lightning-button')).toHaveLength(1);
  });

  it('offers nothing to who may not staff', () => {
    expect(show({ candidates: found }).shadowRoot!.querySelector('lightning-button')).toBeNull();
  });

  it('shows the nearest misses when nobody qualifies', async () => {
    const element = show({
      candidates: {
        ...found,
        candidates: [],
        summary: 'Nobody qualifies.',
        nearestMisses: [{ resourceId: 'b', name: 'Ben Whitaker', reasons: [], misses: ['Sales Cloud 2, needs 4'] }],
      },
    });
    expect(element.shadowRoot!.textContent).toContain('Nobody qualifies.');
    expect(element.shadowRoot!.textContent).toContain('Sales Cloud 2, needs 4');
    await expect(element).toBeAccessible();
  });
});
