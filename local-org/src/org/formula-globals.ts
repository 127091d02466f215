/** Values of the globals of formulas ("Global Variables", Salesforce help). */
import { RecordGraph } from '../database/record-graph.ts';
import { formulaEnvironment } from '../database/formula-environment.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { NotSupported, OrgError } from '../schema/errors.ts';
import { valueAt } from '../schema/formula/index.ts';
import type { SObject } from '../schema/sobject.ts';
import { DatetimeValue, type FieldValue } from '../schema/values/index.ts';

/** "The date and time with which the system started counting", `$System.OriginDateTime`. */
const ORIGIN = new DatetimeValue(Date.UTC(1900, 0, 1));

export function formulaGlobal(tx: Transaction, metadata: Metadata, path: string): FieldValue {
  const [root, ...rest] = path.split('.') as [string, ...string[]];
  switch (root.toLowerCase()) {
    case '$user':
      return fieldOf(tx, 'User', tx.user.id, rest[0]);
    case '$profile':
      return fieldOf(tx, 'Profile', tx.user.profileId, rest[0]);
    case '$userrole':
      return tx.user.roleId === null ? null : fieldOf(tx, 'UserRole', tx.user.roleId, rest[0]);
    case '$organization':
      return tx.store.allRows(tx.org.schema.require('Organization'))[0]?.get(rest[0]) ?? null;
    case '$permission':
      return tx.org.security.hasCustomPermission(tx.user.id, rest[0]);
    case '$label':
      return label(metadata, rest.at(-1)!);
    case '$setup':
      return settingValue(tx, rest[0], rest[1]);
    case '$custommetadata':
      return customMetadataValue(tx, rest[0], rest[1], rest[2]);
    case '$system':
      return ORIGIN;
    case '$api':
      return apiGlobal(tx, rest[0]);
    default:
      throw new NotSupported(`formula global ${root}`);
  }
}

/** Endpoints by version (`Partner_Server_URL_580`) and the session, which no API sees here but tests ("$Api", Salesforce help). */
function apiGlobal(tx: Transaction, name: string): FieldValue {
  if (/^session_id$/i.test(name)) return null;
  const server = /^(Enterprise|Partner)_Server_URL_(\d+)$/i.exec(name);
  if (server === null) throw new OrgError('INVALID_FIELD', `Field $Api.${name} does not exist. Check spelling.`);
  const letter = server[1].toLowerCase() === 'partner' ? 'u' : 'c';
  const version = `${Number(server[2]) / 10}`.replace(/^(\d+)$/, '$1.0');
  const organization = tx.store.allRows(tx.org.schema.require('Organization'))[0]?.id ?? '';
  return `${tx.org.baseUrl ?? 'http://localhost'}/services/Soap/${letter}/${version}/${organization.slice(0, 15)}`;
}

function fieldOf(tx: Transaction, object: string, id: string, field: string): FieldValue {
  const record = tx.store.getRows(tx.org.schema.require(object), [id]).get(id);
  return record === undefined ? null : valueAt(record, field, formulaEnvironment(tx, new RecordGraph(tx, [record])));
}

function label(metadata: Metadata, name: string): string {
  const wanted = name.toLowerCase();
  const found =
    metadata.labels.get(name) ?? [...metadata.labels.values()].find((each) => each.fullName.toLowerCase() === wanted);
  if (found === undefined) throw new OrgError('INVALID_FIELD', `Label ${name} does not exist`);
  return found.value;
}

/** A hierarchy setting: the user's value, else the profile's, else the organization's. */
function settingValue(tx: Transaction, setting: string, field: string): FieldValue {
  const object = tx.org.schema.require(setting);
  const organization = tx.store.allRows(tx.org.schema.require('Organization'))[0];
  const owners = [tx.user.id, tx.user.profileId, organization?.id ?? null];
  const rows = new Map(tx.store.findRows(object, 'SetupOwnerId', owners).map((row) => [row.get('SetupOwnerId'), row]));
  for (const owner of owners) {
    const value = rows.get(owner)?.get(field) ?? null;
    if (value !== null) return value;
  }
  return null;
}

function customMetadataValue(tx: Transaction, type: string, name: string, field: string): FieldValue {
  const rows: SObject[] = tx.store.findRows(tx.org.schema.require(type), 'DeveloperName', [name]);
  return rows[0]?.get(field) ?? null;
}
