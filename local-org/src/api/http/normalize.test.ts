import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizeUrl } from './normalize.ts';

const cases: [string, string][] = [
  ['//services/data/', '/services/data'],
  ['/services//data/v66.0///sobjects/', '/services/data/v66.0/sobjects'],
  ['/services/data?q=a//b/', '/services/data?q=a//b/'],
  ['/', '/'],
  ['//', '/'],
];
for (const [url, expected] of cases) {
  test(`${url} is ${expected}`, () => assert.equal(normalizeUrl(url), expected));
}
