/** EventBus.ChangeEventHeader ("ChangeEventHeader Class", Apex Reference Guide). */
import { ApexList } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';
import type { ChangeHeader } from '../../../database/services.ts';
import { libraryClass } from '../define.ts';
import { BeanValue, beanMembers } from '../support/bean.ts';

/** The header of an event that was captured. */
export function changeEventHeader(header: ChangeHeader): BeanValue {
  const bean = new BeanValue(TYPE);
  const values: Record<string, unknown> = {
    ...header,
    CommitNumber: BigInt(header.CommitNumber),
    CommitTimestamp: BigInt(header.CommitTimestamp),
  };
  for (const [name, value] of Object.entries(values)) {
    bean.values.set(name, Array.isArray(value) ? new ApexList(types.String, value as string[]) : value);
  }
  return bean;
}

const TYPE = 'EventBus.ChangeEventHeader';

export const changeEventHeaderClass = libraryClass('EventBus.ChangeEventHeader', {
  'ChangeEventHeader()': () => new BeanValue(TYPE),
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
