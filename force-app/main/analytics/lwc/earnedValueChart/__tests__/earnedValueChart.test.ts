import { createElement } from 'lwc';
import EarnedValueChart from 'c/earnedValueChart';
import type { ChartLine } from 'c/healthModel';

const lines: ChartLine[] = [
  {
    key: 'planned',
    label: 'Planned',
    points: [
      { day: '2026-06-01', value: 0 },
      { day: '2026-07-01', value: 1000 },
      { day: '2026-08-01', value: 2000 },
    ],
  },
  { key: 'cost', label: 'Cost', points: [{ day: '2026-07-01', value: 1200 }] },
  {
    key: 'projection',
    label: 'Estimate',
    points: [
      { day: '2026-07-01', value: 1200 },
      { day: '2026-08-01', value: 2500 },
    ],
  },
  { key: 'earned', label: 'Earned', points: [] },
];

async function show(): Promise<HTMLElement> {
  const element = createElement('c-earned-value-chart', { is: EarnedValueChart });
  Object.assign(element, { lines, unit: 'USD', today: '2026-07-01', summary: 'Cost is 1,200 USD.' });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

/** Pieces of text that stand apart, with a blank between them. */
function textOf(node: Node): string {
  return node.nodeType === Node.TEXT_NODE
    ? (node.textContent ?? '')
    : [...node.childNodes].map((child) => textOf(child)).join(' ');
}

function all(element: HTMLElement, selector: string): string[] {
  return [...element.shadowRoot!.querySelectorAll(selector)].map((found) => textOf(found).replace(/\s+/g, ' ').trim());
}

describe('c-earned-value-chart', () => {
  afterEach(() => document.body.replaceChildren());

  it('draws a line for each that has points, has them as a table, and is accessible', async () => {
    const element = await show();
    expect(element.shadowRoot!.querySelectorAll('path')).toHaveLength(3);
    const path = element.shadowRoot!.querySelector('.line_planned[d]')!.getAttribute('d')!;
    expect(path).toMatch(/^M64 272L[\d.]+ 185.3L704 98.7$/);
    expect(all(element, '.legend li')).toEqual(['Planned', 'Cost', 'Estimate']);
    expect(all(element, 'tbody tr')).toEqual([
      'Jun 1, 2026 0 USD – –',
      'Jul 1, 2026 1,000 USD 1,200 USD 1,200 USD',
      'Aug 1, 2026 2,000 USD – 2,500 USD',
    ]);
    expect(element.shadowRoot!.querySelector('svg.chart')!.getAttribute('aria-label')).toBe('Cost is 1,200 USD.');
    await expect(element).toBeAccessible();
  });

  it('reads off the last day on which anything has happened, and any other by the slider', async () => {
    const element = await show();
    expect(all(element, '.readings')[0]).toBe('Jul 1, 2026 Planned 1,000 USD Cost 1,200 USD');
    const slider = element.shadowRoot!.querySelector('input')!;
    slider.value = '2';
    slider.dispatchEvent(new CustomEvent('input'));
    await Promise.resolve();
    expect(all(element, '.readings')[0]).toBe('Aug 1, 2026 Planned 2,000 USD Estimate 2,500 USD');
    expect(slider.getAttribute('aria-valuetext')).toBe('Aug 1, 2026, Planned 2,000 USD, Estimate 2,500 USD');
  });

  it('reads off the day nearest to the pointer', async () => {
    const element = await show();
    const chart = element.shadowRoot!.querySelector('svg.chart')!;
    jest.spyOn(chart, 'getBoundingClientRect').mockReturnValue({ left: 100, width: 720 } as DOMRect);
    chart.dispatchEvent(Object.assign(new CustomEvent('pointermove'), { clientX: 180 }));
    await Promise.resolve();
    expect(all(element, '.readings')[0]).toBe('Jun 1, 2026 Planned 0 USD');
  });
});
