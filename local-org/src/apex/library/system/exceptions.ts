/** The built-in exceptions ("Exception Class and Built-In Exceptions", Apex Reference Guide). */
import { ApexMap, ApexSet, type SystemException } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import type { LibraryClass } from '../define.ts';
import { CONSTRUCTORS, platformException } from '../support/platform-exception.ts';

/** "QueryException Class" (Apex Reference Guide). */
const queryException = platformException('System.QueryException', CONSTRUCTORS, {
  'Map<String, Set<String>> getInaccessibleFields()': ({ inaccessibleFields }: SystemException) =>
    inaccessibleFields === undefined
      ? null
      : new ApexMap(
          types.String,
          setOfTexts,
          [...inaccessibleFields].map(([object, fields]) => [object, new ApexSet(types.String, fields)]),
        ),
});
const setOfTexts = libraryType('System.Set', [types.String]);

const NAMES = [
  'AssertException',
  'AsyncException',
  'BigObjectException',
  'CalloutException',
  'CanvasException',
  'DataWeaveScriptException',
  'DmlException',
  'DuplicateMessageException',
  'EmailException',
  'EmailTemplateRenderException',
  'ExternalObjectException',
  'FatalCursorException',
  'FinalException',
  'FlowException',
  'FormulaEvaluationException',
  'FormulaValidationException',
  'HandledException',
  'IllegalArgumentException',
  'InvalidHeaderException',
  'InvalidReadOnlyUserDmlException',
  'JSONException',
  'LicenseException',
  'LimitException',
  'ListException',
  'MathException',
  'NoAccessException',
  'NoDataFoundException',
  'NoSuchElementException',
  'NullPointerException',
  'PlatformCacheException',
  'ProcedureException',
  'RequiredFeatureMissingException',
  'SObjectException',
  'SearchException',
  'SecurityException',
  'SerializationException',
  'StringException',
  'TouchHandledException',
  'TransientCursorException',
  'TypeException',
  'UnexpectedException',
  'UnsupportedOperationException',
  'VisualforceException',
  'WaveTemplateException',
  'XmlException',
];

export const systemExceptions: readonly LibraryClass[] = [
  ...NAMES.map((name) => platformException(`System.${name}`)),
  platformException('System.AuraHandledException', ['String message']),
  queryException,
  platformException('System.InvalidParameterValueException', ['String name, String value']),
];
