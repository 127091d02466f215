/** ConnectApi.ChatterUsers ("ChatterUsers Class", Apex Reference Guide): whom and what a user follows. */
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { ApexList } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { BeanValue } from '../support/bean.ts';
import { refuseInSiloedTest } from '../support/test-context.ts';

export const chatterUsersClass = libraryClass('ConnectApi.ChatterUsers', {
  'static ConnectApi.FollowingPage getFollowings(String communityId, String userId)': (
    _community: string | null,
    user: string | null,
  ) => {
    refuseInSiloedTest();
    const { store, org } = currentTransaction();
    if (store.findRows(org.schema.require('EntitySubscription'), 'SubscriberId', [user]).length > 0) {
      throw new NotSupported('ConnectApi.ChatterUsers.getFollowings of a user who follows something');
    }
    const page = new BeanValue('ConnectApi.FollowingPage');
    page.values.set('following', new ApexList(libraryType('ConnectApi.Subscription'), []));
    page.values.set('total', 0);
    return page;
  },
});
