/** An org behind a server on a free port, with `jsforce` connected to it, for tests. */
import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { FixedClock } from '../../async/clock.ts';
import { lookup, master, objectFiles, picklist } from '../../automation/test-support/metadata.ts';
import { Org } from '../../org/org.ts';
import { projectOf } from '../../project/load.ts';
import { createServer } from '../server.ts';

export const PASSWORD = 'secret-1';

const project: Record<string, string> = {
  ...objectFiles('Bear__c', {
    definition: '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>',
    fields: {
      Born__c: { type: 'Date' },
      Keeper__c: lookup('Contact', 'Bears'),
      Mood__c: picklist(['Calm', 'Cross']),
      Seen__c: { type: 'DateTime' },
      Tag__c: { type: 'Text', length: 20, externalId: true, unique: true },
      Tame__c: { type: 'Checkbox', defaultValue: 'false' },
      Weight__c: { type: 'Number', precision: 8, scale: 2 },
    },
    rules: { TooHeavy: { condition: 'Weight__c &gt; 1000', message: 'No scale goes that far', field: 'Weight__c' } },
  }),
  ...objectFiles('Cub__c', {
    definition:
      '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
    fields: { Bear__c: master('Bear__c', 'Cubs') },
  }),
  'classes/BearResource.cls': `@RestResource(urlMapping='/bears/*')
    global class BearResource {
      @HttpGet global static String name() { return RestContext.request.requestURI.substringAfterLast('/'); }
      @HttpPost global static Id create(String name) { Bear__c bear = new Bear__c(Name = name); insert bear; return bear.Id; }
      @HttpDelete global static void fail() { throw new IllegalArgumentException('Bears stay'); }
    }`,
  'classes/WeighBear.cls': `public class WeighBear {
      public class Request { @InvocableVariable(required=true) public Id bearId; @InvocableVariable public Decimal weight; }
      public class Result { @InvocableVariable public String text; }
      @InvocableMethod(label='Weigh bear')
      public static List<Result> weigh(List<Request> requests) {
        List<Result> results = new List<Result>();
        for (Request request : requests) {
          update new Bear__c(Id = request.bearId, Weight__c = request.weight);
          Result result = new Result();
          result.text = 'weighed ' + request.weight;
          results.add(result);
        }
        return results;
      }
    }`,
  'permissionsets/Bear_Reader.permissionset-meta.xml': `<PermissionSet><label>Bear Reader</label>
      <fieldPermissions><editable>false</editable><field>Bear__c.Tag__c</field><readable>true</readable></fieldPermissions>
      <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>
      <modifyAllRecords>false</modifyAllRecords><object>Bear__c</object><viewAllRecords>true</viewAllRecords></objectPermissions></PermissionSet>`,
};

export class ServedOrg {
  readonly org: Org;
  readonly clock: FixedClock;
  readonly address: string;
  /** Connected as the administrator. */
  readonly admin: Connection;
  private readonly app: FastifyInstance;
  private readonly defects: unknown[];

  private constructor(parts: Pick<ServedOrg, 'org' | 'clock' | 'address'>, app: FastifyInstance, defects: unknown[]) {
    this.org = parts.org;
    this.clock = parts.clock;
    this.address = parts.address;
    this.app = app;
    this.defects = defects;
    this.admin = this.connection();
  }

  /** `files` are deployed beside the bears. */
  static async start(files: Readonly<Record<string, string>> = {}): Promise<ServedOrg> {
    const clock = new FixedClock(Date.parse('2026-03-02T09:30:15.000Z'));
    const org = Org.open({
      projectRoots: [],
      project: projectOf({ ...project, ...files }),
      database: ':memory:',
      clock,
    });
    org.setPassword(org.administrator.id, PASSWORD);
    const defects: unknown[] = [];
    const app = createServer(org, { onDefect: (error) => defects.push(error) });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const served = new ServedOrg({ org, clock, address }, app, defects);
    await served.admin.login(org.administrator.username, PASSWORD);
    return served;
  }

  /** Stops the server. Fails when a request has met a defect of the local org itself. */
  async close(): Promise<void> {
    await this.app.close();
    this.org.close();
    assert.deepEqual(this.defects, []);
  }

  /** A connection that is not logged in. */
  connection(): Connection {
    return new Connection({ loginUrl: this.address, version: '66.0' });
  }

  /** Makes a user with no more than the permission sets named, and logs in. */
  async newUser(username: string, ...permissionSets: readonly string[]): Promise<Connection> {
    return this.newUserOf('Standard User', username, ...permissionSets);
  }

  async newUserOf(profile: string, username: string, ...permissionSets: readonly string[]): Promise<Connection> {
    const { Id: ProfileId } = await this.one(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
    const created = await this.admin.sobject('User').create({
      Username: username,
      LastName: username,
      Email: 'user@example.com',
      Alias: 'user',
      CommunityNickname: username,
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
      ProfileId,
      IsActive: true,
    });
    if (!created.success) throw new Error(JSON.stringify(created.errors));
    for (const name of permissionSets) {
      const { Id: PermissionSetId } = await this.one(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
      await this.admin.sobject('PermissionSetAssignment').create({ AssigneeId: created.id, PermissionSetId });
    }
    this.org.setPassword(created.id, PASSWORD);
    const connection = this.connection();
    await connection.login(username, PASSWORD);
    return connection;
  }

  private async one(soql: string): Promise<{ Id: string }> {
    const { records } = await this.admin.query<{ Id: string }>(soql);
    const [record] = records;
    if (record?.Id === undefined) throw new Error(`No record: ${soql}`);
    return { Id: record.Id };
  }
}

/** Status, body and headers of a plain request with the connection's session. */
export async function send(
  connection: Connection,
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${connection.instanceUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${connection.accessToken ?? ''}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, text, json: parsed(text), headers: response.headers };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
