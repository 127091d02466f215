/** System.PageReference ("PageReference Class", Apex Reference Guide). */
import { currentTransaction, runTransaction, type Transaction } from '../../../database/transaction.ts';
import type { PageContent } from '../../../database/services.ts';
import { NotSupported, OrgError } from '../../../schema/errors.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { BlobValue } from '../../../schema/values/index.ts';
import { ApexMap, throwApex, type ApexList } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { PageReferenceValue } from '../../runtime/page-reference.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';
import type { CookieValue } from './cookie.ts';

const cookies = new WeakMap<PageReferenceValue, Map<string, CookieValue>>();

function cookiesOf(page: PageReferenceValue): Map<string, CookieValue> {
  const known = cookies.get(page) ?? new Map<string, CookieValue>();
  cookies.set(page, known);
  return known;
}

export const pageReferenceClass = libraryClass('System.PageReference', {
  'PageReference(String partialURL)': (url: string | null) => new PageReferenceValue(required(url, 1)),
  'PageReference(SObject record)': (record: SObject | null) =>
    new PageReferenceValue(`/${required(record, 1).id ?? ''}`),
  'String getAnchor()': (self: PageReferenceValue) => self.anchor,
  'System.PageReference setAnchor(String anchor)': (self: PageReferenceValue, anchor: string | null) => {
    self.anchor = anchor;
    return self;
  },
  'Map<String, String> getParameters()': (self: PageReferenceValue): ApexMap<string, string> => self.parameters,
  'Map<String, String> getHeaders()': (self: PageReferenceValue): ApexMap<string, string> => self.headers,
  'Map<String, System.Cookie> getCookies()': (self: PageReferenceValue) =>
    new ApexMap(types.String, libraryType('System.Cookie'), [...cookiesOf(self)]),
  'void setCookies(List<System.Cookie> cookies)': (self: PageReferenceValue, cookies: ApexList<CookieValue> | null) => {
    for (const cookie of required(cookies, 1)) cookiesOf(self).set(cookie.name ?? '', cookie);
  },
  'Boolean getRedirect()': (self: PageReferenceValue) => self.redirect,
  'System.PageReference setRedirect(Boolean redirect)': (self: PageReferenceValue, redirect: boolean | null) => {
    self.redirect = redirect === true;
    return self;
  },
  'Integer getRedirectCode()': (self: PageReferenceValue) => self.redirectCode,
  'System.PageReference setRedirectCode(Integer redirectCode)': (self: PageReferenceValue, code: number | null) => {
    self.redirectCode = code ?? 0;
    return self;
  },
  'String getUrl()': (self: PageReferenceValue) => self.url,
  'Blob getContent()': (self: PageReferenceValue) => new BlobValue(content(self, undefined).body),
  'Blob getContentAsPDF()': (self: PageReferenceValue) => new BlobValue(content(self, 'pdf').body),
  'static System.PageReference forResource(String resourceName)': (name: string | null) =>
    new PageReferenceValue(`/resource/${required(name, 1)}`),
  'static System.PageReference forResource(String resourceName, String path)': (
    name: string | null,
    path: string | null,
  ) => new PageReferenceValue(`/resource/${required(name, 1)}/${required(path, 2)}`),
});

/**
 * The page as a request of its own would get it: it sees what is committed. "getContent is treated as a callout"; "if you use
 * it in a test method, the test method fails"; and it cannot be used in triggers.
 */
function content(reference: PageReferenceValue, renderAs: 'pdf' | undefined): PageContent {
  const tx = currentTransaction();
  const name = reference.page;
  if (tx.isTest) {
    throwApex('System.VisualforceException', 'Methods defined as TestMethod do not support getContent call');
  }
  if (name === undefined) throw new NotSupported(`PageReference.getContent of ${reference.url}`);
  if (tx.limits.used('dmlStatements') > 0) {
    throwApex(
      'System.CalloutException',
      'You have uncommitted work pending. Please commit or rollback before calling out',
    );
  }
  tx.limits.use('callouts');
  const parameters = new Map([...reference.parameters.entries()].map(([key, value]) => [key, value ?? '']));
  return asVisualforceException(() => render(tx, { name, parameters, renderAs }));
}

function render(tx: Transaction, request: Parameters<Transaction['org']['pages']['render']>[1]): PageContent {
  return runTransaction(tx.store, tx.org, tx.user, {}, (inner) => inner.org.pages.render(inner, request));
}

function asVisualforceException<T>(fn: () => T): T {
  try {
    return fn();
  } catch (error) {
    if (error instanceof OrgError) throwApex('System.VisualforceException', error.message);
    throw error;
  }
}
