/** All classes of the AppLauncher namespace. */
import type { LibraryClass } from '../define.ts';
import { appMenuClass } from './app-menu.ts';

export const appLauncherNamespace: readonly LibraryClass[] = [appMenuClass];
