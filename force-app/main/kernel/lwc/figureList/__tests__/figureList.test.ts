import { createElement } from 'lwc';
import FigureList from 'c/figureList';

describe('c-figure-list', () => {
  it('names each figure and says what it means', async () => {
    const element = createElement('c-figure-list', { is: FigureList });
    Object.assign(element, {
      figures: [
        { label: 'Recognized', value: '400.30 USD', note: 'earned so far' },
        { label: 'CPI', value: '0.80', note: 'over budget' },
      ],
    });
    document.body.appendChild(element);
    const texts = (selector: string): (string | null)[] =>
      [...element.shadowRoot!.querySelectorAll(selector)].map((node) => node.textContent);
    expect(texts('dt')).toEqual(['Recognized', 'CPI']);
    expect(texts('.figure')).toEqual(['Recognized400.30 USDearned so far', 'CPI0.80over budget']);
    await expect(element).toBeAccessible();
  });
});
