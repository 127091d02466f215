import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKnownVersion, versions } from './versions.ts';

test('versions carry the names of their releases', () => {
  const labels = new Map(versions().map(({ version, label }) => [version, label]));
  assert.equal(labels.get('67.0'), "Summer '26");
  assert.equal(labels.get('65.0'), "Winter '26");
  assert.equal(labels.get('50.0'), "Winter '21");
  assert.equal(labels.get('31.0'), "Summer '14");
  assert.equal(labels.has('30.0'), false);
});

test('only versions of the list are answered', () => {
  assert.ok(isKnownVersion('66.0'));
  assert.ok(!isKnownVersion('30.0'));
  assert.ok(!isKnownVersion('68.0'));
  assert.ok(!isKnownVersion('66.5'));
});
