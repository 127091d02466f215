/** System.FeatureManagement ("FeatureManagement Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export const featureManagementClass = libraryClass(
  'System.FeatureManagement',
  refusingNulls({
    'static Boolean checkPermission(String apiName)': (name: string) => {
      const { org, user } = currentTransaction();
      return org.security.hasCustomPermission(user.id, name);
    },
  }),
);
