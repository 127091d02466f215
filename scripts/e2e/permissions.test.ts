/**
 * The permission matrix: what each persona of the package may do with each of its objects and fields, tried by REST and by Apex in
 * user mode, on own records and on another's, against the tables in `permissions/`.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection, DescribeSObjectResult } from 'jsforce';
import { updateAll } from '../seed/records.ts';
import { fieldsByApex, reachByApex } from './permissions/by-apex.ts';
import { batch, describeAll, errorCode, query, reachByRest } from './permissions/by-rest.ts';
import { FixtureMaker, type Fixtures } from './permissions/fixtures.ts';
import { makePeople, type Person } from './permissions/people.ts';
import { cells, isRefused } from './permissions/reach.ts';
import { fieldTable, GROUPS, objectTable, type Group } from './permissions/table.ts';
import { logIn } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

/** Objects of the platform on which fields of the package stand, or which its records need. */
const STANDARD_OBJECTS = ['Account', 'Opportunity'];

describe('permissions', () => {
  const data = temporaryFolder('permissions');
  const objects = [...objectTable.keys()];
  let org: ServedOrg;
  let admin: Connection;
  let described: ReadonlyMap<string, DescribeSObjectResult>;
  let fixtures: Fixtures;
  let people: ReadonlyMap<Group, Person>;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    admin = await logIn(org.url, 'admin');
    people = await makePeople(admin, org.url);
    described = await describeAll(admin, [...objects, ...STANDARD_OBJECTS]);
    fixtures = await makeAllFixtures();
  });
  after(async () => {
    await org.stop();
    removeFolder(data);
  });

  /** A payment needs an invoice that finance has approved. */
  async function makeAllFixtures(): Promise<Fixtures> {
    const maker = new FixtureMaker(admin, described);
    const invoiced = await maker.make(['InvoiceLine__c']);
    const invoice = { Id: invoiced.get('Invoice__c') ?? '', Status__c: 'Approved' };
    await updateAll(people.get('Finance')!.connection, 'Invoice__c', [invoice]);
    return maker.make(objects);
  }

  async function giveAllTo(OwnerId: string): Promise<void> {
    for (const [object, Id] of fixtures) {
      const hasOwner = described.get(object)?.fields.some((field) => field.name === 'OwnerId') === true;
      if (hasOwner) await updateAll(admin, object, [{ Id, OwnerId }]);
    }
  }

  function expectedField(group: Group, object: string, field: DescribeSObjectResult['fields'][number]): string {
    const stated = fieldTable.get(`${object}.${field.name}`)?.[group];
    const ofObject = objectTable.get(object)?.[group] ?? '';
    if (stated !== undefined || ofObject === '') return stated ?? '';
    const isDerived = field.calculated || field.autoNumber || field.relationshipOrder !== null;
    return !isDerived && /e/i.test(ofObject) ? 'e' : 'r';
  }

  it('has a row for every object of the package', async () => {
    const { sobjects } = await admin.describeGlobal();
    const custom = sobjects.filter(({ name }) => name.endsWith('__c')).map(({ name }) => name);
    assert.deepEqual(custom.sort(), [...objects].sort());
  });

  for (const group of GROUPS) {
    it(`lets ${group} do with records what the table says, by REST and by Apex`, async () => {
      const { id, connection } = people.get(group)!;
      const others = [await reachByRest(connection, fixtures), await reachByApex(connection, fixtures)] as const;
      await giveAllTo(id);
      const own = [await reachByRest(connection, fixtures), await reachByApex(connection, fixtures)] as const;
      const expected = Object.fromEntries([...objectTable].map(([object, row]) => [object, row[group]]));
      assert.deepEqual(cells(own[0], others[0]), expected, 'by REST');
      assert.deepEqual(cells(own[1], others[1]), expected, 'by Apex');
    });

    it(`shows ${group} the fields that the table says, by REST and by Apex`, async () => {
      const { connection } = people.get(group)!;
      const expected: Record<string, string> = {};
      const byRest: Record<string, string> = {};
      const told = await describeAll(connection, objects);
      for (const object of objects) {
        for (const field of described.get(object)?.fields ?? []) {
          if (!field.custom) continue;
          const letter = expectedField(group, object, field);
          if (letter !== '') expected[`${object}.${field.name}`] = letter;
        }
        for (const field of told.get(object)?.fields ?? []) {
          const isEditable = told.get(object)?.updateable === true && field.updateable;
          if (field.custom) byRest[`${object}.${field.name}`] = isEditable ? 'e' : 'r';
        }
      }
      assert.deepEqual(byRest, expected, 'by REST');
      const byApex = await fieldsByApex(connection, objects);
      assert.deepEqual(
        Object.fromEntries(Object.entries(byApex).sort()),
        Object.fromEntries(Object.entries(expected).sort()),
      );
    });

    it(`answers queries of ${group} for fields that stand in the table only as it says`, async () => {
      const { connection } = people.get(group)!;
      const fields = [...fieldTable.keys()];
      const answers = await batch(
        connection,
        fields.map((name) => query(`SELECT ${name.split('.')[1] ?? ''} FROM ${name.split('.')[0] ?? ''} LIMIT 1`)),
      );
      const read = fields.filter((_name, index) => !isRefused(errorCode(answers[index])));
      assert.deepEqual(
        read,
        fields.filter((name) => fieldTable.get(name)?.[group] !== ''),
      );
    });
  }
});
