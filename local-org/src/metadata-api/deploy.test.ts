import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { objectFiles } from '../automation/test-support/metadata.ts';
import { OpenOrg } from '../org/test-support/open-org.ts';
import { brokenReferences } from '../review/references.ts';
import { deploy } from './deploy.ts';
import type { DeployOptions, DeployOutcome } from './deploy-result.ts';
import {
  apexClass,
  manifest,
  newObject,
  object,
  type PackageFiles,
  textField,
  zipOf,
} from './test-support/package-zip.ts';

const defaults: DeployOptions = {
  allowMissingFiles: false,
  checkOnly: false,
  ignoreWarnings: false,
  rollbackOnError: true,
  singlePackage: true,
  testLevel: 'NoTestRun',
  runTests: [],
};
const bears = {
  ...objectFiles('Bear__c', {
    definition: '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
    fields: { Tag__c: { type: 'Text', length: 20 } },
  }),
  'classes/Den.cls': "public class Den { public static String tag() { return new Bear__c(Tag__c = 't').Tag__c; } }",
};

function run(org: OpenOrg, zip: Uint8Array, options: Partial<DeployOptions> = {}): DeployOutcome {
  return deploy(org.org, zip, { ...defaults, ...options }, brokenReferences);
}

function problems({ messages, error }: DeployOutcome): string[] {
  const failures = messages.filter(({ problem }) => problem !== undefined);
  return [
    ...failures.map(({ fileName, fullName, problem }) => `${fileName} ${fullName}: ${problem}`),
    ...(error === undefined ? [] : [`${error.statusCode}: ${error.message}`]),
  ];
}

/** All that the org says of itself and of its records. */
function picture(opened: OpenOrg): unknown {
  const { org } = opened;
  return [
    [...org.components().keys()].sort(),
    [...org.schema.require('Bear__c').fields.keys()].sort(),
    opened.query('SELECT COUNT(Id) FROM Bear__c'),
    opened.query('SELECT Name FROM ApexClass ORDER BY Name'),
    org.store.prepare('SELECT COUNT(*) FROM sqlite_schema').get(),
    opened.apex("System.assertEquals('t', Den.tag());").success,
  ];
}

describe('a deploy that is refused', () => {
  let org: OpenOrg;
  before(() => {
    org = new OpenOrg(bears);
    org.insert('Bear__c', { Name: 'Balu' });
  });
  after(() => org.close());

  /** Deploys a good class and field beside what is bad, and expects all of it to be refused. */
  function refuses(files: PackageFiles, message: RegExp, options?: Partial<DeployOptions>): void {
    const before = picture(org);
    const good = {
      ...apexClass('Cave', "public class Cave { public Bear__c bear = new Bear__c(Hat__c = 'x'); }"),
      'objects/Bear__c.object': object(textField('Hat__c')),
      'package.xml': manifest({ ApexClass: ['*'], CustomField: ['*'], CustomObject: ['*'], StaticResource: ['*'] }),
    };
    const result = run(org, zipOf({ ...good, ...files }), options);
    assert.equal(result.status, 'Failed');
    assert.match(problems(result).join('\n'), message);
    assert.deepEqual(picture(org), before);
  }

  test('Apex that does not compile, with its line and column', () => {
    refuses(
      apexClass('Wolf', 'public class Wolf {\n  Nothing n;\n}'),
      /^classes\/Wolf.cls Wolf: Invalid type: Nothing/m,
    );
    const result = run(
      org,
      zipOf({
        'package.xml': manifest({ ApexClass: ['Wolf'] }),
        ...apexClass('Wolf', 'public class Wolf {\n  Nothing n;\n}'),
      }),
    );
    const failure = result.messages.find(({ success }) => !success);
    assert.deepEqual([failure?.componentType, failure?.lineNumber, failure?.columnNumber], ['ApexClass', 2, 3]);
  });

  test('what breaks a class that the deploy does not hold', () => {
    refuses({ 'destructiveChanges.xml': manifest({ CustomField: ['Bear__c.Tag__c'] }) }, /Den.cls: .*Tag__c/);
    refuses({ 'destructiveChanges.xml': manifest({ CustomObject: ['Bear__c'] }) }, /Bear__c/);
  });

  test('metadata that names what does not exist', () => {
    const bad = textField('Big__c').replace(
      '<type>Text</type><length>20</length>',
      '<type>Lookup</type><referenceTo>Nobody__c</referenceTo><relationshipName>N</relationshipName>',
    );
    refuses({ 'objects/Bear__c.object': object(textField('Hat__c') + bad) }, /Nobody__c/);
    refuses(
      {
        'package.xml': manifest({ ApexClass: ['*'], CustomField: ['*'], PermissionSet: ['*'] }),
        'permissionsets/P.permissionset':
          '<PermissionSet><label>P</label><classAccesses><apexClass>Nobody</apexClass><enabled>true</enabled></classAccesses></PermissionSet>',
      },
      /permissionsets\/P.permissionset P: .*Nobody/,
    );
  });

  test('a manifest and an archive that do not fit each other', () => {
    refuses(
      { 'package.xml': manifest({ ApexClass: ['Cave', 'Gone'], CustomField: ['*'] }) },
      /^package.xml Gone: An object 'Gone' of type ApexClass was named in package.xml, but was not found in zipped directory$/m,
    );
    refuses({ 'package.xml': manifest({ CustomField: ['*'] }) }, /classes\/Cave.cls-meta.xml Cave: Not in package.xml/);
    refuses(
      { 'package.xml': manifest({ ApexClass: ['*'], Ghost: ['Boo'] }) },
      /Unknown type name 'Ghost' specified in package.xml/,
    );
    refuses({ 'package.xml': '<Package><types><members>*</members></types></Package>' }, /<types> needs a <name>/);
    refuses({ 'package.xml': '<Bundle/>' }, /the root element is <Bundle>/);
    refuses({ 'pets/Cat.pet': 'x' }, /pets\/Cat.pet Cat: The file lies in no directory of a metadata type/);
    refuses({ 'classes/Lone.cls': 'public class Lone {}' }, /classes\/Lone.cls-meta.xml is missing/);
    refuses({}, /No package.xml found/, { singlePackage: false });
    assert.match(problems(run(org, zipOf({})))[0], /No package.xml found/);
  });

  test('XML that is broken, expands without end or reads files', () => {
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><CustomObject><label>&b;</label></CustomObject>';
    const outside = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><CustomObject/>';
    for (const [text, message] of [
      [laughs, /a document type declaration is not allowed/],
      [outside, /a document type declaration is not allowed/],
      ['<CustomObject><label>&b;</label></CustomObject>', /a bare '&'/],
      ['<CustomObject><label>', /<label> is not closed/],
      ['', /the file holds no element/],
      ['<CustomObject><nonsense/></CustomObject>', /nonsense/],
    ] as const) {
      refuses({ 'objects/Bear__c.object': text }, message);
    }
    refuses({ 'package.xml': laughs }, /a document type declaration is not allowed/);
  });

  test('files in another encoding', () => {
    const utf16 = Buffer.from('\uFEFF<CustomObject/>', 'utf16le');
    refuses(
      { 'objects/Bear__c.object': utf16 },
      /objects\/Bear__c.object Bear__c: Error parsing file: the file is not in UTF-8/,
    );
    refuses({ 'classes/Cave.cls': Buffer.from("public class Cave { String s = '\xE4'; }", 'latin1') }, /not in UTF-8/);
  });

  test('archives that are none, or harm', () => {
    const zip = zipOf({ 'package.xml': manifest({ ApexClass: ['*'] }), ...apexClass('Cave', 'public class Cave {}') });
    const before = picture(org);
    for (const [bytes, message] of [
      [Buffer.from('PK nothing'), /^INVALID_ZIP_FILE: .*not a zip file/],
      [zip.subarray(0, zip.length - 30), /^INVALID_ZIP_FILE: .*incomplete/],
      [zipOf({ '../../escape.cls': 'x' }), /^INVALID_ZIP_FILE: .*illegal path: "..\/..\/escape.cls"/],
      [zipOf({ 'classes\\..\\escape.cls': 'x' }), /^INVALID_ZIP_FILE: .*illegal path/],
      [Buffer.alloc(39 * 1024 * 1024 + 1), /^LIMIT_EXCEEDED: .*limit is: 40894464/],
      [
        zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`classes/C${index}.cls`, '']))),
        /^LIMIT_EXCEEDED: Too many files in zip: 10001, limit is: 10000/,
      ],
      [bomb(), /^LIMIT_EXCEEDED: The zip file holds \d+ bytes, limit is: 629145600/],
    ] as const) {
      const result = run(org, bytes);
      assert.equal(result.status, 'Failed');
      assert.match(problems(result).join(), message);
    }
    assert.deepEqual(picture(org), before);
  });

  test('a bomb inside of a static resource', () => {
    refuses(
      {
        'package.xml': manifest({ ApexClass: ['*'], CustomField: ['*'], StaticResource: ['*'] }),
        'staticresources/Pack.resource': bomb(),
        'staticresources/Pack.resource-meta.xml':
          '<StaticResource><cacheControl>Public</cacheControl><contentType>application/zip</contentType></StaticResource>',
      },
      /staticresources\/Pack.resource-meta.xml Pack: The zip file holds/,
    );
  });

  test('tests that fail, and code that they do not run', () => {
    const test = (body: string) =>
      apexClass('CaveTest', `@IsTest private class CaveTest { @IsTest static void works() { ${body} } }`);
    const specified = { testLevel: 'RunSpecifiedTests', runTests: ['CaveTest'] } as const;
    const files = {
      'package.xml': manifest({ ApexClass: ['*'] }),
      ...apexClass('Cave', 'public class Cave { public static Integer one() { return 1; } }'),
    };
    const before = picture(org);
    const failing = run(org, zipOf({ ...files, ...test('System.assertEquals(2, Cave.one());') }), specified);
    assert.equal(failing.status, 'Failed');
    assert.deepEqual([failing.tests?.numTestsRun, failing.tests?.numFailures], [1, 1]);
    assert.match(failing.tests?.failures[0].message ?? '', /Expected: 2, Actual: 1/);
    const uncovered = run(org, zipOf({ ...files, ...test('Integer i = 1;') }), specified);
    assert.equal(uncovered.status, 'Failed');
    assert.deepEqual(
      uncovered.tests?.codeCoverageWarnings.map(({ message }) => message),
      ['Test coverage of selected Apex Class is 0%, at least 75% test coverage is required'],
    );
    const checked = run(org, zipOf({ ...files, ...test('System.assertEquals(1, Cave.one());') }), {
      ...specified,
      checkOnly: true,
    });
    assert.equal(checked.status, 'Succeeded');
    assert.deepEqual(picture(org), before);
  });

  test('without rollbackOnError what works is deployed, and a deletion of nothing is a warning', () => {
    const files = {
      'package.xml': manifest({ ApexClass: ['*'], CustomObject: ['*'] }),
      'destructiveChangesPost.xml': manifest({ ApexClass: ['Ghost'] }),
      'objects/Good__c.object': newObject('Good'),
      ...apexClass('Wolf', 'public class Wolf { Nothing n; }'),
    };
    assert.equal(run(org, zipOf(files)).status, 'Failed');
    assert.equal(org.org.schema.object('Good__c'), undefined);
    const result = run(org, zipOf(files), { rollbackOnError: false, ignoreWarnings: true });
    assert.equal(result.status, 'SucceededPartial');
    assert.deepEqual(problems(result), [
      'destructiveChangesPost.xml Ghost: No ApexClass named: Ghost found',
      'classes/Wolf.cls Wolf: Invalid type: Nothing',
    ]);
    org.insert('Good__c', { Name: 'there' });
    assert.deepEqual(org.query("SELECT Name FROM ApexClass WHERE Name = 'Wolf'"), []);
  });
});

/** Small files that unpack to 700 MB by what they say. */
function bomb(): Buffer {
  const zip = zipOf({ a: Buffer.alloc(1_000_000) });
  zip.writeUInt32LE(700_000_000, zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return zip;
}

describe('a deploy that works', () => {
  let org: OpenOrg;
  before(() => {
    org = new OpenOrg(bears);
  });
  after(() => org.close());

  test('takes parts of a file by their names and folders with a slash, and adds to what the file held', () => {
    const rule = (name: string) => `<rules><fullName>${name}</fullName><active>false</active>
      <criteriaItems><field>Bear__c.Name</field><operation>equals</operation><value>x</value></criteriaItems>
      <triggerType>onCreateOnly</triggerType></rules>`;
    for (const name of ['First', 'Second']) {
      const result = run(
        org,
        zipOf({
          'package.xml': manifest({ WorkflowRule: [`Bear__c.${name}`], Report: ['Bears/'] }),
          'workflows/Bear__c.workflow': `<Workflow>${rule(name)}</Workflow>`,
          'reports/Bears-meta.xml': '<ReportFolder><name>Bears</name></ReportFolder>',
        }),
      );
      assert.deepEqual(problems(result), []);
    }
    assert.deepEqual(
      org.org.metadata.workflows.get('Bear__c')?.rules.map(({ fullName }) => fullName),
      ['First', 'Second'],
    );
    assert.deepEqual([...org.org.metadata.reportFolders.keys()], ['Bears']);
  });

  test('puts a component in a folder where it can be compiled, and says of its files by their paths in the archive', () => {
    const bundle = (script: string) =>
      zipOf({
        'package.xml': manifest({ LightningComponentBundle: ['den'] }),
        'lwc/den/den.js': script,
        'lwc/den/den.html': '<template></template>',
        'lwc/den/den.js-meta.xml': '<LightningComponentBundle><apiVersion>66.0</apiVersion></LightningComponentBundle>',
      });
    const element = "import { LightningElement } from 'lwc'; export default class extends LightningElement {}";
    assert.deepEqual(problems(run(org, bundle(`${element} import '@salesforce/label/c.Nothing';`))), [
      'lwc/den/den.js-meta.xml den: Label Nothing does not exist.',
    ]);
    assert.deepEqual(problems(run(org, bundle(element))), []);
    const { file } = org.org.metadata.lwcBundles.get('den')!;
    assert.equal(readFileSync(file.replace(/-meta.xml$/, ''), 'utf8'), element);
  });
});

describe('what was deployed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'deployed-'));
  const project = path.join(folder, 'project');
  const database = path.join(folder, 'org.sqlite');
  const options = { project: undefined, projectRoots: [project], database };
  after(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    writeFileSync(path.join(project, name), text);
  };
  const stands = (org: OpenOrg, answer: string): void => {
    assert.equal(org.apex(`System.assertEquals('${answer}', Den.tag());`).success, true, answer);
  };

  test('stands over a restart, until the folders change', () => {
    write('sfdx-project.json', '{"packageDirectories":[{"path":"."}]}');
    for (const [name, text] of Object.entries(bears)) write(name, text);
    write('classes/Den.cls-meta.xml', '<ApexClass><apiVersion>66.0</apiVersion></ApexClass>');
    const first = new OpenOrg({}, options);
    const result = run(
      first,
      zipOf({
        'package.xml': manifest({ ApexClass: ['Den'], CustomField: ['Bear__c.Hat__c'] }),
        'destructiveChanges.xml': manifest({ CustomField: ['Bear__c.Tag__c'] }),
        'objects/Bear__c.object': object(textField('Hat__c')),
        ...apexClass('Den', "public class Den { public static String tag() { return 'deployed'; } }"),
      }),
    );
    assert.deepEqual(problems(result), []);
    stands(first, 'deployed');
    first.insert('Bear__c', { Name: 'Balu', Hat__c: 'straw' });
    assert.throws(() => first.query('SELECT Tag__c FROM Bear__c'), /No such column 'Tag__c'/);
    first.close();
    const second = new OpenOrg({}, options);
    stands(second, 'deployed');
    assert.deepEqual(second.query('SELECT Hat__c FROM Bear__c'), ['straw']);
    assert.throws(() => second.query('SELECT Tag__c FROM Bear__c'), /No such column 'Tag__c'/);
    write('classes/Den.cls', "public class Den { public static String tag() { return 'changed'; } }");
    second.org.redeploy();
    stands(second, 'changed');
    assert.deepEqual(second.query('SELECT Hat__c FROM Bear__c'), ['straw']);
    second.close();
  });

  test('is whole or not there when the process is killed while it deploys', async () => {
    const script = fileURLToPath(new URL('test-support/deploy-for-ever.ts', import.meta.url));
    const killed = path.join(folder, 'killed.sqlite');
    for (const wait of [30, 120]) {
      const child = spawn(process.execPath, [script, killed], { stdio: ['ignore', 'pipe', 'inherit'] });
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), wait));
      await once(child, 'close');
      const org = new OpenOrg({}, { database: killed });
      assert.equal(org.org.store.prepare('PRAGMA integrity_check').get()?.[0], 'ok');
      const classes = org.query('SELECT Name FROM ApexClass ORDER BY Name');
      const [first] = classes;
      assert.match(String(first), /^Num\d+$/);
      // Each deploy holds a class that answers the name of the object it comes with.
      for (const name of classes)
        assert.equal(org.apex(`System.assertEquals('${String(name)}__c', ${String(name)}.answer());`).success, true);
      assert.deepEqual(org.org.report.problems, []);
      org.close();
    }
  });
});
