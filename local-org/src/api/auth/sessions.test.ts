import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bearerToken } from './bearer.ts';
import { SESSION_SECONDS, Sessions } from './sessions.ts';

test('a session ends when nothing was asked for two hours', () => {
  let now = 0;
  const sessions = new Sessions({ now: () => now }, '00D000000000001AAA');
  const token = sessions.start('005');
  now += SESSION_SECONDS * 1000;
  assert.equal(sessions.userOf(token), '005');
  now += SESSION_SECONDS * 1000;
  assert.equal(sessions.userOf(token), '005');
  now += SESSION_SECONDS * 1000 + 1;
  assert.equal(sessions.userOf(token), undefined);
  now = 0;
  assert.equal(sessions.userOf(token), undefined);
});

test('a session can be ended, and tokens have the form clients check', () => {
  const sessions = new Sessions({ now: () => 0 }, '00D000000000001AAA');
  const token = sessions.start('005');
  assert.match(token, /^00D\w{12}![.\w]+$/);
  sessions.end(token);
  assert.equal(sessions.userOf(token), undefined);
});

test('the token stands in the Authorization header', () => {
  assert.equal(bearerToken('Bearer abc'), 'abc');
  assert.equal(bearerToken('OAuth abc'), 'abc');
  assert.equal(bearerToken('Basic abc'), undefined);
  assert.equal(bearerToken(undefined), undefined);
});
