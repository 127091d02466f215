/** `lightning/uiAppsApi`: the items of the app's navigation bar. */
import { appData } from '../../shell/http/http.ts';
import { wireAdapter } from '../../shell/wire/wire.ts';

interface AppsAnswer {
  readonly apps: readonly { readonly navItems: readonly object[] }[];
}

export const getNavItems = wireAdapter<
  { readonly navItemNames?: readonly string[] },
  { readonly navItems: readonly object[] }
>(
  () => true,
  async () => {
    const { apps } = await appData<AppsAnswer>('apps');
    return { navItems: apps.flatMap((app) => app.navItems) };
  },
);
