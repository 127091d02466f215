import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DmlError } from '../database/dml-error.ts';
import { NotSupported, OrgError } from '../schema/errors.ts';
import { Decimal } from '../schema/values/index.ts';
import { SourceError } from '../metadata/xml.ts';
import {
  assign,
  condition,
  decide,
  filter,
  FlowOrg,
  flowFile,
  literal,
  lookup,
  next,
  objectFiles,
  onRecord,
  reference,
  setField,
  startAt,
  variable,
} from './test-support/flow-org.ts';
import { system } from '../automation/test-support/test-org.ts';

const OBJECTS = {
  ...objectFiles('Den__c', {
    fields: { City__c: { type: 'Text', length: 80 }, Bears__c: { type: 'Number', precision: 5, scale: 0 } },
  }),
  ...objectFiles('Bear__c', {
    fields: {
      Den__c: lookup('Den__c', 'Bears'),
      Weight__c: { type: 'Number', precision: 8, scale: 2 },
      Mood__c: { type: 'Text', length: 40 },
      Born__c: { type: 'Date' },
      Heavy__c: { type: 'Checkbox', defaultValue: 'false', formula: 'Weight__c &gt; 100' },
    },
    rules: { No_Grizzly: { condition: 'Mood__c = "grizzly"', message: 'No grizzly bears.', field: 'Mood__c' } },
  }),
};

const money = (text: string): Decimal => Decimal.parse(text);

describe('before-save flows', () => {
  const files = {
    ...OBJECTS,
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
          [
            'Is_Heavy',
            condition('$Record.Heavy__c', 'EqualTo', literal('booleanValue', true, 'rightValue')),
            'Set_Mood',
          ],
        ]) +
        `<recordUpdates><name>Set_Mood</name><label>x</label><inputReference>$Record</inputReference>${setField('Mood__c', literal('stringValue', 'calm in {!$Record.Den__r.City__c}'))}</recordUpdates>`,
    ),
  };

  it('change the record in place, with formula fields and parents as they are now', () => {
    const org = new FlowOrg(files);
    const den = org.insert('Den__c', { Name: 'Cave', City__c: 'Bern' });
    const heavy = org.insert('Bear__c', { Name: 'Bruno', Weight__c: money('150'), Den__c: den });
    assert.equal(org.get('Bear__c', heavy).get('Mood__c'), 'calm in Bern');
    const light = org.insert('Bear__c', { Name: 'Petz', Weight__c: money('50'), Den__c: den });
    assert.equal(org.get('Bear__c', light).get('Mood__c'), null);
    org.update('Bear__c', { Id: light, Weight__c: money('200') });
    assert.equal(org.get('Bear__c', light).get('Mood__c'), 'calm in Bern');
  });

  it('run only for records that meet the entry conditions', () => {
    const org = new FlowOrg(files);
    const id = org.insert('Bear__c', { Name: 'Teddy' });
    assert.equal(org.get('Bear__c', id).get('Mood__c'), null);
  });

  it('run by trigger order, then by name, before those without an order and those above 1000', () => {
    const appending = (name: string, order: string): Record<string, string> =>
      flowFile(
        name,
        onRecord('Bear__c', 'RecordBeforeSave', 'Create', 'Append') +
          assign('Append', [['$Record.Mood__c', 'Add', literal('stringValue', name)]]) +
          order,
      );
    const org = new FlowOrg({
      ...OBJECTS,
      ...appending('E', '<triggerOrder>1500</triggerOrder>'),
      ...appending('D', ''),
      ...appending('C', '<triggerOrder>20</triggerOrder>'),
      ...appending('B', '<triggerOrder>3</triggerOrder>'),
      ...appending('A', '<triggerOrder>20</triggerOrder>'),
      ...appending('X', '<status>Draft</status>'),
    });
    const id = org.insert('Bear__c', { Name: 'Teddy' });
    assert.equal(org.get('Bear__c', id).get('Mood__c'), 'BACDE');
  });

  it('refuse the record with custom errors', () => {
    const org = new FlowOrg({
      ...OBJECTS,
      ...flowFile(
        'Bear_BeforeSave',
        onRecord('Bear__c', 'RecordBeforeSave', 'Create', 'Refuse') +
          `<customErrors><name>Refuse</name><label>x</label><customErrorMessages><errorMessage>No {!$Record.Name} here.</errorMessage><fieldSelection>Name</fieldSelection><isFieldError>true</isFieldError></customErrorMessages></customErrors>`,
      ),
    });
    assert.throws(
      () => org.insert('Bear__c', { Name: 'Bruno' }),
      (error) =>
        error instanceof DmlError &&
        error.failures[0].errors[0].message === 'No Bruno here.' &&
        error.fields[0] === 'Name',
    );
  });
});

describe('entry conditions', () => {
  const moodAfter = (start: string): FlowOrg =>
    new FlowOrg({
      ...OBJECTS,
      ...flowFile(
        'Bear_BeforeSave',
        onRecord('Bear__c', 'RecordBeforeSave', 'CreateAndUpdate', 'Count', start) +
          assign('Count', [['$Record.Mood__c', 'Add', literal('stringValue', '!')]]),
      ),
    });

  it('can ask for a change to meeting them', () => {
    const org = moodAfter(
      '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria><filterLogic>and</filterLogic>' +
        filter('Weight__c', 'GreaterThan', literal('numberValue', 100)),
    );
    const id = org.insert('Bear__c', { Name: 'Bruno', Weight__c: money('10') });
    org.update('Bear__c', { Id: id, Weight__c: money('150') });
    org.update('Bear__c', { Id: id, Weight__c: money('160') });
    assert.equal(org.get('Bear__c', id).get('Mood__c'), '!');
    org.update('Bear__c', { Id: id, Weight__c: money('10') });
    org.update('Bear__c', { Id: id, Weight__c: money('160') });
    assert.equal(org.get('Bear__c', id).get('Mood__c'), '!!');
  });

  it('can be a formula that knows what changed', () => {
    const org = moodAfter(
      '<filterFormula>OR(ISNEW(), AND(ISCHANGED({!$Record.Weight__c}), PRIORVALUE({!$Record.Weight__c}) = 10))</filterFormula>',
    );
    const id = org.insert('Bear__c', { Name: 'Bruno', Weight__c: money('10') });
    org.update('Bear__c', { Id: id, Born__c: null });
    org.update('Bear__c', { Id: id, Weight__c: money('11') });
    org.update('Bear__c', { Id: id, Weight__c: money('12') });
    assert.equal(org.get('Bear__c', id).get('Mood__c'), '!!');
  });

  it('can have logic of their own, and ask for changed fields', () => {
    const org = moodAfter(
      '<filterLogic>1 AND (2 OR NOT 3)</filterLogic>' +
        filter('Weight__c', 'IsChanged', literal('booleanValue', true)) +
        filter('Name', 'StartsWith', literal('stringValue', 'br')) +
        filter('Weight__c', 'LessThan', literal('numberValue', 100)),
    );
    const id = org.insert('Bear__c', { Name: 'Petz', Weight__c: money('10') });
    org.update('Bear__c', { Id: id, Weight__c: money('50') });
    assert.equal(org.get('Bear__c', id).get('Mood__c'), null);
    org.update('Bear__c', { Id: id, Weight__c: money('150') });
    org.update('Bear__c', { Id: id, Name: 'Bruno' });
    org.update('Bear__c', { Id: id, Weight__c: money('20') });
    assert.equal(org.get('Bear__c', id).get('Mood__c'), '!!');
  });
});

/** After a bear was saved: counts the bears of its den there. */
const COUNT_BEARS = flowFile(
  'Bear_AfterSave_Count',
  onRecord('Bear__c', 'RecordAfterSave', 'Create', 'Get_Bears') +
    variable('count', 'Number', '<scale>0</scale>') +
    `<recordLookups><name>Get_Bears</name><label>x</label>${next('Count')}<object>Bear__c</object>${filter('Den__c', 'EqualTo', reference('$Record.Den__c'))}<filterLogic>and</filterLogic><getFirstRecordOnly>false</getFirstRecordOnly><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
    assign('Count', [['count', 'AssignCount', reference('Get_Bears')]], next('Update_Den')) +
    `<recordUpdates><name>Update_Den</name><label>x</label><object>Den__c</object>${filter('Id', 'EqualTo', reference('$Record.Den__c'))}<filterLogic>and</filterLogic>${setField('Bears__c', reference('count'))}</recordUpdates>`,
);

describe('after-save flows in bulk', () => {
  it('read and write once for all records of a save', () => {
    const org = new FlowOrg({ ...OBJECTS, ...COUNT_BEARS });
    const dens = ['North', 'South'].map((name) => org.insert('Den__c', { Name: name }));
    const used = org.run((tx) => {
      const bears = Array.from({ length: 150 }, (_, index) =>
        org.record('Bear__c', { Name: `Bear ${index}`, Den__c: dens[index % 3 === 0 ? 0 : 1] }),
      );
      org.dml.insert(tx, bears, system);
      return [tx.limits.used('soqlQueries'), tx.limits.used('dmlStatements')];
    });
    assert.deepEqual(
      dens.map((id) => String(org.get('Den__c', id).get('Bears__c'))),
      ['50', '100'],
    );
    assert.deepEqual(used, [2, 2]);
  });

  it('let interviews on a longer path catch up, so that they write together', () => {
    const create = (name: string, mood: string, after: string): string =>
      `<recordCreates><name>${name}</name><label>x</label>${after}${setField('Name', literal('stringValue', mood))}<object>Den__c</object></recordCreates>`;
    const org = new FlowOrg({
      ...OBJECTS,
      ...flowFile(
        'Bear_AfterSave',
        onRecord('Bear__c', 'RecordAfterSave', 'Create', 'Split') +
          decide(
            'Split',
            [['Heavy', condition('$Record.Heavy__c', 'EqualTo', literal('booleanValue', true, 'rightValue')), 'First']],
            'Second',
          ) +
          create('First', 'heavy only', next('Second')) +
          create('Second', 'everyone', ''),
      ),
    });
    const used = org.run((tx) => {
      const bears = [50, 150, 60, 170].map((weight) =>
        org.record('Bear__c', { Name: 'B', Weight__c: Decimal.of(weight) }),
      );
      org.dml.insert(tx, bears, system);
      return tx.limits.used('dmlStatements');
    });
    assert.equal(used, 3);
    const names = org.run((tx) =>
      tx.org.query.run(tx, 'SELECT Name FROM Den__c ORDER BY Name', system).records.map((den) => den.get('Name')),
    );
    assert.deepEqual(names, ['everyone', 'everyone', 'everyone', 'everyone', 'heavy only', 'heavy only']);
  });

  it('call Apex once, with all inputs', () => {
    const calls: unknown[] = [];
    const org = new FlowOrg(
      {
        ...OBJECTS,
        ...flowFile(
          'Bear_AfterSave',
          onRecord('Bear__c', 'RecordAfterSave', 'Create', 'Greet') +
            `<actionCalls><name>Greet</name><label>x</label><actionName>Greeter</actionName><actionType>apex</actionType>${next('Keep')}<inputParameters><name>name</name>${reference('$Record.Name')}</inputParameters><storeOutputAutomatically>true</storeOutputAutomatically></actionCalls>` +
            `<recordUpdates><name>Keep</name><label>x</label><inputReference>$Record</inputReference>${setField('Mood__c', reference('Greet.greeting'))}</recordUpdates>`,
        ),
      },
      {
        Greeter: (inputs) => {
          calls.push(inputs);
          return inputs.map(({ name }) => ({ Greeting: `Hi ${name as string}` }));
        },
      },
    );
    const ids = org.run((tx) =>
      org.dml
        .insert(
          tx,
          ['Ann', 'Bob'].map((Name) => org.record('Bear__c', { Name })),
          system,
        )
        .map(({ id }) => id!),
    );
    assert.deepEqual(calls, [[{ name: 'Ann' }, { name: 'Bob' }]]);
    assert.deepEqual(
      ids.map((id) => org.get('Bear__c', id).get('Mood__c')),
      ['Hi Ann', 'Hi Bob'],
    );
  });

  it('do not trigger themselves by updating their own record', () => {
    const org = new FlowOrg({
      ...OBJECTS,
      ...flowFile(
        'Bear_AfterSave',
        onRecord('Bear__c', 'RecordAfterSave', 'CreateAndUpdate', 'Grow') +
          `<formulas><name>heavier</name><dataType>Number</dataType><expression>{!$Record.Weight__c} + 1</expression><scale>2</scale></formulas>` +
          `<recordUpdates><name>Grow</name><label>x</label><inputReference>$Record</inputReference>${setField('Weight__c', reference('heavier'))}</recordUpdates>`,
      ),
    });
    const id = org.insert('Bear__c', { Name: 'Bruno', Weight__c: money('1') });
    assert.equal(String(org.get('Bear__c', id).get('Weight__c')), '2.00');
    org.update('Bear__c', { Id: id, Mood__c: 'fine' });
    assert.equal(String(org.get('Bear__c', id).get('Weight__c')), '3.00');
  });

  it('queue what runs after the commit, and run it on the records as they are then', () => {
    const org = new FlowOrg({
      ...OBJECTS,
      ...flowFile(
        'Bear_AfterSave',
        `<start><object>Bear__c</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordAfterSave</triggerType>` +
          `<scheduledPaths>${next('Rename')}<pathType>AsyncAfterCommit</pathType></scheduledPaths></start>` +
          `<recordUpdates><name>Rename</name><label>x</label><inputReference>$Record</inputReference>${setField('Mood__c', literal('stringValue', 'was {!$Record.Mood__c}'))}</recordUpdates>`,
      ),
    });
    const id = org.insert('Bear__c', { Name: 'Bruno', Mood__c: 'old' });
    assert.equal(org.get('Bear__c', id).get('Mood__c'), 'old');
    org.update('Bear__c', { Id: id, Mood__c: 'new' });
    const [job] = org.jobs;
    org.run((tx) => org.engine.runJob(tx, { ...job, id: '707', userId: org.user.id }));
    assert.equal(org.get('Bear__c', id).get('Mood__c'), 'was new');
  });
});

describe('flows of platform events', () => {
  it('run when the events are delivered', () => {
    const org = new FlowOrg({
      ...OBJECTS,
      'objects/Roar__e/Roar__e.object-meta.xml':
        '<CustomObject><label>Roar</label><pluralLabel>Roars</pluralLabel><eventType>HighVolume</eventType><deploymentStatus>Deployed</deploymentStatus></CustomObject>',
      'objects/Roar__e/fields/Who__c.field-meta.xml':
        '<CustomField><fullName>Who__c</fullName><label>Who</label><type>Text</type><length>80</length></CustomField>',
      ...flowFile(
        'On_Roar',
        `<start>${next('Add')}<object>Roar__e</object><triggerType>PlatformEvent</triggerType></start>` +
          `<recordCreates><name>Add</name><label>x</label>${setField('Name', reference('$Record.Who__c'))}<object>Bear__c</object></recordCreates>`,
      ),
    });
    const events = ['Ann', 'Bob'].map((Who__c) => org.record('Roar__e', { Who__c }));
    org.run((tx) => org.engine.runAfterSave(tx, events[0].schema, events, null));
    const bears = org.run((tx) => tx.org.query.run(tx, 'SELECT Name FROM Bear__c ORDER BY Name', system).records);
    assert.deepEqual(
      bears.map((bear) => bear.get('Name')),
      ['Ann', 'Bob'],
    );
  });
});

describe('faults', () => {
  const grizzly = (fault: string, more = ''): Record<string, string> =>
    flowFile(
      'Den_AfterSave',
      onRecord('Den__c', 'RecordAfterSave', 'Create', 'Add_Bear') +
        `<recordCreates><name>Add_Bear</name><label>x</label>${fault}${setField('Name', reference('$Record.Name'))}${setField('Mood__c', reference('$Record.City__c'))}<object>Bear__c</object></recordCreates>` +
        more,
    );

  it('leave their error on the record in the platform’s words', () => {
    const org = new FlowOrg({ ...OBJECTS, ...grizzly('') });
    assert.throws(
      () => org.insert('Den__c', { Name: 'Cave', City__c: 'grizzly' }),
      (error) =>
        error instanceof DmlError &&
        error.code === 'CANNOT_EXECUTE_FLOW_TRIGGER' &&
        error.failures[0].errors[0].message ===
          `We can't save this record because the “Den AfterSave” process failed. ` +
            'Give your Salesforce admin these details. ' +
            'This error occurred when the flow tried to create records: FIELD_CUSTOM_VALIDATION_EXCEPTION: No grizzly bears.. ' +
            'You can look up ExceptionCode values in the SOAP API Developer Guide.',
    );
  });

  it('take the fault path only for the interviews that failed; what the others wrote stays', () => {
    const org = new FlowOrg({
      ...OBJECTS,
      ...grizzly(
        next('Note', 'faultConnector'),
        `<recordUpdates><name>Note</name><label>x</label><inputReference>$Record</inputReference>${setField('City__c', literal('stringValue', 'failed'))}</recordUpdates>`,
      ),
    });
    const ids = org.run((tx) =>
      org.dml
        .insert(
          tx,
          ['happy', 'grizzly', 'calm'].map((mood) => org.record('Den__c', { Name: mood, City__c: mood })),
          system,
        )
        .map(({ id }) => id!),
    );
    assert.deepEqual(
      ids.map((id) => org.get('Den__c', id).get('City__c')),
      ['happy', 'failed', 'calm'],
    );
    const bears = org.run((tx) =>
      tx.org.query.run(tx, 'SELECT Name FROM Bear__c ORDER BY Name', system).records.map((bear) => bear.get('Name')),
    );
    assert.deepEqual(bears, ['calm', 'happy']);
  });

  it('tell the message of an Apex exception, and undo what Apex wrote', () => {
    const org = new FlowOrg(
      {
        ...OBJECTS,
        ...flowFile(
          'Call',
          startAt('Try') +
            variable('message', 'String', '<isOutput>true</isOutput>') +
            `<actionCalls><name>Try</name><label>x</label><actionName>Thrower</actionName><actionType>apex</actionType>${next('Keep', 'faultConnector')}</actionCalls>` +
            assign('Keep', [['message', 'Assign', reference('$Flow.FaultMessage')]]),
        ),
      },
      {
        Thrower: (_inputs, tx) => {
          tx.org.dml.insert(tx, [org.record('Den__c', { Name: 'Half done' })], system);
          throw new OrgError('APEX_ERROR', 'System.MathException: Divide by 0');
        },
      },
    );
    assert.deepEqual(org.start('Call'), { message: 'An Apex error occurred: System.MathException: Divide by 0' });
    assert.equal(org.run((tx) => tx.org.query.run(tx, 'SELECT Id FROM Den__c', system)).totalSize, 0);
  });

  it('end a flow that was started, with the reason', () => {
    const org = new FlowOrg({
      ...OBJECTS,
      ...flowFile(
        'Divide',
        startAt('Compute') +
          variable('x', 'Number') +
          `<formulas><name>bad</name><dataType>Number</dataType><expression>1 / 0</expression></formulas>` +
          assign('Compute', [['x', 'Assign', reference('bad')]]),
      ),
    });
    assert.throws(() => org.start('Divide'), /An unhandled fault has occurred in this flow: Divide\. Division by zero/);
  });
});

describe('what is not built or not right', () => {
  it('says so where it stands', () => {
    const org = new FlowOrg({
      ...OBJECTS,
      ...flowFile('Ask', `${startAt('Page')}\n<screens><name>Page</name><label>x</label></screens>`),
    });
    assert.throws(
      () => org.start('Ask'),
      (error) => error instanceof NotSupported && /flow element screens.*Ask\.flow-meta\.xml:2/.test(error.message),
    );
  });

  it('is found when all flows are checked', () => {
    const org = new FlowOrg({
      ...OBJECTS,
      ...flowFile('Lost', startAt('Nowhere')),
      ...flowFile('Unknown', startAt('Set') + assign('Set', [['nothing', 'Assign', literal('stringValue', 'x')]])),
      ...flowFile(
        'Fine',
        startAt('Set') + variable('x', 'String') + assign('Set', [['x', 'Assign', literal('stringValue', 'x')]]),
      ),
    });
    assert.deepEqual(
      org.engine.check().map(({ message }) => message),
      ['Flow Lost: there is no element Nowhere', 'Flow Unknown: there is no resource nothing'],
    );
  });

  it('is refused when it is read, if flows have no such part', () => {
    assert.throws(
      () =>
        new FlowOrg({
          ...OBJECTS,
          ...flowFile('Odd', '<assignments><name>A</name><label>A</label><speed>5</speed></assignments>'),
        }),
      SourceError,
    );
  });
});
