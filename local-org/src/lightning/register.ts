/** Lightning Experience on the org's server: the log-in page, the app, its modules and its data. */
import type { FastifyInstance } from 'fastify';
import { registerUiApi } from '../api/ui-api/routes.ts';
import type { Org } from '../org/org.ts';
import { registerPageData } from './page-data/routes.ts';
import { registerAnalytics } from './server/analytics.ts';
import { registerApexCalls } from './server/apex-calls.ts';
import { registerAppPage } from './server/app-page.ts';
import { registerAssets } from './server/assets.ts';
import { authenticator } from './server/authentication.ts';
import { BrowserCode } from './server/browser-code.ts';
import { handleErrors } from './server/errors.ts';
import { registerLogin } from './server/login.ts';
import { registerDownloads } from './server/downloads.ts';
import { registerModules } from './server/modules.ts';
import { registerUploads } from './server/uploads.ts';
import { registerVisualforce } from './server/visualforce.ts';

export interface LightningOptions {
  /** Where progress of the builds is told. */
  readonly report?: (text: string) => void;
  /** Told of errors that are defects of the local org itself; the browser gets 500. */
  readonly onDefect?: (error: unknown) => void;
}

/**
 * Serves Lightning Experience on a server made by `createServer`. The browser code is built before the returned promise settles, if it
 * is not there yet.
 */
export async function registerLightning(app: FastifyInstance, org: Org, options: LightningOptions = {}): Promise<void> {
  const code = await BrowserCode.build(options.report ?? (() => undefined));
  await app.register(async (scope) => {
    const authenticate = authenticator(scope, org);
    handleErrors(scope, options.onDefect ?? ((error) => console.error(error)));
    registerLogin(scope, org);
    registerAppPage(scope, org, code);
    registerAssets(scope, org, code);
    registerVisualforce(scope, org);
    registerDownloads(scope, org);
    registerUploads(scope, org, authenticate);
    registerModules(scope, org, authenticate);
    registerApexCalls(scope, org, authenticate);
    registerAnalytics(scope, authenticate);
    registerPageData(scope, org, authenticate);
    registerUiApi(scope, org, authenticate);
  });
}
