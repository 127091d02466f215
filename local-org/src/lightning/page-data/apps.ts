/** Lightning apps: what the app launcher offers and what stands in an app's navigation bar. */
import type { UiApiContext } from '../../api/ui-api/context.ts';
import type { Component } from '../../metadata/metadata.ts';
import type { CustomApplicationSource } from '../../metadata/readers/custom-application.ts';
import { STANDARD_TABS, tabInfo, type TabInfo } from './tabs.ts';

export interface AppInfo {
  readonly developerName: string;
  readonly label: string;
  readonly description: string | null;
  readonly headerColor: string | null;
  readonly navItems: readonly TabInfo[];
  /** Name of the page with the utility bar's items. */
  readonly utilityBar: string | null;
}

/** The app every org has, for a user or a project without another. */
const SALES = 'standard__LightningSales';

/** The apps the user may open, those of the project first. */
export function appInfos(context: UiApiContext): readonly AppInfo[] {
  const own = [...context.org.metadata.applications.values()]
    .filter((app) => app.uiType === 'Lightning' && context.org.security.appVisible(context.user.id, app.fullName))
    .map((app) => projectApp(context, app));
  return own.some((app) => app.developerName === SALES) ? own : [...own, salesApp(context)];
}

function projectApp(context: UiApiContext, app: Component<CustomApplicationSource>): AppInfo {
  return {
    developerName: app.fullName,
    label: app.label ?? app.fullName,
    description: app.description ?? null,
    headerColor: app.brand?.headerColor ?? null,
    navItems: app.tabs.flatMap((name) => tabInfo(context, name) ?? []),
    utilityBar: app.utilityBar ?? null,
  };
}

function salesApp(context: UiApiContext): AppInfo {
  const tabs = ['standard-home', ...STANDARD_TABS.slice(0, 9).map((name) => `standard-${name}`)];
  return {
    developerName: SALES,
    label: 'Sales',
    description: 'Manage your sales process with accounts, leads, opportunities, and more',
    headerColor: null,
    navItems: tabs.flatMap((name) => tabInfo(context, name) ?? []),
    utilityBar: null,
  };
}
