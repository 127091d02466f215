/** AppLauncher.AppMenu ("AppMenu Class", Apex Reference Guide): the order and visibility of apps in the app launcher. */
import { currentTransaction } from '../../../database/transaction.ts';
import type { SObject } from '../../../schema/sobject.ts';
import type { FieldValue } from '../../../schema/values/index.ts';
import type { ApexList } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export const appMenuClass = libraryClass(
  'AppLauncher.AppMenu',
  refusingNulls({
    'static void setAppVisibility(Id appMenuItemId, Boolean isVisible)': (id: string, isVisible: boolean) =>
      changeItems(
        (item) => item.id === id,
        () => ['IsVisible', isVisible],
      ),
    'static void setOrgSortOrder(List<Id> appIds)': (ids: ApexList<string>) => {
      const order = [...ids];
      const positionOf = (item: SObject): number => order.indexOf(item.get('ApplicationId') as string);
      changeItems(
        (item) => positionOf(item) >= 0,
        (item) => ['SortOrder', positionOf(item) + 1],
      );
    },
  }),
);

function changeItems(isMeant: (item: SObject) => boolean, change: (item: SObject) => [string, FieldValue]): void {
  const { store, org } = currentTransaction();
  const object = org.schema.require('AppMenuItem');
  for (const item of store.allRows(object)) {
    if (isMeant(item)) store.updateRow(object, item.id!, new Map([change(item)]));
  }
}
