/** What objects there are and what they are like (REST API Developer Guide, "Describe Global", "sObject Describe"). */
import { defaultRecordTypeId } from '../../database/security/record-types.ts';
import { seesRelationship } from '../../database/security/visible-relationship.ts';
import { NotSupported } from '../../schema/errors.ts';
import { describeObject, describeSummary, type DescribeAccess } from '../../schema/describe.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { isVisible, param, transact, visibleObject, type Call } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import type { Route } from '../router.ts';
import { recentRecords } from './recent.ts';

export const describeRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'sobjects', resource: describeGlobal },
  { method: 'GET', pattern: 'sobjects/:object', resource: basicInformation },
  { method: 'GET', pattern: 'sobjects/:object/describe', resource: describe },
  ...['describe/*', 'listviews', 'listviews/*', 'quickActions', 'quickActions/*', 'defaultValues'].map((rest) => ({
    method: 'GET',
    pattern: `sobjects/:object/${rest}`,
    resource: notBuilt,
  })),
];

function notBuilt(call: Call): never {
  throw new NotSupported('layouts, list views and quick actions outside the UI API', call.request.path);
}

function accessOf(call: Call, object: ObjectSchema): DescribeAccess {
  const { org, user } = call;
  const { security } = org;
  return {
    object: security.object(call.user.id, object),
    field: (name) => security.field(call.user.id, object, name),
    child: (relationship) => seesRelationship(org, user.id, relationship),
    recordType: (type) => ({
      available: security.recordTypeVisible(user.id, object, type),
      isDefault: type.id === defaultRecordTypeId(org, user, object),
    }),
  };
}

function describeGlobal(call: Call): Answer {
  const objects = [...call.org.schema.objects.values()].filter((object) => isVisible(call, object));
  const sobjects = objects.map((object) => describeSummary(object, call.basePath, accessOf(call, object)));
  return ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

/** Metadata, and the records of the object that the user looked at last. */
function basicInformation(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  const objectDescribe = describeSummary(object, call.basePath, accessOf(call, object));
  return ok({ objectDescribe, recentItems: transact(call, (tx) => recentRecords(call, tx, object)) });
}

function describe(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  return ok(describeObject(object, call.org.schema, call.basePath, accessOf(call, object)));
}
