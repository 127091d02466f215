/** Lightning Experience on the org's server: the log-in page, the app, its modules and its data. */
import type { FastifyInstance } from 'fastify';
import { registerUiApi } from '../api/ui-api/routes.ts';
import type { Org } from '../org/org.ts';
import { registerPageData } from './page-data/routes.ts';
import { registerApexCalls } from './server/apex-calls.ts';
import { registerAppPage } from './server/app-page.ts';
import { registerAssets } from './server/assets.ts';
import { authenticator } from './server/authentication.ts';
import { BrowserCode } from './server/browser-code.ts';
import { registerLogin } from './server/login.ts';
import { registerModules } from './server/modules.ts';
import { Sessions } from './server/sessions.ts';

export interface LightningOptions {
  /** Where progress of the builds is told. */
  readonly report?: (text: string) => void;
}

/** Serves Lightning Experience. The browser code is built before the returned promise settles, if it is not there yet. */
export async function registerLightning(app: FastifyInstance, org: Org, options: LightningOptions = {}): Promise<void> {
  const sessions = new Sessions(org);
  const authenticate = authenticator(sessions);
  const code = await BrowserCode.build(options.report ?? (() => undefined));
  registerLogin(app, org, sessions);
  registerAppPage(app, org, sessions, code);
  registerAssets(app, org, code);
  registerModules(app, org, authenticate);
  registerApexCalls(app, org, authenticate);
  registerPageData(app, org, authenticate);
  registerUiApi(app, org, authenticate);
}
