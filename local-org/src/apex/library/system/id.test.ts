import { test } from 'node:test';
import { checkApex } from '../test-support/apex-table.ts';

test('ids', () => {
  checkApex({
    "Id.valueOf('001D000000Ju1zH')": '001D000000Ju1zHIAR',
    "Id.valueOf('x')": 'System.StringException: Invalid id: x',
    "Id.valueOf('001d000000ju1zhIAR', true)": '001D000000Ju1zHIAR',
    "Id.valueOf(Account.SObjectType.getDescribe().getKeyPrefix() + '000000000001').getSObjectType()": 'Account',
    "Id.valueOf('zzzD000000Ju1zH').getSObjectType()":
      'System.SObjectException: Cannot locate Apex Type for ID: zzzD000000Ju1zHIAR',
    "Id.valueOf('001D000000Ju1zHIAR').to15()": '001D000000Ju1zH',
  });
});
