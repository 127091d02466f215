import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageOf, urlOf } from './modules/shell/router/pageReferences.ts';

const PAGES = [
  [
    '/lightning/r/Account/001000000000001AAA/view',
    'standard__recordPage',
    { objectApiName: 'Account', recordId: '001000000000001AAA', actionName: 'view' },
  ],
  [
    '/lightning/r/001000000000001AAA/view',
    'standard__recordPage',
    { recordId: '001000000000001AAA', actionName: 'view' },
  ],
  [
    '/lightning/r/Account/001000000000001AAA/related/Contacts/view',
    'standard__recordRelationshipPage',
    { objectApiName: 'Account', recordId: '001000000000001AAA', relationshipApiName: 'Contacts', actionName: 'view' },
  ],
  [
    '/lightning/o/Bear__c/list?filterName=All',
    'standard__objectPage',
    { objectApiName: 'Bear__c', actionName: 'list' },
  ],
  ['/lightning/n/Dens', 'standard__navItemPage', { apiName: 'Dens' }],
  ['/lightning/page/home', 'standard__namedPage', { pageName: 'home' }],
  ['/lightning/cmp/c__den?c__size=2', 'standard__component', { componentName: 'c__den' }],
  ['/lightning/setup/ObjectManager/home', 'shell__setup', { node: 'ObjectManager' }],
] as const;

describe('page references', () => {
  for (const [url, type, attributes] of PAGES) {
    it(`reads and writes ${url}`, () => {
      const [path, search = ''] = url.split('?');
      const page = pageOf(path, search);
      assert.deepEqual([page?.type, page?.attributes], [type, attributes]);
      assert.equal(urlOf(page!), url);
    });
  }

  it('views a record and opens the home of an object when no action is named', () => {
    assert.equal(urlOf({ type: 'standard__recordPage', attributes: { recordId: '001' } }), '/lightning/r/001/view');
    assert.equal(
      urlOf({ type: 'standard__objectPage', attributes: { objectApiName: 'Bear__c' } }),
      '/lightning/o/Bear__c/home',
    );
  });

  it('knows no page for other urls, and no url for other pages', () => {
    assert.equal(pageOf('/lightning/elsewhere/x', ''), undefined);
    assert.throws(
      () => urlOf({ type: 'comm__namedPage', attributes: { name: 'Home' } }),
      /Not supported: navigation to comm__namedPage/,
    );
  });
});
