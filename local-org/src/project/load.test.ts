import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { ProjectError } from './project-error.ts';
import { loadProject, projectOf } from './load.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'load-test-'));
after(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

write({
  'sfdx-project.json':
    '{"packageDirectories":[{"path":"one"},{"path":"two"}],"sourceApiVersion":"66.0","namespace":""}',
  '.forceignore': '**/*.md\ntwo/skipped/**',
  'one/classes/Bear.cls': 'public class Bear {}',
  'one/classes/Bear.cls-meta.xml': '<ApexClass/>',
  'one/objects/Bear__c/fields/Age__c.field-meta.xml': '<CustomField/>',
  'one/notes.md': '#',
  'one/stray.txt': '?',
  'two/lwc/den/den.js-meta.xml': '<LightningComponentBundle/>',
  'two/lwc/den/den.js': '',
  'two/lwc/den/parts/roof.css': '',
  'two/lwc/den/__tests__/den.test.js': '',
  'two/skipped/classes/Wolf.cls-meta.xml': '<ApexClass/>',
  'two/staticresources/pack.resource-meta.xml': '<StaticResource/>',
  'two/staticresources/pack/a/b.txt': 'b',
  'two/staticresources/logo.resource-meta.xml': '<StaticResource/>',
  'two/staticresources/logo.png': 'png',
  'two/layouts/Bear__c-Bear %28Den%29.layout-meta.xml': '<Layout/>',
});

test('finds components in all package directories, with what belongs to them', () => {
  const project = loadProject([folder]);
  const found = project.files.map((file) => [file.name, file.suffix, file.content.map((part) => part.name)]);
  assert.deepEqual(found, [
    ['Bear', 'cls', ['Bear.cls']],
    ['Age__c', 'field', []],
    ['Bear__c-Bear (Den)', 'layout', []],
    ['den', 'js', ['den.js', 'parts/roof.css']],
    ['logo', 'resource', ['logo.png']],
    ['pack', 'resource', ['pack/a/b.txt']],
  ]);
  assert.equal(project.files[1]?.objectName, 'Bear__c');
  assert.equal(project.apiVersion, '66.0');
  assert.equal(project.namespace, undefined);
  assert.deepEqual(
    project.unrecognised.map((file) => path.basename(file)),
    ['stray.txt'],
  );
});

test('a source folder inside a project obeys the project’s .forceignore', () => {
  const project = loadProject([path.join(folder, 'two')]);
  assert.ok(!project.files.some((file) => file.name === 'Wolf'));
  assert.ok(project.files.some((file) => file.name === 'den'));
});

test('says which folder does not exist', () => {
  assert.throws(
    () => loadProject([path.join(folder, 'three')]),
    (error) => error instanceof ProjectError && /three/.test(error.message),
  );
});

test('projects can be made from texts, Apex without its metadata file', () => {
  const project = projectOf({ 'classes/Bear.cls': 'public class Bear {}' });
  assert.equal(project.files[0]?.name, 'Bear');
  assert.match(project.files[0].read(), /<apiVersion>/);
});

test('a folder with a package.xml holds components in metadata format', () => {
  const xml = '<?xml version="1.0"?>';
  const project = projectOf({
    'old/package.xml': `${xml}<Package/>`,
    'old/objects/Bear__c.object': `${xml}<CustomObject/>`,
    'old/customMetadata/Bear.Grizzly.md': `${xml}<CustomMetadata/>`,
    'old/pages/Den.page': '<apex:page/>',
    'old/pages/Den.page-meta.xml': '<ApexPage/>',
    'old/notes.md': `${xml}<notes/>`,
    'old/documents/roar.txt': 'roar',
    'new/objects/Wolf__c.object': `${xml}<CustomObject/>`,
  });
  assert.deepEqual(
    project.files.map(({ name, suffix, objectName }) => [name, suffix, objectName]),
    [
      ['Den', 'page', undefined],
      ['Bear__c', 'object', undefined],
      ['Bear.Grizzly', 'md', undefined],
    ],
  );
  assert.deepEqual(project.unrecognised, ['old/notes.md', 'old/documents/roar.txt', 'new/objects/Wolf__c.object']);
});
