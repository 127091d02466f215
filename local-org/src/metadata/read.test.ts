import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectOf } from '../project/load.ts';
import { readMetadata } from './read.ts';
import { SourceError } from './xml.ts';

const field = (name: string, type = 'Text') =>
  `<CustomField><fullName>${name}</fullName><type>${type}</type></CustomField>`;

test('merges an object from several folders', () => {
  const { objects } = readMetadata(
    projectOf({
      'a/objects/Bear__c/Bear__c.object-meta.xml':
        '<CustomObject><label>Bear</label><sharingModel>Private</sharingModel></CustomObject>',
      'a/objects/Bear__c/fields/Age__c.field-meta.xml': field('Age__c', 'Number'),
      'b/objects/Bear__c/fields/Den__c.field-meta.xml': field('Den__c'),
      'b/objects/Account/fields/Bears__c.field-meta.xml': field('Bears__c'),
    }),
  );
  assert.deepEqual([...(objects.get('Bear__c')?.fields.keys() ?? [])], ['Age__c', 'Den__c']);
  assert.equal(objects.get('Bear__c')?.definition?.label, 'Bear');
  assert.equal(objects.get('Account')?.definition, undefined);
});

test('of a part defined twice the last one stands, and the listing says so', () => {
  const files = {
    'a/objects/Bear__c/fields/Age__c.field-meta.xml': field('Age__c'),
    'b/objects/Bear__c/fields/Age__c.field-meta.xml': field('Age__c'),
  };
  const { objects, ignored } = readMetadata(projectOf(files));
  const place = 'b/objects/Bear__c/fields/Age__c.field-meta.xml';
  assert.equal(objects.get('Bear__c')?.fields.get('Age__c')?.source.file, place);
  assert.deepEqual(ignored, [
    { type: 'CustomField Bear__c.Age__c, defined before and replaced by this', file: place, line: 1 },
  ]);
});

test('reads parts that stand inside the object’s own file', () => {
  const inline =
    '<CustomObject><fields><fullName>Age__c</fullName></fields><listViews><fullName>All</fullName><filterScope>Everything</filterScope><label>All</label></listViews></CustomObject>';
  const { objects } = readMetadata(projectOf({ 'objects/Bear__c/Bear__c.object-meta.xml': inline }));
  assert.deepEqual([...(objects.get('Bear__c')?.listViews.keys() ?? [])], ['All']);
  assert.equal(objects.get('Bear__c')?.fields.get('Age__c')?.fullName, 'Age__c');
});

test('reads code with its metadata', () => {
  const { apexClasses, triggers } = readMetadata(
    projectOf({
      'classes/Bear.cls': 'public class Bear {}',
      'triggers/Bears.trigger': 'trigger Bears on Bear__c (before insert) {}',
    }),
  );
  assert.equal(apexClasses.get('Bear')?.source, 'public class Bear {}');
  assert.equal(apexClasses.get('Bear')?.meta.apiVersion, 66);
  assert.equal(triggers.get('Bears')?.file, 'triggers/Bears.trigger');
});

test('a metadata file without its code fails', () => {
  const meta = '<ApexClass><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';
  assert.throws(() => readMetadata(projectOf({ 'classes/Bear.cls-meta.xml': meta })), /there is no Bear.cls beside it/);
});

test('lists what is not acted on instead of passing over it', () => {
  const { ignored } = readMetadata(
    projectOf({ 'prompts/A.prompt-meta.xml': '\n<Prompt><masterLabel>A</masterLabel></Prompt>', 'notes.txt': 'hello' }),
  );
  assert.deepEqual(ignored, [
    { type: 'Prompt', file: 'prompts/A.prompt-meta.xml', line: 2 },
    { type: 'not metadata', file: 'notes.txt', line: 1 },
  ]);
});

test('labels are found by their own names', () => {
  const label = (name: string) =>
    `<labels><fullName>${name}</fullName><language>en_US</language><protected>true</protected><shortDescription>${name}</shortDescription><value>${name}!</value></labels>`;
  const { labels } = readMetadata(
    projectOf({ 'labels/CustomLabels.labels-meta.xml': `<CustomLabels>${label('A')}${label('B')}</CustomLabels>` }),
  );
  assert.equal(labels.get('B')?.value, 'B!');
});

test('an ill-formed file fails with its place', () => {
  assert.throws(
    () => readMetadata(projectOf({ 'a/layouts/X.layout-meta.xml': '<Layout>\n<layoutSections>\n</Layout>' })),
    (error) => error instanceof SourceError && error.message.startsWith('a/layouts/X.layout-meta.xml:3:'),
  );
});
