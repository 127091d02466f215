import { createElement } from 'lwc';
import loadGaps from '@salesforce/apex/MeasuresController.loadGaps';
import DataQualityBanner from 'c/dataQualityBanner';

jest.mock('@salesforce/apex/MeasuresController.loadGaps', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = loadGaps as unknown as jest.Mock;
const gaps = [{ key: 'Waiting', label: 'hours waiting for approval', size: 12.5 }];

async function show(properties: object): Promise<HTMLElement> {
  const element = createElement('c-data-quality-banner', { is: DataQualityBanner });
  Object.assign(element, properties);
  document.body.appendChild(element);
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
  return element;
}

describe('c-data-quality-banner', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows what it was given and opens the rows of a count', async () => {
    const scope = { kind: 'Firm', recordId: null, fromDay: '2026-01-01', toDay: '2026-03-01' };
    const element = await show({ gaps, scope });
    expect(loadMock).not.toHaveBeenCalled();
    const button = element.shadowRoot!.querySelector<HTMLElement>('button')!;
    expect(button.textContent).toContain('12.5 hours waiting for approval');
    button.click();
    await Promise.resolve();
    expect(element.shadowRoot!.querySelector('c-measure-drill')).toMatchObject({ measureKey: 'Waiting', scope });
    await expect(element).toBeAccessible();
    button.click();
    await Promise.resolve();
    expect(element.shadowRoot!.querySelector('c-measure-drill')).toBeNull();
  });

  it('loads the gaps of the record whose page it is on', async () => {
    loadMock.mockResolvedValue({ gaps: [], sight: 'all' });
    const element = await show({ recordId: 'p1', objectApiName: 'Project__c' });
    expect(loadMock).toHaveBeenCalledWith(expect.objectContaining({ kind: 'Project', recordId: 'p1' }));
    expect(element.shadowRoot!.textContent).toContain('Nothing is missing in what was submitted');
    const firm = await show({});
    expect(firm.shadowRoot!.textContent).toContain('all time is submitted and approved');
    await expect(element).toBeAccessible();
  });

  it('says that numbers may not be current, beside what is missing, and vouches for nothing', async () => {
    loadMock.mockResolvedValue({ gaps: [], sight: 'all', failures: 1 });
    for (const element of [await show({}), await show({ gaps: [], sight: 'all', failures: 1 })]) {
      expect(element.shadowRoot!.textContent).toContain('An update of the measures failed');
      expect(element.shadowRoot!.textContent).not.toContain('Nothing is missing');
      await expect(element).toBeAccessible();
    }
    const element = await show({ gaps, sight: 'all', failures: 3 });
    expect(element.shadowRoot!.textContent).toContain('3 updates of the measures failed');
    expect(element.shadowRoot!.textContent).toContain('12.5 hours waiting for approval');
  });

  it('does not vouch for what the user may not see, nor for what is not there', async () => {
    for (const [sight, said] of [
      ['some', 'Nothing is missing in what you may see.'],
      ['none', 'You may not see the rows'],
      ['empty', 'Nothing is measured'],
    ]) {
      loadMock.mockResolvedValue({ gaps: [], sight });
      for (const element of [await show({}), await show({ gaps: [], sight })]) {
        expect(element.shadowRoot!.textContent).toContain(said);
        expect(element.shadowRoot!.textContent).not.toContain('all time is submitted');
        await expect(element).toBeAccessible();
      }
    }
  });

  it('shows an error and tries again', async () => {
    loadMock.mockRejectedValue(new Error('no'));
    const element = await show({});
    loadMock.mockResolvedValue({ gaps, sight: 'all' });
    element.shadowRoot!.querySelector('c-error-panel')!.dispatchEvent(new CustomEvent('retry'));
    for (let turn = 0; turn < 6; turn++) await Promise.resolve();
    expect(element.shadowRoot!.textContent).toContain('12.5 hours');
  });
});
