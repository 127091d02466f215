import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SObject } from '../../schema/sobject.ts';
import { Decimal } from '../../schema/values/index.ts';
import {
  assign,
  condition,
  decide,
  FlowOrg,
  flowFile,
  literal,
  next,
  reference,
  setField,
  startAt,
  variable,
} from '../test-support/flow-org.ts';
import { OUT, IN, LIST, toys, org, outputs } from '../test-support/toys.ts';

describe('Assignment', () => {
  it('adds and subtracts numbers, dates and texts', () => {
    const flow = org(
      'Sum',
      startAt('Set') +
        variable('n', 'Number', OUT + literal('numberValue', 5)) +
        variable('fresh', 'Number', OUT) +
        variable('day', 'Date', OUT + literal('dateValue', '2026-01-31')) +
        variable('text', 'String', OUT) +
        variable('tags', 'Multipicklist', OUT) +
        assign('Set', [
          ['n', 'Add', literal('numberValue', 2.5)],
          ['n', 'Subtract', literal('numberValue', 1)],
          ['fresh', 'Add', reference('n')],
          ['day', 'Add', literal('numberValue', 1)],
          ['text', 'Assign', literal('stringValue', 'n is {!n}')],
          ['text', 'Add', literal('stringValue', '!')],
          ['tags', 'AddItem', literal('stringValue', 'red')],
          ['tags', 'AddItem', literal('stringValue', 'blue')],
        ]),
    );
    assert.deepEqual(outputs(flow.start('Sum')), {
      n: 6.5,
      fresh: 6.5,
      day: '2026-02-01',
      text: 'n is 6.5!',
      tags: 'red;blue',
    });
  });

  it('changes collections', () => {
    const list = (name: string): string => variable(name, 'String', OUT + LIST);
    const text = (value: string): string => literal('stringValue', value);
    const flow = org(
      'Lists',
      startAt('Set') +
        ['a', 'b', 'c', 'd', 'e'].map(list).join('') +
        variable('count', 'Number', OUT) +
        variable('gaps', 'Number', OUT) +
        toys('crates', LIST) +
        toys('none') +
        assign('Set', [
          ['a', 'Add', text('x')],
          ['a', 'Add', text('y')],
          ['a', 'AddAtStart', text('w')],
          ['a', 'Add', text('x')],
          ['b', 'Assign', reference('a')],
          ['b', 'RemoveFirst', text('x')],
          ['c', 'Assign', reference('a')],
          ['c', 'RemoveAll', text('X')],
          ['d', 'Assign', reference('a')],
          ['d', 'RemoveAfterFirst', text('x')],
          ['e', 'Assign', reference('a')],
          ['e', 'RemovePosition', literal('numberValue', 1)],
          ['count', 'AssignCount', reference('a')],
          ['crates', 'Add', reference('none')],
          ['gaps', 'AssignCount', reference('crates')],
        ]),
    );
    assert.deepEqual(outputs(flow.start('Lists')), {
      a: ['w', 'x', 'y', 'x'],
      b: ['w', 'y', 'x'],
      c: ['w', 'y'],
      d: ['w', 'x'],
      e: ['x', 'y', 'x'],
      count: 4,
      gaps: 1,
    });
  });

  it('makes records field by field, and copies them', () => {
    const flow = org(
      'Make',
      startAt('Set') +
        toys('first', OUT) +
        toys('second', OUT) +
        assign('Set', [
          ['first.Name', 'Assign', literal('stringValue', 'Ball')],
          ['first.Price__c', 'Assign', literal('stringValue', '2.5')],
          ['second', 'Assign', reference('first')],
          ['second.Name', 'Assign', literal('stringValue', 'Top')],
        ]),
    );
    const { first, second } = flow.start('Make');
    assert.ok(first instanceof SObject && second instanceof SObject);
    assert.deepEqual([first.get('Name'), second.get('Name'), String(second.get('Price__c'))], ['Ball', 'Top', '2.5']);
  });
});

describe('Loop', () => {
  const body = (order: string): string =>
    startAt('Each') +
    variable('names', 'String', IN + LIST) +
    variable('outer', 'String') +
    variable('pairs', 'String', OUT) +
    `<loops><name>Each</name><label>x</label><assignNextValueToReference>outer</assignNextValueToReference><collectionReference>names</collectionReference><iterationOrder>${order}</iterationOrder>${next('Inner', 'nextValueConnector')}</loops>` +
    `<loops><name>Inner</name><label>x</label><collectionReference>names</collectionReference><iterationOrder>Asc</iterationOrder>${next('Add', 'nextValueConnector')}${next('Each', 'noMoreValuesConnector')}</loops>` +
    assign('Add', [['pairs', 'Add', literal('stringValue', '{!outer}{!Inner} ')]], next('Inner'));

  it('nests, in both directions', () => {
    const names = ['a', 'b'];
    assert.deepEqual(org('Pairs', body('Asc')).start('Pairs', { names }), { pairs: 'aa ab ba bb ' });
    assert.deepEqual(org('Pairs', body('Desc')).start('Pairs', { names }), { pairs: 'ba bb aa ab ' });
    assert.deepEqual(org('Pairs', body('Asc')).start('Pairs', { names: [] }), { pairs: null });
  });

  it('is stopped by the platform\u2019s limits when it never ends', () => {
    const forever = (version: string): FlowOrg =>
      org(
        'Forever',
        `<apiVersion>${version}</apiVersion>${startAt('A')}${assign('A', [], next('B'))}${assign('B', [], next('A'))}`,
      );
    assert.throws(() => forever('56.0').start('Forever'), /Number of iterations exceeded/);
    assert.throws(() => forever('66.0').start('Forever'), /CPU time limit exceeded/);
  });
});

describe('Decision', () => {
  const test = (conditions: string): boolean => {
    const flow = org(
      'Ask',
      startAt('Is_It') +
        variable('yes', 'Boolean', OUT) +
        variable('empty', 'String') +
        variable('amount', 'Number', literal('numberValue', 10)) +
        variable('name', 'String', literal('stringValue', 'Bruno')) +
        variable('day', 'Date', literal('dateValue', '2026-03-02')) +
        variable('list', 'String', LIST) +
        decide('Is_It', [['Yes', conditions, '']], 'After') +
        assign('After', [['yes', 'Assign', literal('booleanValue', true)]]),
    );
    return flow.start('Ask').yes !== true;
  };
  const right = (kind: string, value: string | number | boolean): string => literal(kind, value, 'rightValue');

  const cases: [description: string, conditions: string, expected: boolean][] = [
    ['number', condition('amount', 'GreaterThan', right('numberValue', 9)), true],
    ['number as text', condition('amount', 'EqualTo', right('stringValue', '10')), true],
    ['blank number', condition('empty', 'LessThan', right('numberValue', 9)), false],
    ['text in any case', condition('name', 'EqualTo', right('stringValue', 'bruno')), true],
    ['start', condition('name', 'StartsWith', right('stringValue', 'BR')), true],
    ['end', condition('name', 'EndsWith', right('stringValue', 'br')), false],
    ['part', condition('name', 'Contains', right('stringValue', 'run')), true],
    ['null', condition('empty', 'IsNull', right('booleanValue', true)), true],
    ['not null', condition('name', 'IsNull', right('booleanValue', false)), true],
    ['blank', condition('empty', 'IsBlank', right('booleanValue', true)), true],
    ['empty list', condition('list', 'IsEmpty', right('booleanValue', true)), true],
    ['today', condition('day', 'EqualTo', reference('$Flow.CurrentDate', 'rightValue')), true],
    ['visited', condition('Is_It', 'WasVisited', right('booleanValue', true)), true],
    ['not visited', condition('After', 'WasVisited', right('booleanValue', true)), false],
    [
      'both',
      condition('amount', 'EqualTo', right('numberValue', 10)) +
        condition('name', 'EqualTo', right('stringValue', 'x')),
      false,
    ],
  ];
  for (const [description, conditions, expected] of cases) {
    it(description, () => assert.equal(test(conditions), expected));
  }
});

describe('Collection Filter and Sort', () => {
  const records = (flow: FlowOrg): SObject[] =>
    [
      ['b', 2],
      ['c', 3],
      ['a', null],
    ].map(([Name, price]) =>
      flow.record('Toy__c', { Name: Name, Price__c: price === null ? null : Decimal.of(price as number) }),
    );

  it('filter by conditions or by a formula', () => {
    const body = (how: string): string =>
      startAt('Keep') +
      toys('all', IN + LIST) +
      toys('current') +
      toys('kept', OUT + LIST) +
      `<collectionProcessors><name>Keep</name><elementSubtype>FilterCollectionProcessor</elementSubtype><label>x</label><assignNextValueToReference>current</assignNextValueToReference><collectionProcessorType>FilterCollectionProcessor</collectionProcessorType><collectionReference>all</collectionReference>${how}${next('After')}</collectionProcessors>` +
      assign('After', [['kept', 'Assign', reference('Keep')]]);
    const byCondition = org(
      'Filter',
      body(
        `<conditionLogic>and</conditionLogic>${condition('current.Price__c', 'GreaterThan', literal('numberValue', 2, 'rightValue'))}`,
      ),
    );
    assert.deepEqual(outputs(byCondition.start('Filter', { all: records(byCondition) })), { kept: ['c'] });
    const byFormula = org(
      'Filter',
      body(
        '<conditionLogic>formula_evaluates_to_true</conditionLogic><formula>ISBLANK({!current.Price__c}) || {!current.Name} = "b"</formula>',
      ),
    );
    assert.deepEqual(outputs(byFormula.start('Filter', { all: records(byFormula) })), { kept: ['b', 'a'] });
  });

  it('sort in place, blanks where they are wanted, and cut', () => {
    const flow = org(
      'Sort',
      startAt('Order') +
        toys('all', IN + OUT + LIST) +
        '<collectionProcessors><name>Order</name><label>x</label><collectionProcessorType>SortCollectionProcessor</collectionProcessorType><collectionReference>all</collectionReference><limit>2</limit><sortOptions><doesPutEmptyStringAndNullFirst>true</doesPutEmptyStringAndNullFirst><sortField>Price__c</sortField><sortOrder>Desc</sortOrder></sortOptions></collectionProcessors>',
    );
    assert.deepEqual(outputs(flow.start('Sort', { all: records(flow) })), { all: ['a', 'c'] });
  });
});

describe('Subflow', () => {
  const CHILD = flowFile(
    'Double_It',
    startAt('Set') +
      variable('n', 'Number', IN) +
      variable('twice', 'Number', OUT) +
      '<formulas><name>doubled</name><dataType>Number</dataType><expression>{!n} * 2</expression><scale>1</scale></formulas>' +
      assign('Set', [['twice', 'Assign', reference('doubled')]]),
  );

  it('takes inputs and gives outputs, by assignment or under its name', () => {
    const flow = org(
      'Parent',
      startAt('Call') +
        variable('direct', 'Number', OUT) +
        variable('named', 'Number', OUT) +
        `<subflows><name>Call</name><label>x</label>${next('After')}<flowName>Double_It</flowName><inputAssignments><name>n</name>${literal('numberValue', 2.25)}</inputAssignments><outputAssignments><assignToReference>direct</assignToReference><name>twice</name></outputAssignments></subflows>` +
        '<formulas><name>plus</name><dataType>Number</dataType><expression>{!Call.twice} + 1</expression></formulas>' +
        assign('After', [['named', 'Assign', reference('plus')]]),
      CHILD,
    );
    assert.deepEqual(outputs(flow.start('Parent')), { direct: 4.5, named: 5.5 });
  });
});

describe('values', () => {
  it('read in texts as people write them', () => {
    const flow = org(
      'Tell',
      startAt('Set') +
        variable('text', 'String', OUT) +
        variable('at', 'DateTime', literal('dateTimeValue', '2026-01-31T10:05:00.000Z')) +
        '<constants><name>rate</name><dataType>Number</dataType><value><numberValue>2.50</numberValue></value></constants>' +
        '<textTemplates><name>letter</name><text>Dear {!$Flow.CurrentDate}, at {!at} it is {!rate} or {!missing}.</text></textTemplates>' +
        variable('missing', 'String') +
        assign('Set', [['text', 'Assign', reference('letter')]]),
    );
    assert.deepEqual(flow.start('Tell'), {
      text: 'Dear March 2, 2026, at January 31, 2026 11:05 AM it is 2.5 or .',
    });
  });

  it('become what the variable holds, or a fault', () => {
    const flow = org(
      'Mix',
      startAt('Set') +
        variable('day', 'Date', OUT) +
        variable('number', 'Number', OUT) +
        variable('text', 'String', IN) +
        assign('Set', [
          ['day', 'Assign', reference('$Flow.CurrentDateTime')],
          ['number', 'Assign', reference('text')],
        ]),
    );
    assert.deepEqual(outputs(flow.start('Mix', { text: '7' })), { day: '2026-03-02', number: 7 });
    assert.throws(() => flow.start('Mix', { text: 'seven' }), /tried to assign seven to number/);
    assert.throws(() => flow.start('Mix', { other: 1 }), /there is no input variable other/);
  });

  it('set fields on creation from what they are', () => {
    const flow = org(
      'Make',
      startAt('Make') +
        variable('id', 'String', OUT) +
        `<recordCreates><name>Make</name><label>x</label><assignRecordIdToReference>id</assignRecordIdToReference>${setField('Name', literal('numberValue', 12))}${setField('Made__c', reference('$Flow.CurrentDate'))}${setField('Price__c', literal('stringValue', '3.5'))}<object>Toy__c</object></recordCreates>`,
    );
    const toy = flow.get('Toy__c', flow.start('Make').id as string);
    assert.deepEqual(
      [toy.get('Name'), String(toy.get('Made__c')), String(toy.get('Price__c'))],
      ['12', '2026-03-02', '3.50'],
    );
  });
});
