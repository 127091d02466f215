import { createElement } from 'lwc';
import ErrorPanel from 'c/errorPanel';

function show(properties: object): HTMLElement {
  const element = createElement('c-error-panel', { is: ErrorPanel });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

describe('c-error-panel', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what the errors say', async () => {
    const element = show({ errors: { body: { message: 'No access to rates.' } } });
    const items = [...element.shadowRoot!.querySelectorAll('li')].map((item) => item.textContent);
    expect(items).toEqual(['No access to rates.']);
    await expect(element).toBeAccessible();
  });

  it('offers a retry only where it can help', () => {
    expect(show({ errors: 'x' }).shadowRoot!.querySelector('lightning-button')).toBeNull();
  });

  it('fires retry', () => {
    const element = show({ errors: 'x', canRetry: true });
    const retried = jest.fn();
    element.addEventListener('retry', retried);
    element.shadowRoot!.querySelector('lightning-button')!.dispatchEvent(new CustomEvent('click'));
    expect(retried).toHaveBeenCalledTimes(1);
  });
});
