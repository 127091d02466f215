/** All objects that behave in a way of their own. */
import type { ObjectSchema } from '../../schema/model.ts';
import { event, task } from './activity.ts';
import type { ObjectBehaviour } from './behaviour.ts';
import { caseBehaviour } from './case.ts';
import { contentDistribution } from './content-distribution.ts';
import { contentDocumentLink } from './content-document-link.ts';
import { contentVersion } from './content-version.ts';
import { hierarchySetting } from './custom-setting.ts';
import { group } from './group.ts';
import { opportunityLineItem } from './opportunity-line-item.ts';
import { opportunity } from './opportunity.ts';
import { permissionSetAssignment } from './permission-set-assignment.ts';
import { personEmail } from './person-email.ts';
import { personName } from './person-name.ts';
import { pricebookEntry } from './pricebook-entry.ts';
import { pricebook } from './pricebook.ts';
import { processInstanceWorkitem } from './process-instance-workitem.ts';
import { product } from './product.ts';
import { sentEmail } from './sent-email.ts';
import { share } from './share.ts';
import { unpriced } from './unpriced.ts';
import { userRole } from './user-role.ts';
import { user } from './user.ts';

const named: readonly ObjectBehaviour[] = [
  caseBehaviour,
  contentDistribution,
  contentDocumentLink,
  contentVersion,
  event,
  group,
  opportunity,
  opportunityLineItem,
  permissionSetAssignment,
  personEmail,
  personName,
  pricebook,
  pricebookEntry,
  processInstanceWorkitem,
  product,
  sentEmail,
  task,
  unpriced,
  user,
  userRole,
];

const cache = new WeakMap<ObjectSchema, readonly Omit<ObjectBehaviour, 'objects'>[]>();

export function behavioursOf(object: ObjectSchema): readonly Omit<ObjectBehaviour, 'objects'>[] {
  let found = cache.get(object);
  if (found === undefined) {
    found = [
      ...named.filter(({ objects }) => objects.includes(object.name)),
      ...(object.kind === 'share' ? [share] : []),
      ...(object.kind === 'customSetting' && object.customSettingsType === 'Hierarchy' ? [hierarchySetting] : []),
    ];
    cache.set(object, found);
  }
  return found;
}
