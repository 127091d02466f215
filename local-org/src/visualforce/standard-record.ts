/** Loads the record of a standard controller as the running user ("Standard Controllers", Visualforce Developer Guide). */
import type { Transaction } from '../database/transaction.ts';
import { NotSupported, OrgError } from '../schema/errors.ts';
import { isId, to18 } from '../schema/ids.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import type { PageFields } from './page-fields.ts';

/** An empty record without an id. Throws as the platform's error page says for one that the user cannot see. */
export function loadRecord(tx: Transaction, object: ObjectSchema, id: string | null, fields: PageFields): SObject {
  if (id === null || id === '') return new SObject(object);
  if (!isId(id) || tx.org.schema.objectOfId(id) !== object) {
    throw new OrgError('VISUALFORCE_ERROR', `Id value ${id} is not valid for the ${object.name} standard controller`);
  }
  const columns = readable(tx, object, fields.own);
  const children = [...fields.children].flatMap(([relationship, paths]) => childQuery(tx, object, relationship, paths));
  const select = [...new Set(['Id', ...columns]), ...children].join(', ');
  const { records } = tx.org.query.lookUp(tx, `SELECT ${select} FROM ${object.name} WHERE Id = '${to18(id)}'`, {
    mode: 'user',
    sharing: true,
  });
  const [record] = records;
  if (record === undefined) throw new OrgError('INSUFFICIENT_ACCESS', 'Insufficient Privileges');
  // What the user may not read is empty rather than refused.
  for (const path of fields.own) {
    const field = object.field(path);
    if (field !== undefined && !record.has(field.name)) record.values.set(field.name, null);
  }
  return record;
}

function childQuery(tx: Transaction, object: ObjectSchema, relationship: string, paths: ReadonlySet<string>): string[] {
  const child = object.childRelationships.find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === relationship.toLowerCase(),
  );
  if (child === undefined) return [];
  const childObject = tx.org.schema.require(child.childObject);
  const columns = new Set(['Id', ...readable(tx, childObject, paths)]);
  return [`(SELECT ${[...columns].join(', ')} FROM ${relationship})`];
}

/** The paths that are fields the user may read. */
function readable(tx: Transaction, object: ObjectSchema, paths: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const path of paths) {
    const resolved = fieldAt(tx, object, path);
    if (resolved !== undefined) found.push(resolved);
  }
  return found;
}

function fieldAt(tx: Transaction, object: ObjectSchema, path: string): string | undefined {
  if (/[[\]]/.test(path)) throw new NotSupported(`{!${object.name}.${path}}`);
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  const field = object.field(first);
  if (rest.length === 0) {
    const known = field !== undefined && tx.org.security.field(tx.user.id, object, field.name).read;
    return known ? field.name : undefined;
  }
  const relationship = object.relationship(first);
  const target = relationship?.referenceTo[0];
  if (relationship === undefined || target === undefined) return undefined;
  if (!tx.org.security.field(tx.user.id, object, relationship.name).read) return undefined;
  const below = fieldAt(tx, tx.org.schema.require(target), rest.join('.'));
  return below === undefined ? undefined : `${relationship.relationshipName}.${below}`;
}
