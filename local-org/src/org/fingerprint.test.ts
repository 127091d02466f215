import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectOf } from '../project/load.ts';
import { fingerprint, isSame } from './fingerprint.ts';

const files = {
  'classes/A.cls': 'public class A {}',
  'layouts/L.layout-meta.xml': '<Layout/>',
  'flows/F.flow-meta.xml': '<Flow/>',
  'objects/X__c/fields/Y__c.field-meta.xml': '<CustomField/>',
};
const before = fingerprint(projectOf(files));
const changed = (more: Record<string, string>) => fingerprint(projectOf({ ...files, ...more }));

test('a changed file changes its part, and no other', () => {
  assert.ok(isSame(changed({}), before));
  const code = changed({ 'classes/A.cls': 'public class A { }' });
  assert.ok(!isSame(code, before, ['code']) && isSame(code, before, ['model', 'flows', 'presentation']));
  const page = changed({ 'layouts/L.layout-meta.xml': '<Layout></Layout>' });
  assert.ok(!isSame(page, before) && isSame(page, before, ['model', 'code', 'flows']));
  const field = changed({ 'objects/X__c/fields/Z__c.field-meta.xml': '<CustomField/>' });
  assert.ok(!isSame(field, before, ['model']));
  const unknown = changed({ 'things/T.thing-meta.xml': '<Thing/>' });
  assert.ok(!isSame(unknown, before, ['model']));
});
