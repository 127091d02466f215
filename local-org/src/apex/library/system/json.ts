/** System.JSON ("JSON Class", Apex Reference Guide). */
import type { TypeValue } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { deserialize, deserializeUntyped } from '../support/json-deserialize.ts';
import { serialize } from '../support/json-serialize.ts';
import { JsonGeneratorValue } from './json-generator.ts';
import { JsonParserValue } from './json-parser.ts';

export const jsonClass = libraryClass('System.JSON', {
  ...refusingNulls({
    'static System.JSONGenerator createGenerator(Boolean prettyPrint)': (pretty: boolean) =>
      new JsonGeneratorValue(pretty),
    'static System.JSONParser createParser(String jsonString)': (text: string) => new JsonParserValue(text),
    'static Object deserialize(String jsonString, System.Type apexType)': (text: string, type: TypeValue) =>
      deserialize(text, type.type, false),
    'static Object deserializeStrict(String jsonString, System.Type apexType)': (text: string, type: TypeValue) =>
      deserialize(text, type.type, true),
    'static Object deserializeUntyped(String jsonString)': deserializeUntyped,
  }),
  'static String serialize(Object objectToSerialize)': (value: unknown) => serialize(value),
  'static String serialize(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
    value: unknown,
    suppressNulls: boolean | null,
  ) => serialize(value, { suppressNulls: suppressNulls === true }),
  'static String serializePretty(Object objectToSerialize)': (value: unknown) => serialize(value, { pretty: true }),
  'static String serializePretty(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
    value: unknown,
    suppressNulls: boolean | null,
  ) => serialize(value, { pretty: true, suppressNulls: suppressNulls === true }),
});
