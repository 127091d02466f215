/** Record types are given by profiles, permission sets and groups, less what is muted: in describes, in Apex and in saves. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Connection } from 'jsforce';
import { objectFiles } from '../automation/test-support/metadata.ts';
import { send, ServedOrg } from './test-support/served-org.ts';

const visibility = (type: string, isDefault = '') =>
  `<recordTypeVisibilities>${isDefault}<recordType>Kite__c.${type}</recordType><visible>true</visible></recordTypeVisibilities>`;
const OBJECT =
  '<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>' +
  '<modifyAllRecords>false</modifyAllRecords><object>Kite__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>';

const files: Record<string, string> = {
  ...objectFiles('Kite__c', { recordTypes: { Stunt: '', Power: '', Indoor: '', Free: '' } }),
  'profiles/Standard.profile-meta.xml': `<Profile><custom>false</custom>${visibility('Indoor', '<default>true</default>')}</Profile>`,
  'permissionsets/Flier.permissionset-meta.xml': `<PermissionSet><label>Flier</label>${OBJECT}${visibility('Stunt')}${visibility('Power')}</PermissionSet>`,
  'permissionsets/Maker.permissionset-meta.xml': `<PermissionSet><label>Maker</label>${OBJECT}<classAccesses><apexClass>Kites</apexClass><enabled>true</enabled></classAccesses></PermissionSet>`,
  'mutingpermissionsets/NoPower.mutingpermissionset-meta.xml': `<MutingPermissionSet><label>x</label>${visibility('Power')}</MutingPermissionSet>`,
  'permissionsetgroups/Club.permissionsetgroup-meta.xml': `<PermissionSetGroup><label>Club</label><mutingPermissionSets>NoPower</mutingPermissionSets>
    <permissionSets>Flier</permissionSets></PermissionSetGroup>`,
  'classes/Kites.cls': `@RestResource(urlMapping='/kites')
    global class Kites {
      @HttpGet global static List<String> types() {
        List<String> found = new List<String>();
        for (Schema.RecordTypeInfo info : Kite__c.SObjectType.getDescribe().getRecordTypeInfos()) {
          if (info.isAvailable() && !info.isMaster()) found.add(info.getDeveloperName() + (info.isDefaultRecordTypeMapping() ? '!' : ''));
        }
        found.sort();
        return found;
      }
      @HttpPost global static void make(String type) {
        insert as system new Kite__c(Name = 'k', RecordTypeId = Kite__c.SObjectType.getDescribe().getRecordTypeInfosByDeveloperName().get(type).getRecordTypeId());
      }
    }`,
};

describe('record types', () => {
  let served: ServedOrg;
  before(async () => {
    served = await ServedOrg.start(files);
  });
  after(() => served.close());

  const types = async (connection: Connection) => {
    const { recordTypeInfos } = await connection.sobject('Kite__c').describe();
    const others = recordTypeInfos.filter((info) => info.available && !info.master);
    return others.map((info) => `${info.name}${info.defaultRecordTypeMapping ? '!' : ''}`).sort();
  };

  const make = async (connection: Connection, type: string) => {
    const { records } = await served.admin.query<{ Id: string }>(
      `SELECT Id FROM RecordType WHERE DeveloperName = '${type}'`,
    );
    const body = JSON.stringify({ Name: type, RecordTypeId: records[0].Id });
    const { status, json } = await send(connection, 'POST', '/services/data/v66.0/sobjects/Kite__c', body);
    return status === 201 ? 'made' : JSON.stringify(json).replace(records[0].Id, '…');
  };

  const refused =
    '[{"message":"Record Type ID: this ID value isn\'t valid for the user: …","errorCode":"INVALID_CROSS_REFERENCE_KEY","fields":["RecordTypeId"]}]';

  test('are those of the profile and the permission sets, and those that nobody speaks of', async () => {
    const maker = await served.newUser('maker@example.com', 'Maker');
    assert.deepEqual(await types(maker), ['Free', 'Indoor!']);
    assert.equal(await make(maker, 'Indoor'), 'made');
    assert.equal(await make(maker, 'Stunt'), refused);
    const flier = await served.newUser('flier@example.com', 'Maker', 'Flier');
    assert.deepEqual(await types(flier), ['Free', 'Indoor!', 'Power', 'Stunt']);
    assert.equal(await make(flier, 'Power'), 'made');
  });

  test('are muted in a group', async () => {
    const member = await served.newUser('member@example.com', 'Maker');
    const group = await served.admin.query<{ Id: string }>('SELECT Id FROM PermissionSetGroup');
    await served.admin
      .sobject('PermissionSetAssignment')
      .create({ AssigneeId: member.userInfo?.id, PermissionSetGroupId: group.records[0].Id });
    assert.deepEqual(await types(member), ['Free', 'Indoor!', 'Stunt']);
    assert.equal(await make(member, 'Power'), refused);
    assert.deepEqual(await member.apex.get('/kites'), ['Free', 'Indoor!', 'Stunt']);
  });

  test('are all an administrator’s, and code in system mode may give any', async () => {
    assert.equal((await types(served.admin)).length, 4);
    const coder = await served.newUser('coder@example.com', 'Maker');
    await coder.apex.post('/kites', { type: 'Power' });
    assert.equal(await make(coder, 'Power'), refused);
  });
});
