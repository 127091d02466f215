/** The modules `@salesforce/*`: values of the org and of the user, made when a page asks for them ("@salesforce Modules" in the LWC guide). */
import type { UserContext } from '../../database/services.ts';
import type { Org } from '../../org/org.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import type { ObjectSchema } from '../../schema/model.ts';

export interface ModuleScope {
  readonly org: Org;
  readonly user: UserContext;
  readonly formats: Readonly<Record<string, unknown>>;
}

type ScopedModule = (rest: string, scope: ModuleScope, specifier: string) => string;

/** By what follows `@salesforce/`. */
const KINDS: Readonly<Record<string, ScopedModule>> = {
  apex: apexModule,
  schema: (rest, { org }) => value(schemaReference(rest, org)),
  label: labelModule,
  user: userModule,
  customPermission: (rest, { org, user }) => {
    if (!org.metadata.customPermissions.has(rest)) throw invalidReference(rest, 'customPermission');
    return permission(org.security.hasCustomPermission(user.id, rest));
  },
  userPermission: (rest, { org, user }) => permission(org.security.hasPermission(user.id, rest)),
  resourceUrl: (rest, { org }) => {
    if (!org.metadata.staticResources.has(rest)) throw invalidReference(rest, 'resourceUrl');
    return value(`/resource/${rest}`);
  },
  messageChannel: messageChannelModule,
  i18n: (rest, { formats }, specifier) => {
    if (!(rest in formats)) throw new NotSupported(specifier);
    return value(formats[rest]);
  },
  client: (rest, _scope, specifier) => {
    if (rest !== 'formFactor') throw new NotSupported(specifier);
    // The kind of device decides, not the width of its window.
    return `export default /Mobi/.test(navigator.userAgent) ? 'Small' : /iPad|Tablet/.test(navigator.userAgent) ? 'Medium' : 'Large';`;
  },
};

/**
 * The source of the module; throws `OrgError('INVALID_REFERENCE')` for something the org does not have, and NotSupported for a kind of module
 * that is not built.
 */
export function scopedModule(specifier: string, scope: ModuleScope): string {
  const [kind, ...rest] = specifier.replace(/^@salesforce\//, '').split('/');
  const make = KINDS[kind];
  if (make === undefined) throw new NotSupported(`the module ${specifier}`);
  return make(rest.join('/'), scope, specifier);
}

function value(content: unknown): string {
  return `export default ${JSON.stringify(content)};`;
}

/** A permission the user lacks is undefined, not false. */
function permission(granted: boolean): string {
  return `export default ${granted ? 'true' : 'undefined'};`;
}

function invalidReference(name: string, kind: string): OrgError {
  return new OrgError('INVALID_REFERENCE', `Invalid reference ${name} of type ${kind}`);
}

function apexModule(rest: string, { org }: ModuleScope): string {
  if (rest === '') return `export { refreshApex, getSObjectValue } from 'shell/apexClient';`;
  const [method, className] = rest.split('.').reverse();
  if (method === undefined || className === undefined || !org.apex.hasClass(className))
    throw invalidReference(rest, 'apex');
  return `import { apexMethod } from 'shell/apexClient';\nexport default apexMethod(${JSON.stringify(className)}, ${JSON.stringify(method)});`;
}

function labelModule(rest: string, { org }: ModuleScope): string {
  const [namespace, name] = rest.split('.');
  const label = org.metadata.labels.get(name ?? '');
  if (label === undefined || (namespace !== 'c' && namespace !== org.metadata.namespace))
    throw invalidReference(rest, 'label');
  return value(label.value);
}

function userModule(rest: string, { user }: ModuleScope, specifier: string): string {
  if (rest === 'Id') return value(user.id);
  if (rest === 'isGuest') return value(false);
  throw new NotSupported(`the module ${specifier}`);
}

function messageChannelModule(rest: string, { org }: ModuleScope): string {
  if (!org.metadata.messageChannels.has(rest.replace(/__c$/, ''))) throw invalidReference(rest, 'messageChannel');
  return value({ channelName: rest });
}

/** `Account`, `Account.Name` or `Contact.Account.Name`, as `{ objectApiName, fieldApiName }`. */
function schemaReference(rest: string, org: Org): { objectApiName: string; fieldApiName?: string } {
  const [objectName, ...path] = rest.split('.');
  const object = org.schema.object(objectName);
  if (object === undefined || (path.length > 0 && !hasPath(org, object, path))) throw invalidReference(rest, 'schema');
  return path.length === 0
    ? { objectApiName: object.name }
    : { fieldApiName: path.join('.'), objectApiName: object.name };
}

function hasPath(org: Org, object: ObjectSchema, [name, ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return object.field(name) !== undefined;
  const reference = object.relationship(name);
  const targets = reference?.referenceTo.flatMap((target) => org.schema.object(target) ?? []) ?? [];
  return targets.some((target) => hasPath(org, target, rest));
}
