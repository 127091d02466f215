/** Resources the platform has and the local org has not: each says so by name. */
import { NotSupported } from '../../schema/errors.ts';
import type { Route } from '../router.ts';

const FEATURES: Readonly<Record<string, string>> = {
  analytics: 'this resource of the Analytics API',
  appMenu: 'the app menu resource',
  chatter: 'Connect REST API',
  commerce: 'Commerce APIs',
  connect: 'Connect REST API',
  consent: 'consent resources',
  event: 'event schemas',
  metadata: 'this resource of the Metadata API',
  process: 'process rules',
  quickActions: 'quick actions outside the UI API',
  tabs: 'the tabs resource',
  theme: 'the theme resource',
  tooling: 'this resource of the Tooling API',
  wave: 'CRM Analytics',
};

export const notBuiltRoutes: readonly Route[] = Object.entries(FEATURES).flatMap(([name, feature]) =>
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].flatMap((method) =>
    [name, `${name}/*`].map((pattern) => ({
      method,
      pattern,
      resource: (call) => {
        throw new NotSupported(feature, call.request.path);
      },
    })),
  ),
);
