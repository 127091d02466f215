import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeStartUrl } from './browser-session.ts';

describe('where a log-in leads', () => {
  it('is the page that was asked for', () => {
    assert.equal(safeStartUrl('/lightning/o/Account/list?filterName=All'), '/lightning/o/Account/list?filterName=All');
  });

  for (const url of [
    undefined,
    '',
    '/services/data',
    '//evil.example/lightning',
    'https://evil.example/lightning/x',
    'javascript:alert(1)',
    '/\\evil.example',
  ]) {
    it(`is the home page for ${String(url)}`, () => assert.equal(safeStartUrl(url), '/lightning/page/home'));
  }
});
