/**
 * Files and attachments. A file is seen by its owner and through its links: with people and groups, and with records by whoever
 * sees the record. Collaborators may change it, viewers may not, and inferred access follows that to the record
 * ("ContentDocumentLink", Object Reference: ShareType). Attachments and notes go with their record.
 */
import type { ObjectSchema } from '../../../schema/model.ts';
import { Scope } from '../../soql/plan/scope.ts';
import { type AccessLevel, either, type Sharing } from './sharing.ts';
import { visibleReference } from './visible-reference.ts';

const CONTENT = new Set(['ContentDocument', 'ContentVersion', 'ContentDocumentLink', 'ContentDistribution']);
const ATTACHED = new Set(['Attachment', 'Note']);
/** Ids of people and groups begin with these. */
const PEOPLE = ['005', '00G'];

export function isFileObject({ name }: ObjectSchema): boolean {
  return CONTENT.has(name) || ATTACHED.has(name);
}

export function fileCondition(sharing: Sharing, scope: Scope, userId: string, level: AccessLevel): string {
  const { object, alias } = scope.root;
  if (ATTACHED.has(object.name)) return attachedCondition(sharing, scope, userId, level);
  const document = object.name === 'ContentDocument' ? `${alias}."Id"` : `${alias}."ContentDocumentId"`;
  const own = `${alias}."OwnerId"=${scope.context.parameters.constant(userId)}`;
  if (object.name === 'ContentDistribution' && level !== 'Read') return own;
  if (object.name === 'ContentDocumentLink') {
    // Links are given and taken by who may change the file.
    return `${document} IN (${documentsOf(sharing, scope, userId, level === 'Read' ? 'Read' : 'Edit')})`;
  }
  return level === 'All' ? own : either([own, `${document} IN (${linkedDocuments(sharing, scope, userId, level)})`])!;
}

/** A private one is its owner's alone. */
function attachedCondition(sharing: Sharing, scope: Scope, userId: string, level: AccessLevel): string {
  const { alias } = scope.root;
  const own = `${alias}."OwnerId"=${scope.context.parameters.constant(userId)}`;
  const through = visibleReference(sharing, scope, userId, 'ParentId', {
    level: level === 'Read' ? 'Read' : 'Edit',
    except: isFileObject,
  });
  return `(${own} OR (${alias}."IsPrivate" IS NOT 1 AND ${through}))`;
}

/** Ids of the documents that the user may see or change, as a query. */
function documentsOf(sharing: Sharing, scope: Scope, userId: string, level: AccessLevel): string {
  const documents = new Scope(scope.context, scope.context.services.store.schema.require('ContentDocument'));
  const condition = fileCondition(sharing, documents, userId, level);
  return `SELECT ${documents.root.alias}."Id" FROM ${documents.fromSql()} WHERE ${condition}`;
}

/** Ids of the documents that are linked to what gives the user this access. */
function linkedDocuments(sharing: Sharing, scope: Scope, userId: string, level: 'Read' | 'Edit'): string {
  const links = new Scope(scope.context, scope.context.services.store.schema.require('ContentDocumentLink'));
  const { alias } = links.root;
  const entity = `${alias}."LinkedEntityId"`;
  const isPerson = `substr(${entity},1,3) IN (${PEOPLE.map((prefix) => `'${prefix}'`).join()})`;
  const toPerson = `${isPerson} AND ${entity} IN ${sharing.principalList(scope.context.parameters, userId)}`;
  const through = (of: 'Read' | 'Edit') =>
    `(NOT ${isPerson} AND ${visibleReference(sharing, links, userId, 'LinkedEntityId', { level: of, except: isFileObject })})`;
  const given =
    level === 'Read'
      ? `(${toPerson}) OR ${through('Read')}`
      : `(${alias}."ShareType"='C' AND ((${toPerson}) OR ${through('Read')})) OR (${alias}."ShareType"='I' AND ${through('Edit')})`;
  const kept = links.root.table.column('IsDeleted') === undefined ? '' : `${alias}."IsDeleted"=0 AND `;
  return `SELECT ${alias}."ContentDocumentId" FROM ${links.fromSql()} WHERE ${kept}(${given})`;
}
