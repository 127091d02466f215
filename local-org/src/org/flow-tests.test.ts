import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  condition,
  decide,
  filter,
  flowFile,
  literal,
  objectFiles,
  onRecord,
  setField,
  startAt,
  assign,
  reference,
  variable,
} from '../flow/test-support/flow-org.ts';
import type { FlowTestResult } from './flow-tests.ts';
import { OpenOrg } from './test-support/open-org.ts';

const right = (kind: string, value: string | number | boolean): string => literal(kind, value, 'rightValue');

function record(type: string, values: object): string {
  const json = JSON.stringify(values).replaceAll('"', '&quot;');
  return `<parameters><leftValueReference>$Record</leftValueReference><type>InputTriggeringRecord${type}</type><value><sobjectValue>${json}</sobjectValue></value></parameters>`;
}

function assertion(conditions: string, message = ''): string {
  return `<assertions>${conditions}${message && `<errorMessage>${message}</errorMessage>`}</assertions>`;
}

function flowTestFile(
  name: string,
  flow: string,
  start: string,
  assertions: string,
  more = '',
): Record<string, string> {
  return {
    [`flowtests/${name}.flowtest-meta.xml`]: `<FlowTest><flowApiName>${flow}</flowApiName><label>${name}</label>${more}
      <testPoints><elementApiName>Start</elementApiName>${start}</testPoints>
      <testPoints><elementApiName>Finish</elementApiName>${assertions}</testPoints></FlowTest>`,
  };
}

const FILES = {
  ...objectFiles('Bear__c', {
    fields: {
      Weight__c: { type: 'Number', precision: 8, scale: 2 },
      Mood__c: { type: 'Text', length: 40 },
      Asleep__c: { type: 'Checkbox', defaultValue: 'false' },
    },
    rules: { Named: { condition: 'ISBLANK(Mood__c)', message: 'A mood is needed.', field: 'Mood__c' } },
  }),
  ...flowFile(
    'Bear_BeforeSave',
    onRecord(
      'Bear__c',
      'RecordBeforeSave',
      'CreateAndUpdate',
      'Judge',
      `<filterLogic>and</filterLogic>${filter('Weight__c', 'IsNull', literal('booleanValue', false))}`,
    ) +
      decide('Judge', [
        ['Is_Heavy', condition('$Record.Weight__c', 'GreaterThan', right('numberValue', 100)), 'Calm_Down'],
      ]) +
      `<recordUpdates><name>Calm_Down</name><label>x</label><inputReference>$Record</inputReference>${setField('Mood__c', literal('stringValue', 'calm'))}</recordUpdates>`,
  ),
  ...flowFile(
    'Bear_AfterSave',
    onRecord('Bear__c', 'RecordAfterSave', 'Update', 'Wake') +
      `<recordUpdates><name>Wake</name><label>x</label><inputReference>$Record</inputReference>${setField('Asleep__c', literal('booleanValue', false))}${setField('Mood__c', literal('stringValue', ''))}</recordUpdates><status>Draft</status>`,
  ),
  ...flowFile(
    'Double',
    startAt('Add') +
      variable('number', 'Number', '<isInput>true</isInput><scale>0</scale>') +
      assign('Add', [['number', 'Add', reference('number')]]),
  ),
};

function results(...tests: Record<string, string>[]): FlowTestResult[] {
  return new OpenOrg(Object.assign({}, FILES, ...tests) as Record<string, string>).org.runFlowTests();
}

test('a before-save flow changes the record that the test gives, and takes its outcomes', () => {
  const heavy = flowTestFile(
    'Heavy',
    'Bear_BeforeSave',
    record('Initial', { attributes: { type: 'Bear__c' }, Name: 'Bruno', Weight__c: '150' }),
    assertion(condition('$Record.Mood__c', 'EqualTo', right('stringValue', 'calm'))) +
      assertion(condition('Is_Heavy', 'EqualTo', right('booleanValue', true))) +
      assertion(condition('Calm_Down', 'WasVisited', right('booleanValue', true))),
  );
  assert.deepEqual(results(heavy), [{ flow: 'Bear_BeforeSave', test: 'Heavy', failures: [] }]);
});

test('each assertion that does not hold is told, in the words of the test', () => {
  const light = flowTestFile(
    'Light',
    'Bear_BeforeSave',
    record('Initial', { Weight__c: 50 }),
    assertion(condition('$Record.Mood__c', 'EqualTo', right('stringValue', 'calm')), 'It is not calm') +
      assertion(condition('Calm_Down', 'WasVisited', right('booleanValue', true))) +
      assertion(condition('Calm_Down', 'WasVisited', right('booleanValue', false))),
  );
  assert.deepEqual(results(light)[0].failures, ['It is not calm', 'Calm_Down WasVisited true']);
});

test('a record that does not meet the entry conditions starts nothing, unless the test skips them', () => {
  const visited = assertion(condition('Judge', 'WasVisited', right('booleanValue', true)));
  const given = record('Initial', { Name: 'Teddy' });
  const found = results(
    flowTestFile('Weightless', 'Bear_BeforeSave', given, visited),
    flowTestFile(
      'Unconditional',
      'Bear_BeforeSave',
      given,
      visited,
      '<doesSkipStartConditions>true</doesSkipStartConditions>',
    ),
  );
  assert.deepEqual(
    found.map(({ failures }) => failures.length),
    [1, 0],
  );
});

test('an update has a record before it; a fault fails the test', () => {
  const found = results(
    flowTestFile(
      'Wakes',
      'Bear_AfterSave',
      record('Initial', { Name: 'Bruno', Asleep__c: true }) + record('Updated', { Weight__c: 10 }),
      assertion(condition('$Record__Prior.Weight__c', 'IsNull', right('booleanValue', true))),
    ),
  );
  assert.match(found[0].failures.join(), /A mood is needed/);
});

test('values of autolaunched flows; what is not built says so', () => {
  const input = `<parameters><leftValueReference>number</leftValueReference><type>InputVariable</type>${literal('numberValue', 4)}</parameters>`;
  const doubled = assertion(condition('number', 'EqualTo', right('numberValue', 8)));
  const found = results(
    flowTestFile('Doubles', 'Double', input, doubled),
    flowTestFile('As_Other', 'Double', input, doubled, '<runTestAsUser>someone@example.com</runTestAsUser>'),
  );
  assert.deepEqual(found[0].failures, []);
  assert.equal(found[1].notSupported, 'flow tests as another user');
});
