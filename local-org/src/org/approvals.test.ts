import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProcessFile } from '../automation/test-support/approval-files.ts';
import { DmlError } from '../database/dml-error.ts';
import { Decimal } from '../schema/values/index.ts';
import { OrderOrg, withOrders } from './test-support/order-org.ts';

const MANAGER = 'userHierarchyField:Manager';
const review: ProcessFile = { steps: [{ approvers: [MANAGER] }] };

function fails(code: string, text = '') {
  return (error: unknown) => error instanceof DmlError && error.code === code && error.message.includes(text);
}

function item(field: string, operation: string, value: string): string {
  return `<criteriaItems><field>Order__c.${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;
}

describe('submitting', () => {
  const processOf = (org: OrderOrg, amount: number, kind = 'plain') => {
    const { instanceId } = org.submit(org.order({ Amount__c: Decimal.of(amount), Kind__c: kind }));
    const [id] = org.query(`SELECT ProcessDefinitionId FROM ProcessInstance WHERE Id = '${instanceId}'`);
    return org.query(`SELECT DeveloperName FROM ProcessDefinition WHERE Id = '${String(id)}'`)[0];
  };

  test('starts the first active process in order whose criteria and submitters fit', () => {
    const director = '<submitter>director@example.com</submitter><type>user</type>';
    withOrders(
      {
        processes: {
          Everything: { ...review, order: 4 },
          Small: { ...review, order: 3, criteria: item('Amount__c', 'lessThan', '100') },
          Of_Director: { ...review, order: 2, submitters: director },
          Inactive: { ...review, order: 1, active: false },
        },
      },
      (org) => assert.deepEqual([processOf(org, 50), processOf(org, 100)], ['Small', 'Everything']),
    );
  });

  test('criteria combine by a filter logic, or are a formula that knows the user and labels', () => {
    const logic = item('Amount__c', 'greaterOrEqual', '100') + item('Kind__c', 'equals', 'odd,even');
    withOrders(
      {
        processes: {
          Logic: { ...review, order: 1, criteria: `<booleanFilter>1 AND NOT 2</booleanFilter>${logic}` },
          Formula: {
            ...review,
            order: 2,
            criteria:
              '<formula>$User.Username = &quot;clerk@example.com&quot; &amp;&amp; Kind__c = $Label.Odd_Kind</formula>',
          },
          Rest: { ...review, order: 3 },
        },
        files: {
          'labels/CustomLabels.labels-meta.xml':
            '<CustomLabels><labels><fullName>Odd_Kind</fullName><language>en_US</language><protected>false</protected>' +
            '<shortDescription>Odd</shortDescription><value>odd</value></labels></CustomLabels>',
        },
      },
      (org) =>
        assert.deepEqual(
          [processOf(org, 100), processOf(org, 100, 'odd'), processOf(org, 1, 'odd'), processOf(org, 1, 'even')],
          ['Logic', 'Formula', 'Formula', 'Rest'],
        ),
    );
  });

  test('locks the record, takes the initial actions and asks the manager of the submitter', () => {
    withOrders({ processes: { Review: review } }, (org) => {
      const id = org.order();
      const result = org.submit(id, org.clerk, { comments: 'Please' });
      assert.deepEqual(
        { ...result, instanceId: '', newWorkitemIds: result.newWorkitemIds.length },
        {
          success: true,
          entityId: id,
          instanceId: '',
          instanceStatus: 'Pending',
          actorIds: [org.manager.id],
          newWorkitemIds: 1,
          errors: [],
        },
      );
      assert.deepEqual([org.status(id), org.locked(id)], ['Submitted', true]);
      assert.deepEqual(org.query('SELECT Comments FROM ProcessInstanceStep'), ['Please']);
    });
  });

  test('needs a process, a record that is in none, and an approver', () => {
    const criteria = item('Kind__c', 'notEqual', 'none');
    withOrders(
      {
        processes: {
          Review: { ...review, criteria, order: 1 },
          Chosen: { steps: [{ approvers: ['adhoc'] }], order: 9 },
        },
      },
      (org) => {
        const id = org.order();
        assert.throws(
          () => org.submit(id, org.other),
          fails('NO_APPLICABLE_PROCESS', 'No applicable approval process'),
        );
        const none = org.order({ Kind__c: 'none' });
        const named = { processDefinitionNameOrId: 'Review' };
        assert.throws(() => org.submit(none, org.clerk, named), fails('NO_APPLICABLE_PROCESS'));
        assert.equal(org.submit(none, org.clerk, { ...named, skipEntryCriteria: true }).success, true);
        org.submit(id);
        assert.throws(() => org.submit(id), fails('ALREADY_IN_PROCESS', 'Cannot submit object already in process.'));
        const chosen = { processDefinitionNameOrId: 'Chosen' };
        assert.throws(
          () => org.submit(org.order(), org.clerk, chosen),
          fails('REQUIRED_FIELD_MISSING', 'missing required field: [nextApproverIds]: [nextApproverIds]'),
        );
        const result = org.submit(org.order(), org.clerk, { ...chosen, nextApproverIds: [org.other.id] });
        assert.deepEqual(result.actorIds, [org.other.id]);
        const ofDirector = org.insert('Order__c', { Name: 'Pans' }, org.director);
        assert.throws(
          () => org.submit(ofDirector, org.director),
          fails('MANAGER_NOT_DEFINED', 'determined by the Manager field. This value is empty.'),
        );
        assert.deepEqual([org.locked(ofDirector), org.steps(ofDirector)], [false, []], 'nothing is left of it');
        assert.throws(() => org.submit('a0000000000zzzzAAA'), fails('INVALID_CROSS_REFERENCE_KEY'));
      },
    );
  });
});

describe('deciding', () => {
  test('two steps lead to the final approval, which unlocks the record after its actions', () => {
    withOrders(
      {
        processes: {
          Review: { steps: [{ approvers: [MANAGER], approved: ['Set_Reviewed'] }, { approvers: [MANAGER] }] },
        },
      },
      (org) => {
        const id = org.order();
        const [first] = org.submit(id).newWorkitemIds;
        const second = org.decide(first, 'Approve', org.manager, { comments: 'Fine' });
        assert.deepEqual([second.instanceStatus, second.actorIds], ['Pending', [org.director.id]]);
        assert.deepEqual([org.status(id), org.locked(id)], ['Reviewed', true]);
        const last = org.decide(second.newWorkitemIds[0], 'Approve', org.director);
        assert.deepEqual([last.instanceStatus, last.actorIds, last.newWorkitemIds], ['Approved', [], []]);
        assert.deepEqual([org.status(id), org.locked(id)], ['Approved', false]);
        assert.deepEqual(org.steps(id), ['Started', 'Approved', 'Approved']);
        assert.deepEqual(org.query('SELECT NodeStatus FROM ProcessInstanceNode ORDER BY Id'), ['Approved', 'Approved']);
        assert.deepEqual(org.query('SELECT Status FROM ProcessInstance WHERE CompletedDate != NULL'), ['Approved']);
        assert.equal(org.submit(id).success, true, 'the record can be submitted again');
      },
    );
  });

  test('only who was asked may answer, a delegate where the step lets them, and an administrator', () => {
    withOrders({ processes: { Review: { steps: [{ approvers: [MANAGER], delegate: true }] } } }, (org) => {
      const [workitem] = org.submit(org.order()).newWorkitemIds;
      for (const user of [org.clerk, org.other, org.director]) {
        assert.throws(
          () => org.decide(workitem, 'Approve', user),
          fails('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id'),
        );
      }
      org.update('User', { Id: org.manager.id, DelegatedApproverId: org.other.id });
      org.decide(workitem, 'Approve', org.other);
      assert.deepEqual(org.query("SELECT ActorId FROM ProcessInstanceStep WHERE StepStatus = 'Approved'"), [
        org.other.id,
      ]);
      assert.deepEqual(org.query("SELECT OriginalActorId FROM ProcessInstanceStep WHERE StepStatus = 'Approved'"), [
        org.manager.id,
      ]);
      const [another] = org.submit(org.order()).newWorkitemIds;
      assert.equal(org.decide(another, 'Reject', org.user).instanceStatus, 'Rejected');
    });
  });

  test('a step that does not let delegates answer', () => {
    withOrders({ processes: { Review: review } }, (org) => {
      org.update('User', { Id: org.manager.id, DelegatedApproverId: org.other.id });
      const [workitem] = org.submit(org.order()).newWorkitemIds;
      assert.throws(
        () => org.decide(workitem, 'Approve', org.other),
        fails('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'),
      );
    });
  });

  test('all of several approvers, or the first who answers', () => {
    const approvers = ['user:manager@example.com', 'user:other@example.com'];
    withOrders(
      {
        processes: {
          All: { order: 1, criteria: item('Kind__c', 'equals', 'all'), steps: [{ approvers, multiple: 'Unanimous' }] },
          First: { order: 2, steps: [{ approvers, multiple: 'FirstResponse' }] },
        },
      },
      (org) => {
        const unanimous = org.order({ Kind__c: 'all' });
        const [one, two] = org.submit(unanimous).newWorkitemIds;
        const half = org.decide(one, 'Approve', org.manager);
        assert.deepEqual([half.instanceStatus, half.actorIds], ['Pending', [org.other.id]]);
        assert.equal(org.decide(two, 'Approve', org.other).instanceStatus, 'Approved');

        const refused = org.order({ Kind__c: 'all' });
        const [, second] = org.submit(refused).newWorkitemIds;
        assert.equal(org.decide(second, 'Reject', org.other).instanceStatus, 'Rejected');
        assert.deepEqual(org.steps(refused), ['Started', 'Rejected', 'NoResponse']);

        const first = org.order();
        const [mine, others] = org.submit(first).newWorkitemIds;
        assert.equal(org.decide(mine, 'Approve', org.manager).instanceStatus, 'Approved');
        assert.throws(() => org.decide(others, 'Approve', org.other), fails('INVALID_CROSS_REFERENCE_KEY'));
        assert.deepEqual(org.steps(first), ['Started', 'Approved', 'NoResponse']);
      },
    );
  });

  test('members of a queue, and the user in a field of the record', () => {
    const queue =
      '<Queue><doesSendEmailToMembers>false</doesSendEmailToMembers><name>Desk</name>' +
      '<queueSobject><sobjectType>Order__c</sobjectType></queueSobject></Queue>';
    withOrders(
      {
        processes: {
          Review: { steps: [{ approvers: ['queue:Desk'] }, { approvers: ['relatedUserField:Approver__c'] }] },
        },
        files: { 'queues/Desk.queue-meta.xml': queue },
      },
      (org) => {
        const [group] = org.query("SELECT Id FROM Group WHERE Type = 'Queue'") as string[];
        org.insert('GroupMember', { GroupId: group, UserOrGroupId: org.other.id });
        const id = org.order({ Approver__c: org.director.id });
        const [first] = org.submit(id).newWorkitemIds;
        assert.throws(
          () => org.decide(first, 'Approve', org.manager),
          fails('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'),
        );
        const next = org.decide(first, 'Approve', org.other);
        assert.deepEqual(next.actorIds, [org.director.id]);

        const nobody = org.submit(org.order()).newWorkitemIds[0];
        assert.throws(
          () => org.decide(nobody, 'Approve', org.other),
          fails('MANAGER_NOT_DEFINED', 'the Approver field'),
        );
      },
    );
  });

  test('a rejection ends the process, or goes back to who approved before', () => {
    withOrders(
      {
        processes: {
          Review: {
            lockRejected: true,
            steps: [
              { approvers: [MANAGER], onReject: 'BackToPrevious' },
              { approvers: ['user:director@example.com'], onReject: 'BackToPrevious', rejected: ['Set_Draft'] },
            ],
          },
        },
      },
      (org) => {
        const id = org.order();
        const [first] = org.submit(id).newWorkitemIds;
        const second = org.decide(first, 'Approve', org.manager).newWorkitemIds[0];
        const back = org.decide(second, 'Reject', org.director, { comments: 'Again' });
        assert.deepEqual([back.instanceStatus, back.actorIds], ['Pending', [org.manager.id]]);
        assert.equal(org.status(id), 'Draft');
        const end = org.decide(back.newWorkitemIds[0], 'Reject', org.manager);
        assert.deepEqual([end.instanceStatus, org.status(id), org.locked(id)], ['Rejected', 'Rejected', true]);
      },
    );
  });

  test('steps that a record does not meet are skipped, or decide at once', () => {
    const criteria = item('Amount__c', 'greaterThan', '10');
    const last = { approvers: [MANAGER], criteria, otherwise: 'GotoNextStep' };
    withOrders(
      {
        processes: {
          Approves: {
            order: 1,
            criteria: item('Kind__c', 'equals', 'approve'),
            steps: [{ approvers: [MANAGER], criteria, otherwise: 'ApproveRecord' }],
          },
          Rejects: {
            order: 2,
            criteria: item('Kind__c', 'equals', 'reject'),
            steps: [{ approvers: [MANAGER], criteria, otherwise: 'RejectRecord' }],
          },
          Skips: { order: 3, steps: [last, { approvers: ['user:director@example.com'] }, last] },
        },
      },
      (org) => {
        const submit = (kind: string) => org.submit(org.order({ Kind__c: kind, Amount__c: Decimal.of(10) }));
        assert.deepEqual(
          [submit('approve'), submit('reject')].map((result) => [result.instanceStatus, org.status(result.entityId!)]),
          [
            ['Approved', 'Approved'],
            ['Rejected', 'Rejected'],
          ],
        );
        const skipped = submit('other');
        assert.deepEqual(skipped.actorIds, [org.director.id]);
        assert.equal(org.decide(skipped.newWorkitemIds[0], 'Approve', org.director).instanceStatus, 'Approved');
      },
    );
  });

  test('recall is for the submitter where the process allows it, and for administrators', () => {
    withOrders({ processes: { Review: { ...review, recall: true } } }, (org) => {
      const id = org.order();
      const [workitem] = org.submit(id).newWorkitemIds;
      assert.throws(
        () => org.decide(workitem, 'Removed', org.manager),
        fails('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'),
      );
      const result = org.decide(workitem, 'Removed', org.clerk, { comments: 'Oops' });
      assert.deepEqual([result.instanceStatus, org.status(id), org.locked(id)], ['Removed', 'Recalled', false]);
      assert.deepEqual(org.steps(id), ['Started', 'Removed']);
    });
    withOrders({ processes: { Review: review } }, (org) => {
      const [workitem] = org.submit(org.order()).newWorkitemIds;
      assert.throws(
        () => org.decide(workitem, 'Removed', org.clerk),
        fails('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'),
      );
      assert.equal(org.decide(workitem, 'Removed', org.user).instanceStatus, 'Removed');
    });
  });
});

describe('several requests', () => {
  test('their field updates are saved together; one that fails leaves the others alone', () => {
    const log =
      'trigger OrderTrigger on Order__c (before update) { for (Order__c o : Trigger.new) { o.Count__c = Trigger.size; ' +
      "if (o.Kind__c == 'bad') o.addError('Not this one'); } }";
    withOrders({ processes: { Review: review }, files: { 'triggers/OrderTrigger.trigger': log } }, (org) => {
      const ids = ['a', 'b', 'bad', 'c'].map((kind) => org.order({ Kind__c: kind }));
      const requests = ids.map((objectId) => ({ kind: 'submit', objectId }) as const);
      const results = org.run((tx) => org.org.approvals.process(tx, requests, false), org.clerk);
      assert.deepEqual(
        results.map(({ success }) => success),
        [true, true, false, true],
      );
      assert.deepEqual(results[2].errors[0].message, 'Not this one');
      assert.deepEqual(
        ids.map((id) => org.status(id)),
        ['Submitted', 'Submitted', 'Draft', 'Submitted'],
      );
      assert.deepEqual(org.read('Order__c', ids[0], 'Count__c'), [3]);
      assert.throws(
        () => org.run((tx) => org.org.approvals.process(tx, requests, true), org.clerk),
        fails('ALREADY_IN_PROCESS'),
      );
    });
  });

  test('validation rules do not hold up field updates', () => {
    withOrders({ processes: { Review: review } }, (org) => {
      const [workitem] = org.submit(org.order({ Kind__c: 'strict' })).newWorkitemIds;
      assert.equal(org.decide(workitem, 'Approve', org.manager).instanceStatus, 'Approved');
    });
  });
});

describe('locked records', () => {
  const locked = fails('ENTITY_IS_LOCKED', 'This record is locked. If you need to edit it, contact your admin.');

  test('neither they nor their details can be changed, whoever asks, except by administrators', () => {
    withOrders({ processes: { Review: review } }, (org) => {
      const id = org.order();
      const detail = org.insert('Order_Item__c', { Name: 'One', Order__c: id }, org.clerk);
      org.submit(id);
      for (const user of [org.clerk, org.manager]) {
        assert.throws(() => org.update('Order__c', { Id: id, Kind__c: 'x' }, user), locked);
      }
      assert.throws(() => org.delete(id, org.clerk), locked);
      assert.throws(() => org.update('Order_Item__c', { Id: detail, Name: 'Two' }, org.clerk), locked);
      assert.throws(() => org.insert('Order_Item__c', { Name: 'Three', Order__c: id }, org.clerk), locked);
      assert.throws(() => org.delete(detail, org.clerk), locked);
      org.update('Order__c', { Id: id, Kind__c: 'x' });
      org.update('Order_Item__c', { Id: detail, Name: 'Two' });
    });
  });

  test('the current approver may edit where the process says so', () => {
    withOrders({ processes: { Review: { ...review, editability: 'AdminOrCurrentApprover' } } }, (org) => {
      const id = org.order();
      org.submit(id);
      assert.throws(() => org.update('Order__c', { Id: id, Kind__c: 'x' }, org.other), locked);
      org.update('Order__c', { Id: id, Kind__c: 'x' }, org.manager);
    });
  });

  test('a record that was approved stays locked where the process says so', () => {
    withOrders({ processes: { Review: { ...review, lockApproved: true } } }, (org) => {
      const id = org.order();
      org.decide(org.submit(id).newWorkitemIds[0], 'Approve', org.manager);
      assert.throws(() => org.update('Order__c', { Id: id, Kind__c: 'x' }, org.manager), locked);
    });
  });
});
