/**
 * Schema.DescribeFieldResult ("DescribeFieldResult Class", Apex Reference Guide). `isAccessible`, `isCreateable` and
 * `isUpdateable` answer for the running user.
 */
import { isPermissionable } from '../../../database/security/permissions/permissionable.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { isDefaulted } from '../../../schema/describe-field.ts';
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import { ApexList, LibraryObject, fieldToken, objectToken } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { readings } from '../support/readings.ts';
import { displayTypeOf, soapTypeOf } from './display-type.ts';
import { PicklistEntryValue } from './picklist-entry.ts';

export class DescribeFieldResult extends LibraryObject {
  readonly typeName = 'Schema.DescribeFieldResult';
  readonly object: ObjectSchema;
  readonly field: FieldSchema;

  constructor(object: ObjectSchema, field: FieldSchema) {
    super();
    this.object = object;
    this.field = field;
  }

  get access(): { readonly read: boolean; readonly create: boolean; readonly edit: boolean } {
    const { org, user } = currentTransaction();
    const object = org.security.object(user.id, this.object);
    const field = org.security.field(user.id, this.object, this.field.name);
    return {
      read: object.read && field.read,
      create: object.create && field.edit && this.field.createable,
      edit: object.edit && field.edit && this.field.updateable,
    };
  }
}

/** The compound field that a part of an address, a location or a person's name belongs to ("Compound Fields", Object Reference). */
function compoundOf(object: ObjectSchema, name: string): string | undefined {
  const part =
    /^(.*?)(Street|City|State|PostalCode|Country|Latitude|Longitude|GeocodeAccuracy|StateCode|CountryCode)$/.exec(name);
  const address = part === null ? undefined : object.field(`${part[1]}Address`);
  if (address?.type === 'address') return address.name;
  const location = /^(.*)__(?:Latitude|Longitude)__s$/i.exec(name);
  if (location !== null) return object.field(`${location[1]}__c`)?.name;
  const isPerson = object.field('FirstName') !== undefined && object.field('LastName') !== undefined;
  const isNamePart = ['FirstName', 'LastName', 'MiddleName', 'Salutation', 'Suffix'].includes(name);
  return isPerson && isNamePart ? 'Name' : undefined;
}

/** Bytes that a character may take ("DescribeFieldResult Class", getByteLength). */
const BYTES_PER_CHARACTER = 3;

export const describeFieldResultClass = libraryClass('Schema.DescribeFieldResult', {
  ...readings<DescribeFieldResult>({
    'Boolean Accessible': ({ access }) => access.read,
    'Boolean Aggregatable': ({ field }) => field.filterable && !['boolean', 'multipicklist'].includes(field.type),
    'Boolean AiPredictionField': () => false,
    'Boolean AutoNumber': ({ field }) => field.autoNumber,
    'Integer ByteLength': ({ field }) => field.length * BYTES_PER_CHARACTER,
    'Boolean Calculated': ({ field }) => field.calculated,
    'String CalculatedFormula': ({ field }) => field.formula ?? null,
    'Boolean CascadeDelete': ({ field }) => field.masterDetail || field.deleteConstraint === 'Cascade',
    'Boolean CaseSensitive': ({ field }) => field.caseSensitive,
    'String CompoundFieldName': ({ object, field }) => compoundOf(object, field.name) ?? null,
    'Schema.SObjectField Controller': ({ object, field }) =>
      field.controllingField === undefined ? null : fieldToken(object, object.field(field.controllingField)!),
    'Boolean Createable': ({ access }) => access.create,
    'Boolean Custom': ({ field }) => field.custom,
    'Boolean DefaultedOnCreate': ({ field }) => isDefaulted(field),
    'Object DefaultValue': ({ field }) => defaultValue(field),
    'String DefaultValueFormula': ({ field }) => (field.type === 'boolean' ? null : (field.defaultValue ?? null)),
    'Boolean DependentPicklist': ({ field }) => field.controllingField !== undefined,
    'Boolean DeprecatedAndHidden': () => false,
    'Integer Digits': ({ field }) => (field.type === 'int' ? field.precision : 0),
    'Boolean Encrypted': ({ field }) => field.type === 'encryptedstring',
    'Boolean ExternalId': ({ field }) => field.externalId,
    'Boolean Filterable': ({ field }) => field.filterable,
    'Boolean FormulaTreatNullNumberAsZero': ({ field }) => field.formulaTreatNullAs === 'zero',
    'Boolean Groupable': ({ field }) => field.groupable,
    'Boolean HtmlFormatted': ({ field }) => field.htmlFormatted,
    'Boolean IdLookup': ({ field }) => field.type === 'id' || field.externalId || field.nameField,
    'String InlineHelpText': ({ field }) => field.inlineHelpText ?? null,
    'String Label': ({ field }) => field.label,
    'Integer Length': ({ field }) => field.length,
    'String LocalName': ({ field }) => field.name,
    'String Name': ({ field }) => field.name,
    'Boolean NameField': ({ field }) => field.nameField,
    'Boolean NamePointing': ({ field }) => field.referenceTo.length > 1,
    'Boolean Nillable': ({ field }) => field.nillable,
    'Boolean Permissionable': ({ object, field }) => isPermissionable(object, field),
    'List<Schema.PicklistEntry> PicklistValues': ({ object, field }) => {
      const controller = field.controllingField === undefined ? undefined : object.field(field.controllingField);
      return new ApexList(
        libraryType('Schema.PicklistEntry'),
        field.picklistValues.map((entry) => new PicklistEntryValue(entry, controller)),
      );
    },
    'Integer Precision': ({ field }) => field.precision,
    'List<Schema.SObjectType> ReferenceTo': ({ field }) => {
      const { schema } = currentTransaction().org;
      const objects = field.referenceTo.flatMap((name) => schema.object(name) ?? []);
      return new ApexList(libraryType('Schema.SObjectType'), objects.map(objectToken));
    },
    'String RelationshipName': ({ field }) => field.relationshipName ?? null,
    'Boolean RestrictedDelete': ({ field }) => field.deleteConstraint === 'Restrict',
    'Boolean RestrictedPicklist': ({ field }) => field.restrictedPicklist,
    'Integer Scale': ({ field }) => field.scale,
    'Schema.SoapType SoapType': ({ field }) => soapTypeOf(field.type),
    'Schema.SObjectField SObjectField': ({ object, field }) => fieldToken(object, field),
    'Boolean Sortable': ({ field }) => field.sortable,
    'Schema.DisplayType Type': ({ field }) => displayTypeOf(field.type),
    'Boolean Unique': ({ field }) => field.unique,
    'Boolean Updateable': ({ access }) => access.edit,
  }),
  'Schema.SObjectType getSObjectType()': ({ object }: DescribeFieldResult) => objectToken(object),
});

function defaultValue(field: FieldSchema): unknown {
  if (field.type === 'boolean') return field.defaultValue?.toLowerCase() === 'true';
  return field.picklistValues.find((entry) => entry.isDefault)?.value ?? null;
}
