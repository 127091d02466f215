import { createElement } from 'lwc';
import getAccuracy from '@salesforce/apex/ForecastController.getAccuracy';
import ForecastAccuracy from 'c/forecastAccuracy';

jest.mock('@salesforce/apex/ForecastController.getAccuracy', () => ({ default: jest.fn() }), { virtual: true });

const accuracyMock = getAccuracy as unknown as jest.Mock;

async function show(): Promise<HTMLElement> {
  const element = createElement('c-forecast-accuracy', { is: ForecastAccuracy });
  Object.assign(element, { versionId: 'v0' });
  document.body.appendChild(element);
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
  return element;
}

describe('c-forecast-accuracy', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows errors by month, blank without actuals, accessibly', async () => {
    accuracyMock.mockResolvedValue({
      months: [
        { startDate: '2026-03-01', forecast: 17600, actual: 16000, error: 10 },
        { startDate: '2026-04-01', forecast: 5, actual: 0, error: null },
      ],
      meanError: 10,
      meanErrorComputed: null,
      bias: -2.5,
    });
    const element = await show();
    expect(accuracyMock).toHaveBeenCalledWith({ versionId: 'v0' });
    expect([...element.shadowRoot!.querySelectorAll('.value')].map((value) => value.textContent)).toEqual([
      '10.0 %',
      '–',
      '-2.5 %',
    ]);
    expect([...element.shadowRoot!.querySelectorAll('td:last-child')].map((cell) => cell.textContent)).toEqual([
      '+10.0 %',
      '–',
    ]);
    expect(element.shadowRoot!.textContent).toMatch(/less was expected than came/);
    await expect(element).toBeAccessible();
  });

  it('says when nothing is closed yet, and when it cannot be loaded', async () => {
    accuracyMock.mockResolvedValue({ months: [] });
    expect((await show()).shadowRoot!.textContent).toMatch(/No month that this version has forecast is closed yet/);
    accuracyMock.mockRejectedValue({ body: { message: 'No' } });
    expect((await show()).shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
