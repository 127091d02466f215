import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateFile } from './validator.ts';
import { loadWsdlTypes } from './wsdl-types.ts';

const wsdl = loadWsdlTypes();
const root = '<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">';

function messages(source: string): string[] {
  return validateFile('f.xml', source, wsdl).map((finding) => `${finding.line}: ${finding.message}`);
}

test('passes a good file', () => {
  assert.deepEqual(
    messages(`${root}<fullName>A__c</fullName><label>A</label><type>Number</type><scale>2</scale></CustomField>`),
    [],
  );
});

const planted: [string, string][] = [
  [`${root}\n<lable>A</lable></CustomField>`, '2: CustomField has no element <lable>'],
  [`${root}\n<type>Numbre</type></CustomField>`, "2: <type> is 'Numbre', which is not a FieldType"],
  [`${root}\n<scale>two</scale></CustomField>`, "2: <scale> is 'two', not a number"],
  [`${root}\n<unique>yes</unique></CustomField>`, "2: <unique> is 'yes', not true or false"],
  [`${root}\n<label>a</label>\n<label>b</label></CustomField>`, '3: <label> stands twice in <CustomField>'],
  [`${root}\n<label><b/></label></CustomField>`, '2: <label> holds elements, not a value'],
  [`${root}\nstray</CustomField>`, '1: text directly inside <CustomField>'],
  ['<CustomField/>', "1: the namespace is '', not that of the Metadata API"],
  ['<CustomFeild xmlns="http://soap.sforce.com/2006/04/metadata"/>', '1: there is no metadata type CustomFeild'],
  [
    '<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><active>true</active><errorMessage>m</errorMessage></ValidationRule>',
    '1: <ValidationRule> needs an element <errorConditionFormula>',
  ],
  ['<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">\n<labels>', '2: <labels> is not closed'],
];
for (const [source, message] of planted) {
  test(`finds: ${message}`, () => assert.deepEqual(messages(source), [message]));
}
