/** The one HTML page of the app: styles, the import map, and who is logged in. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { UiApiContext } from '../../api/ui-api/context.ts';
import { orgCurrency } from '../../api/ui-api/org-currency.ts';
import { languageTag } from '../../api/ui-api/field-values.ts';
import type { Org } from '../../org/org.ts';
import type { BuiltHalf } from '../build/vendor.ts';
import { vendorModules } from '../build/packages.ts';
import { shellModules } from '../build/shell.ts';
import { FORMATS_ELEMENT } from '../build/session-formats.ts';
import { maySeeSetup } from '../page-data/setup.ts';
import { browserUser } from './authentication.ts';
import { localeFormats } from './locale-formats.ts';
import type { BrowserCode } from './browser-code.ts';
import { contentSecurityPolicy, escapeHtml, scriptJson, STYLE_SHEET } from './html.ts';

export interface AppPage {
  readonly vendor: BuiltHalf;
  readonly shell: BuiltHalf;
  readonly nonce: string;
  readonly title: string;
  readonly language: string;
  /** Read by `shell/session`. */
  readonly session: unknown;
  /** Read by the base components. */
  readonly formats: unknown;
}

/** Where browsers find modules. Everything of `c/` and `@salesforce/` is made on demand. */
function importMap(vendor: BuiltHalf, shell: BuiltHalf): { imports: Record<string, string> } {
  return {
    imports: {
      ...Object.fromEntries(vendorModules().map((name) => [name, `/_app/vendor/${vendor.key}/${name}.js`])),
      ...Object.fromEntries(shellModules().map((name) => [name, `/_app/shell/${shell.key}/${name}.js`])),
      'c/': '/_app/c/',
      '@salesforce/': '/_app/salesforce/',
    },
  };
}

function appPage(page: AppPage): string {
  const chunks = [`/_app/vendor/${page.vendor.key}/lightning/utils.js`, `/_app/shell/${page.shell.key}/shell/main.js`];
  return `<!doctype html>
<html lang="${escapeHtml(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="/_app/icon.svg">
<link rel="stylesheet" href="${STYLE_SHEET}">
<script type="importmap" nonce="${page.nonce}">${scriptJson(importMap(page.vendor, page.shell))}</script>
${chunks.map((url) => `<link rel="modulepreload" href="${url}">`).join('\n')}
<script type="application/json" id="session">${scriptJson(page.session)}</script>
<script type="application/json" id="${FORMATS_ELEMENT}">${scriptJson(page.formats)}</script>
<script type="module" nonce="${page.nonce}">
import '@lwc/synthetic-shadow'; // before the engine, which looks for it
import 'shell/main';
</script>
</head>
<body>
<noscript>Lightning Experience needs JavaScript.</noscript>
</body>
</html>`;
}

/** 15 or 18 letters and digits, or a little more: of what is no id the record page says so. */
const RECORD_LINK = '/:id(^[a-zA-Z0-9]{15,18}$)';

/** Serves the page under every url of the app; who is not logged in is sent to the log-in page and comes back. */
export function registerAppPage(scope: FastifyInstance, org: Org, code: BrowserCode): void {
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const user = browserUser(scope, org, request);
    if (user === undefined) return reply.redirect(`/?startURL=${encodeURIComponent(request.url)}`);
    await code.refresh();
    const nonce = randomBytes(16).toString('base64');
    const page = appPage({
      vendor: code.vendor,
      shell: code.shell,
      nonce,
      title: org.name,
      language: languageTag(user.language),
      ...org.transaction(user, (tx) => stateOf({ org, tx, user })),
    });
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'same-origin')
      .header('x-content-type-options', 'nosniff')
      .type('text/html; charset=utf-8')
      .send(page);
  };
  scope.get('/lightning', show);
  scope.get('/lightning/*', show);
  // A record's id alone is a link to it, in a lookup's formula for instance ("HYPERLINK", Salesforce Help).
  scope.get<{ Params: { id: string } }>(RECORD_LINK, (request, reply) =>
    reply.redirect(`/lightning/r/${request.params.id}/view`),
  );
}

/** What the browser knows from the start. */
function stateOf(context: UiApiContext) {
  return { session: sessionInfo(context), formats: localeFormats(context.user, orgCurrency(context)) };
}

function sessionInfo(context: UiApiContext) {
  const { id, name, username, email, timeZone, locale } = context.user;
  return {
    user: { id, name, username, email, timeZone, locale: languageTag(locale) },
    orgName: context.org.name,
    maySeeSetup: maySeeSetup(context),
  };
}
