/** The apps of the user, and the one that is open. */
import { appData } from '../http/http.ts';
import { user } from '../session/session.ts';
import type { PageReference } from '../router/router.ts';

export interface NavItem {
  readonly name: string;
  readonly label: string;
  readonly iconName: string;
  readonly page: PageReference;
}

export interface AppInfo {
  readonly developerName: string;
  readonly label: string;
  readonly description: string | null;
  readonly headerColor: string | null;
  readonly navItems: readonly NavItem[];
  readonly utilityBar: string | null;
}

interface Apps {
  readonly apps: readonly AppInfo[];
  readonly tabs: readonly NavItem[];
}

type Listener = (app: AppInfo) => void;

const KEY = `app of ${user.id}`;
const listeners = new Set<Listener>();
let loading: Promise<Apps> | undefined;
let open: AppInfo | undefined;

export async function loadApps(): Promise<Apps> {
  loading ??= appData<Apps>('apps');
  const apps = await loading;
  open ??= apps.apps.find((app) => app.developerName === localStorage.getItem(KEY)) ?? apps.apps[0];
  return apps;
}

/** Developer name of the open app, for pages that depend on it. */
export async function currentAppName(): Promise<string | undefined> {
  await loadApps();
  return open?.developerName;
}

/** Opens an app by name (`c__Name`, `standard__Name` or `Name`); answers whether there is one. */
export async function openApp(name: string): Promise<AppInfo | undefined> {
  const { apps } = await loadApps();
  const found = apps.find((app) => app.developerName === name || `c__${app.developerName}` === name);
  if (found === undefined) return undefined;
  open = found;
  localStorage.setItem(KEY, found.developerName);
  for (const listener of listeners) listener(found);
  return found;
}

export function onAppChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
