import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { UserContext } from '../database/services.ts';
import { BlobValue } from '../schema/values/index.ts';
import { OpenOrg } from '../org/test-support/open-org.ts';
import { fileOfVersion } from './stored-files.ts';

const object = (model: string) =>
  `<CustomObject><label>Crate</label><pluralLabel>Crates</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>
   <deploymentStatus>Deployed</deploymentStatus><sharingModel>${model}</sharingModel></CustomObject>`;
const permissions = (name: string, edit: boolean) =>
  `<PermissionSet><label>${name}</label><objectPermissions><allowCreate>${edit}</allowCreate><allowDelete>false</allowDelete><allowEdit>${edit}</allowEdit>
   <allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Crate__c</object><viewAllRecords>true</viewAllRecords></objectPermissions></PermissionSet>`;

describe('files', () => {
  let org: OpenOrg;
  let crate: string;
  let owner: UserContext;
  let reader: UserContext;
  let editor: UserContext;
  let stranger: UserContext;

  before(() => {
    org = new OpenOrg({
      'objects/Crate__c/Crate__c.object-meta.xml': object('Private'),
      'permissionsets/Reader.permissionset-meta.xml': permissions('Reader', false),
      'permissionsets/Editor.permissionset-meta.xml': permissions('Editor', true),
    });
    [owner, reader, editor, stranger] = ['owner', 'reader', 'editor', 'stranger'].map((name) =>
      org.addUser(`${name}@example.com`),
    );
    for (const [user, set] of [
      [owner, 'Editor'],
      [reader, 'Reader'],
      [editor, 'Editor'],
    ] as const) {
      const [id] = org.query(`SELECT Id FROM PermissionSet WHERE Name = '${set}'`);
      org.insert('PermissionSetAssignment', { AssigneeId: user.id, PermissionSetId: id as string });
    }
    crate = org.insert('Crate__c', { Name: 'One' }, owner);
  });
  after(() => org.close());

  const upload = (values: Record<string, string>, user: UserContext, text = 'content') =>
    org.insert(
      'ContentVersion',
      { Title: 'Plan', PathOnClient: 'plan.txt', VersionData: BlobValue.ofText(text), ...values },
      user,
    );
  const documentOf = (version: string) => String(org.read('ContentVersion', version, 'ContentDocumentId')[0]);
  const sees = (document: string, user: UserContext) =>
    org.query(`SELECT Id FROM ContentDocument WHERE Id = '${document}'`, user).length === 1;

  it('belong to their owner until they are linked', () => {
    const document = documentOf(upload({}, owner));
    assert.deepEqual([sees(document, owner), sees(document, reader), sees(document, stranger)], [true, false, false]);
    org.insert(
      'ContentDocumentLink',
      { ContentDocumentId: document, LinkedEntityId: stranger.id, ShareType: 'V' },
      owner,
    );
    assert.deepEqual([sees(document, stranger), sees(document, reader)], [true, false]);
  });

  it('are seen through the record they were published to', () => {
    const version = upload({ FirstPublishLocationId: crate }, owner);
    const document = documentOf(version);
    assert.deepEqual([sees(document, reader), sees(document, editor), sees(document, stranger)], [true, true, false]);
    const read = (user: UserContext) => org.run((tx) => fileOfVersion(tx, version), user);
    assert.deepEqual(
      [read(reader)?.name, read(reader)?.contentType, new TextDecoder().decode(read(reader)?.bytes), read(stranger)],
      ['Plan.txt', 'text/plain', 'content', undefined],
    );
    assert.deepEqual(
      org.query(
        `SELECT ShareType FROM ContentDocumentLink WHERE LinkedEntityId = '${crate}' AND ContentDocumentId = '${document}'`,
        reader,
      ),
      ['V'],
    );
  });

  it('are changed by collaborators, and by who may change the record when access is inferred', () => {
    const document = documentOf(upload({}, owner));
    const replace = (user: UserContext) => upload({ ContentDocumentId: document }, user, 'second');
    org.insert('ContentDocumentLink', { ContentDocumentId: document, LinkedEntityId: crate, ShareType: 'I' }, owner);
    assert.throws(() => replace(reader), /insufficient access/);
    assert.throws(() => replace(editor), /insufficient access/);
    org.insert('Crate__Share', { ParentId: crate, UserOrGroupId: editor.id, AccessLevel: 'Edit' }, owner);
    const second = replace(editor);
    assert.deepEqual(org.read('ContentVersion', second, 'VersionNumber', 'IsLatest'), ['2', true]);
    assert.deepEqual(org.read('ContentDocument', document, 'LatestPublishedVersionId', 'ContentSize'), [second, 6]);
    assert.throws(() => org.delete(document, editor), /insufficient|INSUFFICIENT/);
  });

  it('are linked once, by who may change them', () => {
    const document = documentOf(upload({ FirstPublishLocationId: crate }, owner));
    const link = (user: UserContext) =>
      org.insert('ContentDocumentLink', { ContentDocumentId: document, LinkedEntityId: crate }, user);
    assert.throws(() => link(owner), /is already linked with the entity/);
    assert.throws(
      () => org.insert('ContentDocumentLink', { ContentDocumentId: document, LinkedEntityId: reader.id }, reader),
      /insufficient access/,
    );
  });

  it('go with their versions and links, but not with their records', () => {
    const other = org.insert('Crate__c', { Name: 'Two' });
    const version = upload({ FirstPublishLocationId: other }, org.user);
    const document = documentOf(version);
    org.delete(other);
    assert.deepEqual(
      org.query(
        `SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId = '${document}' AND LinkedEntityId = '${other}'`,
      ),
      [],
    );
    assert.equal(sees(document, org.user), true);
    org.delete(document);
    assert.deepEqual(org.query(`SELECT Id FROM ContentVersion WHERE Id = '${version}'`), []);
    assert.deepEqual(org.query(`SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId = '${document}'`), []);
  });

  it('attachments go with their record', () => {
    const attach = (user: UserContext, isPrivate = false) =>
      org.insert(
        'Attachment',
        { ParentId: crate, Name: 'a.txt', Body: BlobValue.ofText('a'), IsPrivate: isPrivate },
        user,
      );
    const open = attach(owner);
    const hidden = attach(owner, true);
    const found = (user: UserContext) =>
      org.query(`SELECT Id FROM Attachment WHERE ParentId = '${crate}'`, user).toSorted();
    assert.deepEqual(found(reader), [open]);
    assert.deepEqual(found(owner), [open, hidden].toSorted());
    assert.deepEqual(found(stranger), []);
  });
});
