/** The Metadata API through `jsforce`, and by REST. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Connection } from 'jsforce';
import { readZip } from '../../archive/read-zip.ts';
import {
  apexClass,
  manifest,
  newObject,
  object,
  type PackageFiles,
  textField,
  zipOf,
} from '../../metadata-api/test-support/package-zip.ts';
import { send, ServedOrg } from '../test-support/served-org.ts';

const POND = `public class Pond {
  public static Id add() { Fish__c fish = new Fish__c(Scale__c = 's'); insert fish; return fish.Id; }
}`;
const pond: PackageFiles = {
  'package.xml': manifest({ CustomObject: ['Fish__c'], ApexClass: ['Pond'] }),
  'objects/Fish__c.object': newObject('Fish', textField('Scale__c')),
  ...apexClass('Pond', POND),
};

describe('the Metadata API', () => {
  let served: ServedOrg;
  let admin: Connection;

  before(async () => {
    served = await ServedOrg.start();
    admin = served.admin;
    admin.metadata.pollInterval = 1;
  });
  after(() => served.close());

  async function deploy(files: PackageFiles, options: object = {}) {
    const all = { singlePackage: true, rollbackOnError: true, ...options };
    return admin.metadata.deploy(zipOf(files), all).complete(true);
  }

  type Result = Awaited<ReturnType<typeof deploy>>;

  function problems(result: Result): string[] {
    return result.details.componentFailures.map(({ fullName, problem }) => `${fullName}: ${String(problem)}`);
  }

  async function anonymous(code: string): Promise<string> {
    const { success, compileProblem, exceptionMessage } = await admin.tooling.executeAnonymous(code);
    return success ? 'ok' : `${compileProblem ?? ''}${exceptionMessage ?? ''}`;
  }

  async function retrieve(members: Readonly<Record<string, string[]>>) {
    const types = Object.entries(members).map(([name, names]) => ({ members: names, name }));
    const request = { apiVersion: '66.0', singlePackage: true, unpackaged: { types, version: '66.0' } };
    return admin.metadata.retrieve(request as never).complete();
  }

  test('deploys an object with a field and the class that uses it', async () => {
    const result = await deploy(pond);
    assert.deepEqual(problems(result), []);
    assert.deepEqual([result.status, result.success, result.numberComponentsDeployed], ['Succeeded', true, 3]);
    assert.deepEqual(
      result.details.componentSuccesses.map(({ componentType, fullName, fileName, created }) =>
        [componentType, fullName, fileName, created].join(' '),
      ),
      [
        ' package.xml package.xml false',
        'CustomObject Fish__c objects/Fish__c.object true',
        'CustomField Fish__c.Scale__c objects/Fish__c.object true',
        'ApexClass Pond classes/Pond.cls true',
      ],
    );
    assert.equal(await anonymous('Pond.add();'), 'ok');
    assert.equal((await admin.query('SELECT Scale__c FROM Fish__c')).totalSize, 1);
  });

  test('retrieves what the project and deploys hold, which can be deployed again and changes nothing', async () => {
    const retrieved = await retrieve({ CustomObject: ['Bear__c', 'Fish__c'], ApexClass: ['*', 'Nobody'] });
    assert.deepEqual(
      retrieved.messages.map(({ problem }) => problem),
      ["Entity of type 'ApexClass' named 'Nobody' cannot be found"],
    );
    const zip = readZip(Buffer.from(retrieved.zipFile, 'base64'), { files: 100, bytes: 1e6 });
    const names = ['BearResource', 'Pond', 'WeighBear'].map((name) => `classes/${name}.cls`);
    assert.deepEqual(zip.map(({ path }) => path).sort(), [
      ...names.flatMap((name) => [name, `${name}-meta.xml`]),
      ...['objects/Bear__c.object', 'objects/Fish__c.object', 'package.xml'],
    ]);
    const text = (path: string) => Buffer.from(zip.find((file) => file.path === path)?.data ?? '').toString();
    assert.match(text('objects/Fish__c.object'), /<fields>\s*<fullName>Scale__c<\/fullName>/);
    assert.match(text('objects/Bear__c.object'), /<errorMessage>No scale goes that far/);
    assert.equal(text('classes/Pond.cls'), POND);
    const again = await deploy(Object.fromEntries(zip.map(({ path, data }) => [path, data])));
    assert.deepEqual(problems(again), []);
    assert.deepEqual(
      again.details.componentSuccesses.filter(({ changed }) => changed).map(({ fullName }) => fullName),
      ['package.xml'],
    );
  });

  test('a later deploy adds to an object, and a deletion takes away what nothing uses any more', async () => {
    const hat = {
      'package.xml': manifest({
        CustomField: ['Bear__c.Hat__c'],
        ApexClass: ['Hats'],
        CustomLabels: ['CustomLabels'],
      }),
      'objects/Bear__c.object': object(textField('Hat__c')),
      'labels/CustomLabels.labels': `<CustomLabels><labels><fullName>Hat</fullName><language>en_US</language>
        <protected>false</protected><shortDescription>Hat</shortDescription><value>A hat</value></labels></CustomLabels>`,
      ...apexClass('Hats', 'public class Hats { public Bear__c bear = new Bear__c(Hat__c = Label.Hat); }'),
    };
    assert.deepEqual(problems(await deploy(hat)), []);
    assert.equal(await anonymous("insert new Bear__c(Hat__c = new Hats().bear.Hat__c, Tag__c = 'kept');"), 'ok');
    const remove = (members: Readonly<Record<string, string[]>>) =>
      deploy({ 'package.xml': manifest({}), 'destructiveChanges.xml': manifest(members) });
    const used = await remove({ CustomField: ['Bear__c.Hat__c'] });
    assert.equal(used.status, 'Failed');
    assert.match(problems(used).join(), /Hat__c/);
    assert.equal((await admin.query("SELECT Id FROM Bear__c WHERE Hat__c = 'A hat'")).totalSize, 1);
    const removed = await remove({ CustomField: ['Bear__c.Hat__c'], ApexClass: ['Hats'] });
    assert.deepEqual(problems(removed), []);
    assert.match(await anonymous('new Hats();'), /Invalid type: Hats/);
    await assert.rejects(async () => admin.query('SELECT Hat__c FROM Bear__c'), /No such column 'Hat__c'/);
    assert.equal((await admin.query("SELECT Id FROM Bear__c WHERE Tag__c = 'kept'")).totalSize, 1);
  });

  test('tests run with the deploy, and their coverage is answered', async () => {
    const files = {
      'package.xml': manifest({ ApexClass: ['Lake', 'LakeTest'] }),
      ...apexClass('Lake', 'public class Lake { public static Integer one() { return 1; } }'),
      ...apexClass(
        'LakeTest',
        '@IsTest private class LakeTest { @IsTest static void answers() { System.assertEquals(1, Lake.one()); } }',
      ),
    };
    const result = await deploy(files, { testLevel: 'RunSpecifiedTests', runTests: ['LakeTest'] });
    const { runTestResult } = result.details;
    assert.deepEqual([result.status, result.numberTestsTotal, result.numberTestErrors], ['Succeeded', 1, 0]);
    assert.deepEqual(
      runTestResult?.successes.map(({ name, methodName }) => `${name}.${methodName}`),
      ['LakeTest.answers'],
    );
    const lake = runTestResult?.codeCoverage.find(({ name }) => name === 'Lake');
    assert.deepEqual([lake?.type, lake?.numLocations, lake?.numLocationsNotCovered], ['Class', 1, 0]);
    const checked = await deploy(
      { 'package.xml': manifest({ ApexClass: ['Sea'] }), ...apexClass('Sea', 'public class Sea {}') },
      { checkOnly: true },
    );
    assert.deepEqual([checked.status, checked.checkOnly], ['Succeeded', true]);
    assert.match(await anonymous('new Sea();'), /Invalid type: Sea/);
  });

  test('describes the types and lists components', async () => {
    const { metadataObjects } = await admin.metadata.describe();
    const type = metadataObjects.find(({ xmlName }) => xmlName === 'CustomObject');
    assert.equal(type?.directoryName, 'objects');
    assert.ok(type.childXmlNames.includes('ValidationRule'));
    const listed = await admin.metadata.list([{ type: 'CustomField' }, { type: 'PermissionSet' }]);
    const names = listed.map(({ fullName, fileName }) => `${fullName} ${fileName}`);
    assert.ok(names.includes('Bear__c.Mood__c objects/Bear__c.object'));
    assert.ok(names.includes('Bear_Reader permissionsets/Bear_Reader.permissionset'));
    await assert.rejects(async () => admin.metadata.list([{ type: 'Ghost' }]), /INVALID_TYPE: Unknown type:Ghost/);
  });

  test('deploys by REST, and says how it went by the id', async () => {
    const started = admin.metadata.deployRest(zipOf(pond), { singlePackage: true });
    const { id } = (await started) as unknown as { id: string };
    const { status, details } = await admin.metadata.checkDeployStatus(id, true, true);
    assert.equal(status, 'Succeeded');
    assert.equal(details.componentSuccesses.length, 4);
    const path = `/services/data/v66.0/metadata/deployRequest/${id.slice(0, 15)}`;
    const short = (await send(admin, 'GET', path)).json as { deployResult: { id: string; details?: unknown } };
    assert.deepEqual([short.deployResult.id, short.deployResult.details], [id, undefined]);
    const cancelled = await send(admin, 'PATCH', path, '{"deployResult":{"status":"Canceling"}}');
    assert.deepEqual([cancelled.status, /already completed/.test(cancelled.text)], [400, true]);
    await assert.rejects(async () => admin.metadata.cancelDeploy(id), /already completed/);
    await assert.rejects(
      async () => admin.metadata.checkDeployStatus('0Af000000000999AAA'),
      /INVALID_CROSS_REFERENCE_KEY/,
    );
  });

  test('an archive that harms ends in a failed deploy, and too large a message in a fault', async () => {
    const result = await deploy({ '../package.xml': manifest({}) });
    assert.deepEqual([result.status, result.errorStatusCode], ['Failed', 'INVALID_ZIP_FILE']);
    assert.match(String(result.errorMessage), /illegal path/);
    const large = Buffer.alloc(50 * 1024 * 1024 + 1, 'A').toString();
    const answer = await send(admin, 'POST', '/services/Soap/m/66.0', large, { 'content-type': 'text/xml' });
    assert.equal(answer.status, 500);
    assert.match(answer.text, /LIMIT_EXCEEDED: Maximum size of request reached/);
  });

  test('creates, reads, changes and deletes single components', async () => {
    const label = (text: string) => ({ fullName: 'Bear__c.Cap__c', label: text, type: 'Text', length: 20 });
    const [first] = await admin.metadata.create('CustomField', [label('Cap')] as never);
    assert.deepEqual([first.success, first.fullName], [true, 'Bear__c.Cap__c']);
    assert.equal(await anonymous("insert new Bear__c(Cap__c = 'blue');"), 'ok');
    const [again] = await admin.metadata.create('CustomField', [label('Cap')] as never);
    assert.deepEqual([again.success, again.errors[0].statusCode], [false, 'DUPLICATE_DEVELOPER_NAME']);
    const [changed] = await admin.metadata.update('CustomField', [label('Hat')] as never);
    assert.equal(changed.success, true);
    const read = await admin.metadata.read('CustomField', ['Bear__c.Cap__c', 'Bear__c.Mood__c']);
    assert.deepEqual(
      read.map(({ fullName, label: text }) => `${String(fullName)} ${String(text)}`),
      ['Bear__c.Cap__c Hat', 'Bear__c.Mood__c Mood'],
    );
    const whole = await admin.metadata.read('CustomObject', 'Bear__c');
    assert.ok(whole.fields.some(({ fullName }) => fullName === 'Cap__c'));
    const [gone, unknown] = await admin.metadata.delete('CustomField', ['Bear__c.Cap__c', 'Bear__c.Nope__c']);
    assert.deepEqual([gone.success, unknown.success], [true, false]);
    assert.equal(unknown.errors[0].message, 'no CustomField named Bear__c.Nope__c found');
    await assert.rejects(async () => admin.query('SELECT Cap__c FROM Bear__c'), /No such column 'Cap__c'/);
    const [upserted] = await admin.metadata.upsert('CustomPermission', [
      { fullName: 'Feed', isLicensed: false, label: 'Feed' },
    ] as never);
    assert.deepEqual([upserted.errors, upserted.created, upserted.success], [[], true, true]);
    const many = Array.from({ length: 11 }, (_, index) => ({ ...label('x'), fullName: `Bear__c.X${index}__c` }));
    await assert.rejects(async () => admin.metadata.create('CustomField', many as never), /LIMIT_EXCEEDED/);
    await assert.rejects(async () => admin.metadata.read('ApexClass', 'BearResource'), /NOT_SUPPORTED/);
  });

  test('is for those who may change metadata', async () => {
    const user = await served.newUser('nobody@example.com');
    const refused = /INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData/;
    await assert.rejects(async () => user.metadata.deploy(zipOf(pond), { singlePackage: true }), refused);
    await assert.rejects(async () => user.metadata.describe(), refused);
    const answer = await send(user, 'GET', '/services/data/v66.0/metadata/deployRequest/0Af000000000001CAA');
    assert.equal(answer.status, 403);
    const stranger = '<Envelope><Body><describeMetadata/></Body></Envelope>';
    const fault = await send(admin, 'POST', '/services/Soap/m/66.0', stranger, { 'content-type': 'text/xml' });
    assert.match(fault.text, /INVALID_SESSION_ID/);
  });
});
