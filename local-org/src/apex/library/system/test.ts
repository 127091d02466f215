/** System.Test ("Test Class", Apex Reference Guide). */
import { setFixedSearchResults } from '../../../database/sosl/fixed-results.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { isId, to18 } from '../../../schema/ids.ts';
import type { ApexList, ApexObject, SObjectTypeToken, TypeValue } from '../../runtime/index.ts';
import { throwApex } from '../../runtime/index.ts';
import type { PageReferenceValue } from '../../runtime/page-reference.ts';
import type { DatetimeValue } from '../../../schema/values/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls, required } from '../support/arguments.ts';
import { setCurrentPage } from '../apexpages/current-page.ts';
import { createStub } from '../support/stub.ts';
import { startTest, stopTest, testContext } from '../support/test-context.ts';
import { loadRecords } from '../support/test-data.ts';
import { testInstall, testUninstall } from './install.ts';
import type { VersionValue } from './version.ts';
import { TestBrokerValue } from '../eventbus/test-broker.ts';

export const testClass = libraryClass('System.Test', {
  'static Boolean isRunningTest()': () => currentTransaction().isTest,
  'static void startTest()': startTest,
  'static void stopTest()': stopTest,
  'static void setCurrentPage(System.PageReference page)': (page: PageReferenceValue | null) => setCurrentPage(page),
  'static void setCurrentPageReference(System.PageReference page)': (page: PageReferenceValue | null) =>
    setCurrentPage(page),
  'static void enableChangeDataCapture()': () => {
    testContext().capturesChanges = true;
  },
  'static EventBus.TestBroker getEventBus()': () => new TestBrokerValue(),
  'static Id getStandardPricebookId()': () => {
    const { store, org } = currentTransaction();
    const standard = store.findRows(org.schema.require('Pricebook2'), 'IsStandard', [true])[0];
    return standard?.id ?? null;
  },
  'static void testInstall(System.InstallHandler installImplementation, System.Version version)': (
    handler: ApexObject | null,
    version: VersionValue | null,
  ) => testInstall(required(handler, 1), version, false),
  'static void testInstall(System.InstallHandler installImplementation, System.Version version, Boolean isPush)': (
    handler: ApexObject | null,
    version: VersionValue | null,
    isPush: boolean | null,
  ) => testInstall(required(handler, 1), version, isPush === true),
  ...refusingNulls({
    'static void testUninstall(System.UninstallHandler uninstallImplementation)': testUninstall,
    'static Object createStub(System.Type parentType, System.StubProvider stubProvider)': (
      type: TypeValue,
      provider: ApexObject,
    ) => createStub(type.type, provider),
    'static void setMock(System.Type interfaceType, Object instance)': (type: TypeValue, instance: ApexObject) => {
      testContext().mocks.set(type.type.name, instance);
    },
    'static void calculatePermissionSetGroup(String developerName)': requireGroup,
    'static void calculatePermissionSetGroup(List<String> developerNames)': (names: ApexList<string>) => {
      for (const name of names) requireGroup(name);
    },
    'static void setFixedSearchResults(List<Id> fixedSearchResults)': (ids: ApexList<string>) =>
      setFixedSearchResults(currentTransaction(), [...ids]),
    'static List<SObject> loadData(Schema.SObjectType sObjectToken, String resourceName)': (
      token: SObjectTypeToken,
      resource: string,
    ) => loadRecords(token.object, resource),
    'static void setCreatedDate(Id recordId, Datetime createdDatetime)': (id: string, date: DatetimeValue) => {
      const { store, org } = currentTransaction();
      const object = org.schema.objectOfId(id);
      if (object === undefined || !store.updateRow(object, id, new Map([['CreatedDate', date]]))) {
        throwApex('System.DmlException', `Record does not exist: ${id}`);
      }
    },
  }),
});

/** Permissions of a group are always those of its sets, so there is nothing to calculate. */
function requireGroup(idOrName: string): void {
  const { store, org } = currentTransaction();
  const object = org.schema.require('PermissionSetGroup');
  const isOfGroup = isId(idOrName) && org.schema.objectOfId(idOrName) === object;
  const [field, value] = isOfGroup ? ['Id', to18(idOrName)] : ['DeveloperName', idOrName];
  const groups = store.findRows(object, field, [value]);
  if (groups.length === 0) throw new NotSupported(`a permission set group that is not there: ${idOrName}`);
}
