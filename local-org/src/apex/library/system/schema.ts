/** System.Schema ("Schema Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { ApexList, objectToken, throwApex, type SObjectTypeToken } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { DescribeSObjectResult } from '../schema/describe-sobject-result.ts';
import { refusingNulls } from '../support/arguments.ts';
import { NameMap } from '../support/name-map.ts';

export const schemaClass = libraryClass(
  'System.Schema',
  refusingNulls({
    'static Map<String, Schema.SObjectType> getGlobalDescribe()': () => {
      const { objects } = currentTransaction().org.schema;
      const entries = Array.from(objects, ([name, object]) => [name, objectToken(object)] as const);
      return new NameMap<SObjectTypeToken>(types.String, libraryType('Schema.SObjectType'), entries);
    },
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> sObjectTypes)': describeAll,
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> sObjectTypes, Schema.SObjectDescribeOptions options)':
      describeAll,
  }),
);

function describeAll(names: ApexList<string>): ApexList<DescribeSObjectResult> {
  const { schema } = currentTransaction().org;
  const results = names.items.map((name) => {
    const object = schema.object(name);
    if (object === undefined) {
      throwApex('System.InvalidParameterValueException', `Describe operation failed. Object ${name} does not exist`);
    }
    return new DescribeSObjectResult(object);
  });
  return new ApexList(libraryType('Schema.DescribeSObjectResult'), results);
}
