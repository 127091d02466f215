/** The resources of a version (REST API Developer Guide, "Resources by Version"): those that are answered here. */
import { ok } from '../http/answer.ts';
import type { Route } from '../router.ts';

const RESOURCES = [
  'tooling',
  'sobjects',
  'query',
  'queryAll',
  'search',
  'parameterizedSearch',
  'limits',
  'composite',
  'recent',
  'actions',
  'process',
  'jobs',
  'ui-api',
];

export const resourceListRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '',
    resource: (call) => {
      const list = Object.fromEntries(RESOURCES.map((name) => [name, `${call.basePath}/${name}`]));
      const organization = call.state.org.organizationId;
      return ok({ ...list, identity: `${call.request.origin}/id/${organization}/${call.user.id}` });
    },
  },
];
