/**
 * Static methods of custom metadata types ("Custom Metadata Type Methods", Apex Reference Guide). Called on the name of
 * the object, whose token comes first. They need no SOQL and count none.
 */
import { isId, to18 } from '../../../schema/ids.ts';
import type { SObjectTypeToken } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { recordNamed, recordsBy } from '../support/custom-data.ts';

export const customMetadataClass = libraryClass('System.CustomMetadata<T>', {
  'static Map<String, T> getAll()': ({ object }: SObjectTypeToken) => recordsBy(object, 'DeveloperName'),
  'static T getInstance(String name)': ({ object }: SObjectTypeToken, name: string | null) => {
    if (name === null) return null;
    const named = recordNamed(object, 'DeveloperName', name) ?? recordNamed(object, 'QualifiedApiName', name);
    return named ?? (isId(name) ? recordNamed(object, 'Id', to18(name)) : null);
  },
});
