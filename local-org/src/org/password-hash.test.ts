import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, matchesPassword } from './password-hash.ts';

test('a hash matches its own password only, and differs each time', () => {
  const hash = hashPassword('correct horse');
  assert.ok(matchesPassword('correct horse', hash));
  assert.ok(!matchesPassword('correct horse ', hash));
  assert.notEqual(hashPassword('correct horse'), hash);
  assert.ok(!hash.includes('correct'));
});
