/** Global variables of Visualforce beside those that formulas have ("Global Variables", Visualforce Developer Guide). */
import type { PageRequest } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { NotSupported, OrgError } from '../schema/errors.ts';
import { resolveGlobal } from '../schema/formula/index.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { Found } from './members.ts';

export interface GlobalSource {
  readonly tx: Transaction;
  readonly metadata: Metadata;
  readonly request: PageRequest;
  /** The page's own url. */
  readonly url: string;
}

export function globalValue(source: GlobalSource, path: string): Found {
  const [root, ...rest] = path.split('.') as [string, ...string[]];
  switch (root.toLowerCase()) {
    case '$resource':
      return { value: resourceUrl(source.metadata, rest[0]) };
    case '$page':
      return { value: `/apex/${rest[0]}` };
    case '$currentpage':
      return { value: currentPageValue(source, rest) };
    case '$objecttype':
      return { value: describeValue(source.tx, rest) };
    default:
      return formulaGlobal(source.tx, path);
  }
}

function formulaGlobal(tx: Transaction, path: string): Found {
  const reference = resolveGlobal(path, tx.org.schema);
  if (reference === undefined) throw new NotSupported(`Visualforce global ${path}`);
  return { value: tx.org.formulaGlobal(tx, reference.path), field: reference.field };
}

function resourceUrl(metadata: Metadata, name: string): string {
  const found = [...metadata.staticResources.keys()].find((each) => each.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new OrgError('VISUALFORCE_ERROR', `Static Resource named ${name} does not exist.`);
  return `/resource/${found}`;
}

function currentPageValue({ request, url }: GlobalSource, [member, name]: readonly string[]): string | null {
  switch (member.toLowerCase()) {
    case 'parameters':
      return request.parameters.get(name) ?? null;
    case 'name':
      return request.name;
    case 'url':
      return url;
    default:
      throw new NotSupported(`$CurrentPage.${member}`);
  }
}

function describeValue(tx: Transaction, [objectName, ...rest]: readonly string[]): string | boolean {
  const object = tx.org.schema.object(objectName);
  if (object === undefined) throw new OrgError('VISUALFORCE_ERROR', `Entity is not accessible: ${objectName}`);
  const [member, fieldName, property] = rest;
  if (member.toLowerCase() === 'fields') return describeField(tx, object, fieldName, property);
  const access = tx.org.security.object(tx.user.id, object);
  const values: Readonly<Record<string, string | boolean>> = {
    label: object.label,
    labelplural: object.labelPlural,
    name: object.name,
    keyprefix: object.keyPrefix,
    accessible: access.read,
    createable: access.create,
    updateable: access.edit,
    deletable: access.delete,
  };
  const value = values[member.toLowerCase()];
  if (value === undefined) throw new NotSupported(`$ObjectType.${object.name}.${member}`);
  return value;
}

function describeField(tx: Transaction, object: ObjectSchema, name: string, property: string): string | boolean {
  const field = object.field(name);
  if (field === undefined) throw new OrgError('VISUALFORCE_ERROR', `Invalid field ${name} for SObject ${object.name}`);
  const access = tx.org.security.field(tx.user.id, object, field.name);
  const values: Readonly<Record<string, string | boolean>> = {
    label: field.label,
    name: field.name,
    type: field.type,
    inlinehelptext: field.inlineHelpText ?? '',
    accessible: access.read,
    createable: access.edit && field.createable,
    updateable: access.edit,
  };
  const value = values[property.toLowerCase()];
  if (value === undefined) throw new NotSupported(`$ObjectType.${object.name}.fields.${name}.${property}`);
  return value;
}
