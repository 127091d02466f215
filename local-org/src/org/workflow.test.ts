import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withOrders } from './test-support/order-org.ts';

interface RuleFile {
  readonly trigger?: string;
  readonly criteria: string;
  readonly actions?: readonly string[];
  readonly type?: string;
  readonly active?: boolean;
  readonly more?: string;
}

function rule(
  name: string,
  { trigger = 'onAllChanges', criteria, actions = [], type, active, more = '' }: RuleFile,
): string {
  const list = actions.map(
    (action) => `<actions><name>${action}</name><type>${type ?? 'FieldUpdate'}</type></actions>`,
  );
  return (
    `<rules><fullName>${name}</fullName>${list.join('')}<active>${active ?? true}</active>${criteria}` +
    `<triggerType>${trigger}</triggerType>${more}</rules>`
  );
}

function update(name: string, elements: string, reevaluate = false): string {
  return (
    `<fieldUpdates><fullName>${name}</fullName>${elements}<name>${name}</name><notifyAssignee>false</notifyAssignee>` +
    `<protected>false</protected><reevaluateOnChange>${reevaluate}</reevaluateOnChange></fieldUpdates>`
  );
}

const formula = (text: string) => `<formula>${text}</formula>`;
const item = (field: string, operation: string, value: string) =>
  `<criteriaItems><field>Order__c.${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;
const count = update('Count', '<field>Count__c</field><formula>Count__c + 1</formula><operation>Formula</operation>');

describe('workflow rules', () => {
  test('fire when they are made, changed, or come to meet their criteria', () => {
    const criteria = item('Kind__c', 'equals', 'x');
    const fires = (trigger: string) => {
      let counts: unknown[] = [];
      withOrders({ processes: {}, workflow: count + rule('R', { trigger, criteria, actions: ['Count'] }) }, (org) => {
        const id = org.order({ Kind__c: 'x' });
        const read = () => org.read('Order__c', id, 'Count__c')[0];
        counts = [read()];
        for (const kind of ['x', 'y', 'x']) {
          org.update('Order__c', { Id: id, Kind__c: kind }, org.clerk);
          counts.push(read());
        }
      });
      return counts;
    };
    assert.deepEqual(fires('onCreateOnly'), [1, 1, 1, 1]);
    assert.deepEqual(fires('onAllChanges'), [1, 2, 2, 3]);
    assert.deepEqual(fires('onCreateOrTriggeringUpdate'), [1, 1, 1, 2]);
  });

  test('save the record again with its update triggers once more, and without validation rules', () => {
    const trigger = (event: string) =>
      `trigger T${event.replace(' ', '')} on Order__c (${event}) { System.debug('${event}'); }`;
    const events = ['before insert', 'after insert', 'before update', 'after update'];
    const files = Object.fromEntries(
      events.map((event) => [`triggers/T${event.replace(' ', '')}.trigger`, trigger(event)]),
    );
    const workflow = rule('R', { criteria: item('Kind__c', 'equals', 'strict'), actions: ['Set_Approved'] });
    withOrders({ processes: {}, workflow, files }, (org) => {
      const { debugLog, success } = org.apex(
        "insert new Order__c(Name = 'Pots', Kind__c = 'strict', Status__c = 'Draft');",
      );
      assert.equal(success, true);
      assert.deepEqual(
        [...debugLog.matchAll(/USER_DEBUG\|\[\d+\]\|DEBUG\|(.*)/g)].map((found) => found[1]),
        ['before insert', 'after insert', 'before update', 'after update'],
      );
      assert.deepEqual(org.query('SELECT Status__c FROM Order__c'), ['Approved']);
    });
  });

  test('triggers see the values from before the whole save as old', () => {
    const files = {
      'triggers/Old.trigger':
        "trigger Old on Order__c (after update) { System.debug(Trigger.old[0].Status__c + '>' + Trigger.new[0].Status__c); }",
    };
    const workflow = rule('R', { criteria: item('Kind__c', 'equals', 'go'), actions: ['Set_Approved'] });
    withOrders({ processes: {}, workflow, files }, (org) => {
      const id = org.order();
      const { debugLog } = org.apex(`update new Order__c(Id = '${id}', Kind__c = 'go', Status__c = 'Submitted');`);
      assert.deepEqual(
        [...debugLog.matchAll(/\|DEBUG\|(\w+>\w+)/g)].map((found) => found[1]),
        ['Draft>Submitted', 'Draft>Approved'],
      );
    });
  });

  test('are looked at again after a field update that asks for it, each once', () => {
    const workflow =
      count +
      update(
        'Submit',
        '<field>Status__c</field><literalValue>Submitted</literalValue><operation>Literal</operation>',
        true,
      ) +
      update('Next', '<field>Status__c</field><operation>NextValue</operation>') +
      rule('Second', { criteria: item('Status__c', 'equals', 'Submitted'), actions: ['Next', 'Count'] }) +
      rule('First', { criteria: item('Kind__c', 'startsWith', 'a,b'), actions: ['Submit'] });
    withOrders({ processes: {}, workflow }, (org) => {
      const id = org.order({ Kind__c: 'apple' });
      assert.deepEqual(org.read('Order__c', id, 'Status__c', 'Count__c'), ['Reviewed', 1]);
    });
  });

  test('of an object follow a field update of an approval only when it asks for them', () => {
    const counts = (reevaluate: boolean) => {
      const workflow =
        count +
        update(
          'Submit',
          '<field>Status__c</field><literalValue>Submitted</literalValue><operation>Literal</operation>',
          reevaluate,
        ) +
        rule('R', { criteria: formula('ISPICKVAL(Status__c, &quot;Submitted&quot;)'), actions: ['Count'] });
      let result: unknown;
      const process = {
        steps: [{ approvers: ['userHierarchyField:Manager'] }],
        actions: { initialSubmissionActions: ['Submit'] },
      };
      withOrders({ processes: { Review: process }, workflow }, (org) => {
        const id = org.order();
        org.submit(id);
        [result] = org.read('Order__c', id, 'Count__c');
      });
      return result;
    };
    assert.deepEqual([counts(true), counts(false)], [1, 0]);
  });

  test('set fields of the master, empty fields, owners and record types', () => {
    const people =
      update(
        'Give',
        '<field>OwnerId</field><lookupValue>other@example.com</lookupValue><lookupValueType>User</lookupValueType><operation>LookupValue</operation>',
      ) +
      update('Clear', '<field>Kind__c</field><operation>Null</operation>') +
      rule('R', { criteria: item('Amount__c', 'equals', ''), actions: ['Give', 'Clear'] });
    const files = {
      'workflows/Order_Item__c.workflow-meta.xml':
        '<Workflow>' +
        update(
          'Up',
          '<field>Kind__c</field><formula>&quot;of &quot; &amp; Name</formula><operation>Formula</operation><targetObject>Order__c</targetObject>',
        ) +
        rule('Item', { criteria: formula('true'), actions: ['Up'] }) +
        '</Workflow>',
    };
    withOrders({ processes: {}, workflow: people, files }, (org) => {
      const id = org.order({ Kind__c: 'x' });
      assert.deepEqual(org.read('Order__c', id, 'OwnerId', 'Kind__c'), [org.other.id, null]);
      org.update('Order__c', { Id: id, OwnerId: org.clerk.id });
    });
    withOrders({ processes: {}, files }, (org) => {
      const id = org.order();
      org.insert('Order_Item__c', { Name: 'Lid', Order__c: id }, org.clerk);
      assert.deepEqual(org.read('Order__c', id, 'Kind__c'), ['of Lid']);
    });
  });

  test('list at deploy what nothing acts on', () => {
    const more =
      '<workflowTimeTriggers><timeLength>1</timeLength><workflowTimeTriggerUnit>Days</workflowTimeTriggerUnit></workflowTimeTriggers>';
    const workflow =
      rule('Timed', { criteria: formula('true'), more }) + rule('Off', { criteria: formula('1 +'), active: false });
    withOrders(
      { processes: {}, workflow: workflow + rule('Wrong', { criteria: formula('Nope__c = 1') }) },
      ({ org }) => {
        assert.deepEqual(
          org.report.ignored.map(({ type }) => type).filter((type) => type.startsWith('Workflow')),
          ['WorkflowTimeTrigger'],
        );
        assert.deepEqual(
          org.report.problems.map(({ kind, message }) => [kind, message]),
          [['Process', 'Wrong: Field Nope__c does not exist. Check spelling.']],
        );
      },
    );
  });
});
