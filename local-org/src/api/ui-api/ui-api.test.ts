import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../server.ts';
import { openFixtureOrg, type FixtureOrg } from '../../lightning/testing/fixture-org.ts';
import { serveUiApi } from '../../lightning/testing/serve-ui-api.ts';

interface Answer {
  readonly status: number;
  // The shapes are those of the User Interface API; each test reads the part it is about.
  readonly body: Json;
}

type Json = { readonly [name: string]: Json } & { readonly [index: number]: Json } & Iterable<Json>;

describe('UI API', () => {
  let fixture: FixtureOrg;
  let server: FastifyInstance;
  let admin: string;
  let visitor: string;
  before(async () => {
    fixture = openFixtureOrg();
    server = createServer(fixture.org);
    await serveUiApi(server, fixture.org);
    admin = server.sessions.start(fixture.org.administrator.id, 'API', {
      loginType: 'Application',
      sourceIp: '127.0.0.1',
    });
    visitor = server.sessions.start(fixture.visitor.id, 'API', { loginType: 'Application', sourceIp: '127.0.0.1' });
  });
  after(async () => {
    await server.close();
    fixture.org.close();
  });

  const call = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    token = admin,
    headers = {},
  ): Promise<Answer> => {
    const reply = await server.inject({
      method,
      url: `/services/data/v66.0/ui-api/${path}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: reply.statusCode,
      body: reply.body === '' ? (undefined as unknown as Json) : reply.json<Json>(),
    };
  };

  it('needs a session', async () => {
    const { status, body } = await call('GET', 'object-info/Account', undefined, 'nonsense');
    assert.deepEqual([status, body[0].errorCode], [401, 'INVALID_SESSION_ID']);
  });

  describe('records', () => {
    it('answers values with the text a user reads', async () => {
      const { body } = await call(
        'GET',
        `records/${fixture.ids.everest}?fields=Expedition__c.Budget__c,Expedition__c.StartDate__c,Expedition__c.Guide__r.Name,Expedition__c.Gear__c,Expedition__c.Progress__c`,
      );
      assert.deepEqual(body.fields.Budget__c, { displayValue: '$12,500.75', value: 12500.75 });
      assert.deepEqual(body.fields.StartDate__c, { displayValue: '6/15/2026', value: '2026-06-15' });
      assert.deepEqual(body.fields.Gear__c, { displayValue: 'Rope;Tent', value: 'Rope;Tent' });
      assert.deepEqual(body.fields.Progress__c, { displayValue: '40%', value: 40 });
      assert.equal(body.fields.Guide__r.displayValue, 'Gerta Guide');
      assert.equal(body.fields.Guide__r.value.apiName, 'Contact');
      assert.equal(body.recordTypeInfo.name, 'Scientific');
    });

    it('refuses required fields the user may not see, and leaves out optional ones', async () => {
      const required = await call(
        'GET',
        `records/${fixture.ids.everest}?fields=Expedition__c.Secret__c`,
        undefined,
        visitor,
      );
      assert.deepEqual([required.status, required.body[0].errorCode], [400, 'INVALID_FIELD']);
      const optional = await call(
        'GET',
        `records/${fixture.ids.everest}?optionalFields=Expedition__c.Secret__c,Expedition__c.Name`,
        undefined,
        visitor,
      );
      assert.deepEqual(Object.keys(optional.body.fields), ['Name']);
    });

    it('answers the fields of a layout', async () => {
      const { body } = await call('GET', `records/${fixture.ids.everest}?layoutTypes=Compact`);
      assert.deepEqual(Object.keys(body.fields).sort(), [
        'Budget__c',
        'Guide__c',
        'Guide__r',
        'Name',
        'Owner',
        'OwnerId',
        'StartDate__c',
        'Status__c',
      ]);
    });

    it('makes, changes and deletes', async () => {
      const made = await call('POST', 'records', {
        apiName: 'Expedition__c',
        fields: { Name: 'Delta', Budget__c: '12.50' },
      });
      assert.equal(made.status, 201);
      const id = made.body.id as unknown as string;
      const changed = await call('PATCH', `records/${id}`, { fields: { Budget__c: 20 } });
      assert.deepEqual(changed.body.fields.Budget__c.value, 20);
      assert.equal((await call('DELETE', `records/${id}`)).status, 204);
      assert.equal((await call('GET', `records/${id}?fields=Expedition__c.Name`)).status, 404);
    });

    it('tells errors by field and by page', async () => {
      const { status, body } = await call('POST', 'records', {
        apiName: 'Expedition__c',
        fields: { Name: 'Bad', Budget__c: -1, IsRisky__c: true },
      });
      assert.equal(status, 400);
      assert.equal(body.enhancedErrorType, 'RecordError');
      assert.equal(body.output.fieldErrors.Budget__c[0].message, 'A budget cannot be negative.');
      assert.equal(body.output.errors[0].message, 'A risky expedition needs a guide.');
    });

    it('refuses values of another type, and fields that do not exist', async () => {
      const wrongType = await call('PATCH', `records/${fixture.ids.everest}`, { fields: { Budget__c: 'much' } });
      assert.deepEqual([wrongType.status, wrongType.body[0].errorCode], [400, 'JSON_PARSER_ERROR']);
      const unknown = await call('PATCH', `records/${fixture.ids.everest}`, { fields: { Nothing__c: 1 } });
      assert.deepEqual([unknown.status, unknown.body[0].errorCode], [400, 'INVALID_FIELD']);
    });

    it('does not overwrite a change that came in between', async () => {
      const headers = { 'if-unmodified-since': '2001-01-01T00:00:00.000Z' };
      const { status } = await call(
        'PATCH',
        `records/${fixture.ids.atlantic}`,
        { fields: { Plan__c: 'x' } },
        admin,
        headers,
      );
      assert.equal(status, 412);
    });

    it('does not let the user write what he may only read', async () => {
      const { status } = await call('PATCH', `records/${fixture.ids.everest}`, { fields: { Budget__c: 1 } }, visitor);
      assert.equal(status, 400);
    });
  });

  describe('metadata', () => {
    it('describes an object as the user sees it', async () => {
      const { body } = await call('GET', 'object-info/expedition__c');
      assert.equal(body.apiName, 'Expedition__c');
      assert.deepEqual([body.fields.Budget__c.dataType, body.fields.Budget__c.updateable], ['Currency', true]);
      assert.deepEqual([body.fields.Reserve__c.calculated, body.fields.Reserve__c.updateable], [true, false]);
      assert.deepEqual(body.dependentFields, { Terrain__c: { Site__c: {} } });
      assert.deepEqual(body.fields.Notes__c.extraTypeInfo, 'RichTextArea');
      const seen = (await call('GET', 'object-info/Expedition__c', undefined, visitor)).body;
      assert.equal(seen.fields.Secret__c, undefined);
      assert.deepEqual([seen.updateable, seen.fields.Budget__c.updateable], [false, false]);
    });

    it('answers picklists by record type, with what they depend on', async () => {
      const { body: info } = await call('GET', 'object-info/Expedition__c');
      const summit = Object.values(info.recordTypeInfos).find((type) => (type.name as unknown) === 'Summit') as Json;
      const terrain = await call(
        'GET',
        `object-info/Expedition__c/picklist-values/${summit.recordTypeId as unknown as string}/Terrain__c`,
      );
      assert.deepEqual(
        [...terrain.body.values].map(({ value }) => value),
        ['Mountain'],
      );
      const { body: all } = await call('GET', 'object-info/Expedition__c/picklist-values/012000000000000AAA');
      const site = all.picklistFieldValues.Site__c;
      assert.deepEqual(site.controllerValues, { Mountain: 0, Sea: 1 });
      assert.deepEqual(
        [...site.values].map(({ validFor }) => [...validFor]),
        [[0], [0], [1], [1]],
      );
      const status = all.picklistFieldValues.Status__c;
      assert.equal(status.defaultValue.value, 'Draft');
    });

    it('answers layouts for reading and for making', async () => {
      const { body: view } = await call('GET', 'layout/Expedition__c');
      const labels = (layout: Json) =>
        [...layout.sections].flatMap((section) =>
          [...section.layoutRows].flatMap((row) => [...row.layoutItems].map((item) => item.label)),
        );
      assert.ok(labels(view).includes('Reserve' as unknown as Json));
      const { body: create } = await call('GET', 'layout/Expedition__c?mode=Create');
      assert.ok(
        !labels(create).includes('Reserve' as unknown as Json),
        'a form for a new record leaves out what cannot be entered',
      );
      const { body: name } = await call('GET', 'layout/Contact?mode=Edit');
      const first = [...[...name.sections][0].layoutRows][0].layoutItems[0];
      assert.deepEqual(
        [...first.layoutComponents].map((part) => part.apiName),
        ['Salutation', 'FirstName', 'LastName'],
      );
    });

    it('answers what a new record starts with', async () => {
      const { body } = await call('GET', 'record-defaults/create/Expedition__c');
      assert.equal(body.record.fields.Status__c.value, 'Draft');
      assert.equal(body.record.fields.IsRisky__c.value, false);
      const clone = await call('GET', `record-defaults/clone/${fixture.ids.everest}`);
      assert.equal(clone.body.record.fields.Name.value, 'North Face');
      assert.equal(clone.body.record.id, null);
    });
  });

  describe('lists', () => {
    const names = (page: Json): unknown[] => [...page.records].map((record) => record.fields.Name.value);

    it('pages, sorts and searches', async () => {
      const first = await call('POST', 'list-records/Expedition__c/All', { pageSize: 1, sortBy: ['-Budget__c'] });
      assert.deepEqual(names(first.body), ['North Face']);
      const second = await call('POST', 'list-records/Expedition__c/All', {
        pageSize: 1,
        sortBy: ['-Budget__c'],
        pageToken: first.body.nextPageToken as unknown as string,
      });
      assert.deepEqual([names(second.body), second.body.nextPageToken], [['Crossing'], null]);
      const found = await call('POST', 'list-records/Expedition__c/All', { searchTerm: 'FACE' });
      assert.deepEqual(names(found.body), ['North Face']);
    });

    it('treats signs of LIKE in a search as text', async () => {
      const { body } = await call('POST', 'list-records/Expedition__c/All', { searchTerm: '%' });
      assert.deepEqual(names(body), []);
    });

    it('describes the views of an object', async () => {
      const { body } = await call('GET', 'list-info/Expedition__c');
      assert.deepEqual(
        [...body.lists].map((list) => list.label),
        ['Recently Viewed', 'All Expeditions', 'Big or Risky', 'My Expeditions'],
      );
      const missing = await call('GET', 'list-info/Expedition__c/Nowhere');
      assert.equal(missing.status, 404);
    });

    it('answers related lists by the page layout', async () => {
      const info = await call('GET', 'related-list-info/Expedition__c/Supplies__r');
      assert.deepEqual(
        [...info.body.displayColumns].map((column) => column.fieldApiName),
        ['Name', 'Quantity__c', 'UnitCost__c', 'Cost__c'],
      );
      const page = await call(
        'GET',
        `related-list-records/${fixture.ids.everest}/Supplies__r?fields=Supply__c.Name,Supply__c.Cost__c`,
      );
      assert.deepEqual(names(page.body), ['Rope', 'Tent']);
      const count = await call('GET', `related-list-count/${fixture.ids.everest}/Supplies__r`);
      assert.equal(count.body.count, 2);
    });

    it('offers New in a related list to those who may, where the layout has the button', async () => {
      const { everest } = fixture.ids;
      const buttons = async (id: string, list: string, token: string) => {
        const { body } = await call('GET', `actions/record/${id}/related-list/${list}`, undefined, token);
        return [...body.actions[id].actions].map((action) => [action.apiName, action.targetObject]);
      };
      assert.deepEqual(await buttons(everest, 'Supplies__r', admin), [['New', 'Supply__c']]);
      assert.deepEqual(await buttons(everest, 'Supplies__r', visitor), []);
      const { body } = await call('GET', `related-list-records/${everest}/Supplies__r`);
      assert.deepEqual(await buttons(body.records[0].id as unknown as string, 'Replacements__r', admin), []);
      const account = await call('POST', 'records', { apiName: 'Account', fields: { Name: 'Outfitters' } });
      assert.deepEqual(await buttons(account.body.id as unknown as string, 'Contacts', admin), [
        ['NewContact', 'Contact'],
      ]);
      await call('DELETE', `records/${account.body.id as unknown as string}`);
    });

    it('suggests records for a lookup by the words of their names', async () => {
      const { body } = await call('GET', 'lookups/Expedition__c/Guide__c/Contact?q=gui');
      assert.deepEqual(names(body), ['Gerta Guide']);
      assert.equal((await call('GET', 'lookups/Expedition__c/Guide__c/Account?q=a')).status, 400);
    });
  });

  it('offers the actions of the layout that the user may take', async () => {
    const { everest } = fixture.ids;
    const actions = async (token: string, id = everest) =>
      [...(await call('GET', `actions/record/${id}`, undefined, token)).body.actions[id].actions].map(
        (action) => action.apiName,
      );
    assert.deepEqual(await actions(admin), [
      'Edit',
      'Expedition__c.Cancel_Trip',
      'Expedition__c.Raise_Budget',
      'Expedition__c.Add_Supply',
      'Clone',
      'Delete',
    ]);
    assert.deepEqual(await actions(visitor), [
      'Expedition__c.Cancel_Trip',
      'Expedition__c.Raise_Budget',
      'Expedition__c.Add_Supply',
    ]);
    const { body } = await call('GET', `related-list-records/${everest}/Supplies__r`);
    assert.deepEqual(
      await actions(admin, body.records[0].id as unknown as string),
      ['Edit', 'Delete'],
      'without the button left out',
    );
  });
});
