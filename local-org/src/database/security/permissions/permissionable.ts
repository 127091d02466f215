/** Which objects and fields permissions are given for, and what stands for the others. */
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';

/** Standard objects that profiles and permission sets can grant (Metadata API Developer Guide, "PermissionSet"). */
const GRANTED_OBJECTS = new Set(
  (
    'Account Asset Campaign Case Contact ContactPointAddress ContactPointEmail ContactPointPhone Contract Document Entitlement ' +
    'EntitlementContact Idea Individual Lead Opportunity Order Pricebook2 Product2 PushTopic Quote ServiceContract Solution ' +
    'Location WorkOrder WorkType ServiceAppointment ServiceResource ServiceTerritory OperatingHours'
  )
    .toLowerCase()
    .split(' '),
);

/** Objects that go with another one's permissions. */
const FOLLOWED: Readonly<Record<string, string>> = {
  accountcontactrelation: 'Account',
  accountcontactrole: 'Account',
  accountteammember: 'Account',
  campaignmember: 'Campaign',
  campaignmemberstatus: 'Campaign',
  casecomment: 'Case',
  caseteammember: 'Case',
  contractcontactrole: 'Contract',
  opportunitycompetitor: 'Opportunity',
  opportunitycontactrole: 'Opportunity',
  opportunityfieldhistory: 'Opportunity',
  opportunityhistory: 'Opportunity',
  opportunitylineitem: 'Opportunity',
  opportunitypartner: 'Opportunity',
  opportunityteammember: 'Opportunity',
  orderitem: 'Order',
  pricebookentry: 'Pricebook2',
  quotelineitem: 'Quote',
};

export type ObjectRule =
  /** Has permissions of its own. */
  | { readonly kind: 'granted' }
  /** Goes with the permissions of another object. */
  | { readonly kind: 'follows'; readonly object: string }
  /** Everyone may read and write; sharing decides about the records. */
  | { readonly kind: 'everyone' }
  /** Everyone may read, unless it is `hidden`; writing takes one of these system permissions, and reading what is hidden too. */
  | { readonly kind: 'setup'; readonly permissions: readonly string[]; readonly hidden?: true };

/** Records of everyday work that no permission guards: writing activities takes a system permission. */
const SYSTEM_GUARDED: Readonly<Record<string, readonly string[]>> = {
  task: ['EditTask'],
  event: ['EditEvent'],
};

const EVERYONE = new Set(
  (
    'Attachment CollaborationGroup CollaborationGroupMember ContentAsset ContentDistribution ContentDocument ' +
    'ContentDocumentLink ContentFolder ContentVersion EmailMessage EmailMessageRelation EntitySubscription EventRelation ' +
    'FeedComment FeedItem FeedLike Note TaskRelation Topic TopicAssignment ProcessInstance ProcessInstanceStep ' +
    'ProcessInstanceWorkitem ProcessInstanceNode ProcessInstanceHistory'
  )
    .toLowerCase()
    .split(' '),
);

/** Who logged in, and who is at work. */
const HIDDEN_ADMINISTRATION = new Set(['loginhistory', 'authsession']);

const USER_ADMINISTRATION = new Set(
  (
    'User UserRole UserLogin Group GroupMember QueueSobject PermissionSetAssignment PermissionSetLicenseAssign ' +
    'UserPackageLicense'
  )
    .toLowerCase()
    .split(' '),
);

export function objectRule(object: ObjectSchema): ObjectRule {
  const name = object.name.toLowerCase();
  switch (object.kind) {
    case 'custom':
    case 'platformEvent':
    case 'bigObject':
      return { kind: 'granted' };
    case 'share':
    case 'history':
      return { kind: 'follows', object: parentName(object) };
    case 'customMetadata':
    case 'customSetting':
      return { kind: 'setup', permissions: ['CustomizeApplication'] };
    case 'aggregate':
      return { kind: 'everyone' };
    case 'standard':
      break;
  }
  if (GRANTED_OBJECTS.has(name)) return { kind: 'granted' };
  const followed = FOLLOWED[name];
  if (followed !== undefined) return { kind: 'follows', object: followed };
  if (EVERYONE.has(name)) return { kind: 'everyone' };
  if (HIDDEN_ADMINISTRATION.has(name)) return { kind: 'setup', permissions: ['ManageUsers'], hidden: true };
  if (USER_ADMINISTRATION.has(name)) return { kind: 'setup', permissions: ['ManageUsers', 'ManageInternalUsers'] };
  return { kind: 'setup', permissions: SYSTEM_GUARDED[name] ?? ['CustomizeApplication'] };
}

/** Of `Widget__Share`, `Widget__History`, `AccountShare`, `AccountHistory`: the object they belong to. */
function parentName(object: ObjectSchema): string {
  const parent = [...object.fields.values()].find(
    (field) =>
      field.type === 'reference' &&
      (field.name === 'ParentId' || field.name === `${object.name.replace(/Share$|History$/, '')}Id`),
  );
  return parent?.referenceTo[0] ?? object.name;
}

/** Fields that hold source code. */
const SOURCE_CODE = new Set(['apexclass.body', 'apextrigger.body', 'apexpage.markup', 'apexcomponent.markup']);

/** Whether the field shows what developers wrote: users who neither set up the org nor write code run it without reading it. */
export function isSourceCode(object: ObjectSchema, field: FieldSchema): boolean {
  return SOURCE_CODE.has(`${object.name}.${field.name}`.toLowerCase());
}

/** Fields that every system of records has; who sees the record sees them. */
const SYSTEM_FIELDS = new Set(
  (
    'Id IsDeleted Name OwnerId RecordTypeId CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp ' +
    'LastActivityDate LastViewedDate LastReferencedDate MasterRecordId CurrencyIsoCode UserRecordAccessId'
  )
    .toLowerCase()
    .split(' '),
);

/**
 * Whether field permissions apply to the field. They do not to required and master-detail fields, nor to system fields and
 * standard fields that only the platform writes ("Field-Level Security", Salesforce Help).
 */
export function isPermissionable(object: ObjectSchema, field: FieldSchema): boolean {
  if (SYSTEM_FIELDS.has(field.name.toLowerCase()) || field.nameField || field.masterDetail || field.type === 'id') {
    return false;
  }
  if (field.custom) return field.nillable || field.type === 'boolean' || field.autoNumber || field.calculated;
  if (objectRule(object).kind !== 'granted') return false;
  return (field.nillable || field.type === 'boolean') && (field.createable || field.updateable);
}
