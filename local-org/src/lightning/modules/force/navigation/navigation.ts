/** `lightning/navigation` of the platform, which the base components re-export from here. */
import { currentPage, navigate, onNavigate, urlOf, type PageReference } from '../../shell/router/router.ts';
import type { WireCallback } from '../../shell/wire/wire.ts';

const NAVIGATE = Symbol('Navigate');
const GENERATE_URL = Symbol('GenerateUrl');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks this of mixins
type Constructor = new (...args: any[]) => object;

function mixin<B extends Constructor>(Base: B) {
  return class extends Base {
    [NAVIGATE](page: PageReference, replace = false): void {
      navigate(page, replace);
    }

    [GENERATE_URL](page: PageReference): Promise<string> {
      return Promise.resolve(urlOf(page));
    }
  };
}

export const NavigationMixin = Object.assign(mixin, { Navigate: NAVIGATE, GenerateUrl: GENERATE_URL });

/** `navigate(navContext, pageReference)` for code outside components. */
export { navigate } from '../../shell/router/router.ts';

/** Wire adapter: the page reference of the page shown. It calls back with the reference itself, not with `{ data, error }`. */
export class CurrentPageReference {
  private readonly callback: (page: PageReference) => void;
  private end: (() => void) | undefined;

  constructor(callback: WireCallback<PageReference>) {
    this.callback = callback as unknown as (page: PageReference) => void;
    this.callback(currentPage());
  }

  connect(): void {
    this.callback(currentPage());
    this.end = onNavigate(this.callback);
  }

  disconnect(): void {
    this.end?.();
  }

  update(): void {
    // It takes no configuration.
  }
}
