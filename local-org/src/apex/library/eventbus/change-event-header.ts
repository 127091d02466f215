/** EventBus.ChangeEventHeader ("ChangeEventHeader Class", Apex Reference Guide). */
import { libraryClass } from '../define.ts';
import { BeanValue, beanMembers } from '../support/bean.ts';

export const changeEventHeaderClass = libraryClass('EventBus.ChangeEventHeader', {
  'ChangeEventHeader()': () => new BeanValue('EventBus.ChangeEventHeader'),
  ...beanMembers(
    'List<String> ChangedFields',
    'String ChangeOrigin',
    'String ChangeType',
    'Long CommitNumber',
    'Long CommitTimestamp',
    'String CommitUser',
    'List<String> DiffFields',
    'String EntityName',
    'List<String> NulledFields',
    'List<String> RecordIds',
    'Integer SequenceNumber',
    'Boolean is TransactionEnd',
    'String TransactionKey',
  ),
});
