/** Tabs: what app navigation and the app launcher lead to. */
import { iconNameOf, iconOfMotif } from '../../api/ui-api/themes.ts';
import type { UiApiContext } from '../../api/ui-api/context.ts';
import type { CustomTabSource } from '../../metadata/readers/custom-tab.ts';

/** The page a tab opens, as the browser's router knows it. */
interface TabPage {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface TabInfo {
  readonly name: string;
  readonly label: string;
  readonly iconName: string;
  readonly page: TabPage;
}

/** What a custom tab shows. */
export interface TabContent {
  readonly label: string;
  readonly lwc: string | null;
  readonly flexiPage: string | null;
  readonly url: string | null;
  /** Set for contents that are not built. */
  readonly notSupported: string | null;
}

/** The tab of this name in metadata, when the user may see it and what it shows. */
export function tabInfo(context: UiApiContext, name: string): TabInfo | undefined {
  if (name === 'standard-home') {
    return {
      name,
      label: 'Home',
      iconName: 'standard:home',
      page: { type: 'standard__namedPage', attributes: { pageName: 'home' } },
    };
  }
  const analytics = analyticsTab(name);
  if (analytics !== undefined) return analytics;
  if (!context.org.security.tabVisible(context.user.id, name)) return undefined;
  const tab = context.org.metadata.tabs.get(name);
  if (name.startsWith('standard-'))
    return objectTab(context, name, name.slice('standard-'.length)) ?? otherStandardTab(name);
  if (tab === undefined) return objectTab(context, name, name);
  return tab.customObject === true ? objectTab(context, name, name) : customTab(name, tab);
}

/** Reports and dashboards: folders decide what of them a user sees. */
function analyticsTab(name: string): TabInfo | undefined {
  const objectApiName = ANALYTICS[name.toLowerCase()];
  if (objectApiName === undefined) return undefined;
  return {
    name,
    label: `${objectApiName}s`,
    iconName: `standard:${objectApiName.toLowerCase()}`,
    page: { type: 'standard__objectPage', attributes: { objectApiName, actionName: 'home' } },
  };
}

const ANALYTICS: Readonly<Record<string, string>> = {
  'standard-report': 'Report',
  'standard-dashboard': 'Dashboard',
};

function objectTab(context: UiApiContext, name: string, objectName: string): TabInfo | undefined {
  const object = context.org.schema.object(objectName);
  if (object === undefined || !context.org.security.object(context.user.id, object).read) return undefined;
  return {
    name,
    label: object.labelPlural,
    iconName: iconNameOf(context.org.metadata, object),
    page: { type: 'standard__objectPage', attributes: { objectApiName: object.name, actionName: 'home' } },
  };
}

/** A tab of the platform (`standard-Chatter`) leads to a page that says what is not built. */
function otherStandardTab(name: string): TabInfo | undefined {
  const label = name.slice('standard-'.length).replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return {
    name,
    label,
    iconName: 'standard:record',
    page: { type: 'standard__navItemPage', attributes: { apiName: name } },
  };
}

function customTab(name: string, tab: CustomTabSource): TabInfo {
  return {
    name,
    label: tab.label ?? name,
    iconName: iconOfMotif(tab.motif) ?? 'standard:record',
    page: { type: 'standard__navItemPage', attributes: { apiName: name } },
  };
}

export function tabContent(context: UiApiContext, name: string): TabContent | undefined {
  const info = tabInfo(context, name);
  if (info === undefined) return undefined;
  const tab = context.org.metadata.tabs.get(name);
  const built = tab !== undefined && (tab.lwcComponent ?? tab.flexiPage ?? tab.url) !== undefined;
  return {
    label: info.label,
    lwc: tab?.lwcComponent ?? null,
    flexiPage: tab?.flexiPage ?? null,
    url: tab?.url ?? null,
    notSupported: built
      ? null
      : `the tab ${name}${tab === undefined ? '' : ` (${tab.source.file}:${tab.source.line})`}`,
  };
}

/** Every tab the user may see, for the app launcher. */
export function allTabs(context: UiApiContext): readonly TabInfo[] {
  const objects = [...context.org.schema.objects.values()]
    .filter((object) => object.kind === 'standard' && STANDARD_TABS.includes(object.name))
    .map((object) => `standard-${object.name}`);
  const names = [
    ...new Set([...context.org.metadata.tabs.keys(), ...objects, 'standard-report', 'standard-Dashboard']),
  ];
  return names.flatMap((name) => tabInfo(context, name) ?? []).sort((a, b) => a.label.localeCompare(b.label));
}

/** Standard objects that have a tab of their own on the platform. */
export const STANDARD_TABS = [
  'Account',
  'Contact',
  'Opportunity',
  'Lead',
  'Case',
  'Task',
  'Event',
  'Campaign',
  'Product2',
  'Pricebook2',
  'Contract',
  'Order',
  'Quote',
  'Asset',
  'Solution',
];
