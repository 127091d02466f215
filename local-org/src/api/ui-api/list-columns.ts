/** Columns of list views and related lists: their names in metadata and the fields they show. */
import { NotSupported } from '../../schema/errors.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/model.ts';

/** A column: a field of the object or of one of its parents. */
export interface ListColumn {
  /** Path from the object: `Name`, `Account.Name`. */
  readonly path: string;
  readonly field: FieldSchema;
  readonly label: string;
  /** The reference to follow to the record whose name the column shows. */
  readonly reference: FieldSchema | undefined;
}

/** Columns that are no field's name in capitals ("ListView", field `columns`, in the Metadata API Developer Guide). */
const NAMED_COLUMNS: Readonly<Record<string, string>> = {
  FULL_NAME: 'Name',
  NAME: 'Name',
  RECORDTYPE: 'RecordType.Name',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FIRST_NAME': 'Owner.FirstName',
  'OWNER.LAST_NAME': 'Owner.LastName',
  'CORE.USERS.ALIAS': 'Owner.Alias',
  'CORE.USERS.FIRST_NAME': 'Owner.FirstName',
  'CORE.USERS.LAST_NAME': 'Owner.LastName',
  'CORE.USERS.FULL_NAME': 'Owner.Name',
  OWNER_NAME: 'Owner.Name',
  CREATEDBY_USER: 'CreatedBy.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  LAST_ACTIVITY: 'LastActivityDate',
  'ACCOUNT.PHONE1': 'Account.Phone',
  'ACCOUNT.URL': 'Account.Website',
  'ACCOUNT.EMPLOYEES': 'Account.NumberOfEmployees',
  'ACCOUNT.SALES': 'Account.AnnualRevenue',
  'ACCOUNT.ADDRESS1_CITY': 'Account.BillingCity',
  'ACCOUNT.ADDRESS1_STATE': 'Account.BillingState',
  'ACCOUNT.ADDRESS1_ZIP': 'Account.BillingPostalCode',
  'ACCOUNT.ADDRESS1_COUNTRY': 'Account.BillingCountry',
  'ACCOUNT.SITE': 'Account.Site',
  'CONTACT.PHONE1': 'Contact.Phone',
  'CONTACT.PHONE3': 'Contact.MobilePhone',
  'OPPORTUNITY.EXP_AMOUNT': 'Opportunity.ExpectedRevenue',
  'PRODUCTS.ACTIVE': 'Product2.IsActive',
  'PRODUCTS.NAME': 'Product2.Name',
  PRODUCTNAME: 'Product2.Name',
  'SALES.ACCOUNT.NAME': 'Account.Name',
};

/** The column of this name in metadata, of a list of `object`. */
export function listColumn(schema: Schema, object: ObjectSchema, name: string, where: string): ListColumn {
  const column = resolve(schema, object, name);
  if (column === undefined) throw new NotSupported(`the list column ${name} of ${object.name}`, where);
  return column;
}

function resolve(schema: Schema, object: ObjectSchema, name: string): ListColumn | undefined {
  const known = NAMED_COLUMNS[name.toUpperCase()];
  return (
    (known === undefined ? undefined : columnAt(schema, object, ownPath(object, known))) ??
    columnAt(schema, object, fieldPath(object, name))
  );
}

/** `Account.Phone` in a list of accounts is `Phone`. */
function ownPath(object: ObjectSchema, path: string): string {
  return path.startsWith(`${object.name}.`) ? path.slice(object.name.length + 1) : path;
}

/** `OPPORTUNITY.STAGE_NAME` → `StageName`, `CONTACT.ACCOUNT.NAME` → `Account.Name`, `Ready__c` as it stands. */
function fieldPath(object: ObjectSchema, name: string): string {
  const parts = ownPath(object, name).split('.');
  const table = parts[0].replace(/_/g, '').toLowerCase();
  const own =
    parts.length > 1 &&
    [object.name, object.label, object.labelPlural].some((text) => text.replace(/[ \d]/g, '').toLowerCase() === table);
  return (own ? parts.slice(1) : parts)
    .map((part) => (/__[cr]$/i.test(part) ? part : part.replace(/_/g, '')))
    .join('.');
}

/** The column that shows the field at a path from the object; undefined when there is no such field. */
export function columnAt(schema: Schema, object: ObjectSchema, path: string): ListColumn | undefined {
  const [first, ...rest] = path.split('.');
  if (rest.length === 0) return ownColumn(schema, object, first);
  const reference = object.relationship(first) ?? object.relationship(first.replace(/__c$/i, '__r'));
  const targets = reference?.referenceTo.flatMap((name) => schema.object(name) ?? []) ?? [];
  const target = targets.find((candidate) => candidate.name === 'User') ?? targets[0];
  const end = target === undefined ? undefined : columnAt(schema, target, rest.join('.'));
  if (reference === undefined || end === undefined) return undefined;
  const direct = rest.length === 1;
  const named = direct && (end.field.nameField || end.field.name === 'Alias');
  return {
    path: `${reference.relationshipName!}.${end.path}`,
    field: end.field,
    label: direct && named ? aliasLabel(reference, end.field) : end.label,
    reference: named ? reference : undefined,
  };
}

function aliasLabel(reference: FieldSchema, field: FieldSchema): string {
  const label = reference.label.replace(/ ID$/, '');
  return field.name === 'Alias' ? `${label} Alias` : `${label}${reference.custom ? '' : ' Name'}`;
}

/** A reference is shown by the name of the record it points to. */
function ownColumn(schema: Schema, object: ObjectSchema, name: string): ListColumn | undefined {
  const field = object.field(name) ?? object.field(`${name}Id`);
  if (field === undefined) return undefined;
  if (field.type !== 'reference' || field.relationshipName === undefined) {
    return { path: field.name, field, label: field.label, reference: undefined };
  }
  const target = field.referenceTo
    .flatMap((to) => schema.object(to) ?? [])
    .find((candidate) => candidate.nameField !== undefined);
  const named = target?.nameField;
  if (named === undefined) return { path: field.name, field, label: field.label, reference: undefined };
  return {
    path: `${field.relationshipName}.${named.name}`,
    field: named,
    label: field.label.replace(/ ID$/, ''),
    reference: field,
  };
}
