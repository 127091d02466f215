/** Saving many records through the whole order of execution, and querying a large table. */
import { lookup, master, objectFiles, rollUp } from '../automation/test-support/metadata.ts';
import { OpenOrg } from '../org/test-support/open-org.ts';
import { SObject } from '../schema/sobject.ts';
import { Decimal } from '../schema/values/index.ts';
import { seconds, took, type Figure } from './figure.ts';

const INSERTS = 10_000;
const ROWS = 1_000_000;
const PARENTS = 1000;

const NUMBER = { type: 'Number', precision: 12, scale: 2 } as const;

const FILES: Record<string, string> = {
  ...objectFiles('Crate__c', {
    fields: { Weight__c: rollUp('sum', 'Piece__c.Crate__c', 'Weight__c'), Size__c: NUMBER },
  }),
  ...objectFiles('Piece__c', {
    definition:
      '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
    fields: { Crate__c: master('Crate__c', 'Pieces'), Weight__c: NUMBER, Note__c: { type: 'Text', length: 40 } },
    rules: { Positive: { condition: 'Weight__c &lt; 0', message: 'A piece weighs something' } },
  }),
  ...objectFiles('Scan__c', {
    fields: {
      Code__c: { type: 'Text', length: 20, externalId: true },
      Crate__c: lookup('Crate__c', 'Scans'),
      Weight__c: NUMBER,
      Heavy__c: { type: 'Checkbox', formula: 'Weight__c &gt; 999' },
    },
  }),
  'triggers/Pieces.trigger': `trigger Pieces on Piece__c (before insert, after insert) {
    Set<Id> crates = new Set<Id>();
    for (Piece__c piece : Trigger.new) { crates.add(piece.Crate__c); if (Trigger.isBefore) piece.Weight__c += 1; }
    if (Trigger.isAfter && [SELECT COUNT() FROM Crate__c WHERE Id IN :crates] == 0) { throw new QueryException('none'); }
  }`,
  'triggers/Pieces.trigger-meta.xml': '<ApexTrigger><apiVersion>66.0</apiVersion><status>Active</status></ApexTrigger>',
  'flows/Piece_Note.flow-meta.xml': `<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>66.0</apiVersion><label>Note pieces</label><processType>AutoLaunchedFlow</processType><status>Active</status>
    <assignments><name>Set_Note</name><label>Set note</label><locationX>0</locationX><locationY>0</locationY>
      <assignmentItems><assignToReference>$Record.Note__c</assignToReference><operator>Assign</operator>
        <value><stringValue>by flow</stringValue></value></assignmentItems></assignments>
    <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Set_Note</targetReference></connector>
      <object>Piece__c</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start>
  </Flow>`,
};

export function recordFigures(): Figure[] {
  const org = new OpenOrg(FILES);
  try {
    const crates = Array.from({ length: PARENTS }, (_, index) =>
      org.insert('Crate__c', { Name: `Crate ${index}`, Size__c: Decimal.of(index) }),
    );
    return [...savingFigures(org, crates), ...queryFigures(org, crates)];
  } finally {
    org.close();
  }
}

function savingFigures(org: OpenOrg, crates: readonly string[]): Figure[] {
  const source = `List<Crate__c> crates = [SELECT Id FROM Crate__c LIMIT 100];
    List<Piece__c> pieces = new List<Piece__c>();
    for (Integer i = 0; i < ${INSERTS}; i++) {
      pieces.add(new Piece__c(Name = 'Piece ' + i, Crate__c = crates[Math.mod(i, 100)].Id, Weight__c = 1));
    }
    insert pieces;`;
  const time = took(() => {
    const { success, exceptionMessage } = org.apex(source);
    if (!success) throw new Error(exceptionMessage ?? 'It failed');
  });
  const [weight] = org.query(`SELECT SUM(Weight__c) FROM Crate__c`);
  if (weight !== 2 * INSERTS || crates.length !== PARENTS) throw new Error(`The crates weigh ${String(weight)}`);
  return [{ what: '10,000 inserts with trigger, flow, rule and roll-up', value: seconds(time) }];
}

function queryFigures(org: OpenOrg, crates: readonly string[]): Figure[] {
  const object = org.org.schema.require('Scan__c');
  const { store } = org.org;
  const filling = took(() =>
    org.run(() => {
      for (let index = 0; index < ROWS; index++) {
        store.insertRow(
          new SObject(object, [
            ['Id', store.newId(object)],
            ['Name', `Scan ${index}`],
            ['OwnerId', org.user.id],
            ['Code__c', `C${index}`],
            ['Crate__c', crates[index % PARENTS]],
            ['Weight__c', Decimal.of(index % 1000)],
          ]),
        );
      }
    }),
  );
  const timed = (what: string, soql: string, wanted: number): Figure => {
    let found: unknown;
    org.query(soql);
    const time = took(() => (found = org.query(soql)[0]));
    if (found !== wanted) throw new Error(`${soql} answers ${String(found)}, not ${wanted}`);
    return { what, value: `${time.toFixed(1)} ms` };
  };
  return [
    { what: '1,000,000 rows written by the store', value: seconds(filling) },
    timed('  one of them by its external id', `SELECT COUNT(Id) FROM Scan__c WHERE Code__c = 'C77777'`, 1),
    timed(
      '  counted by a filter on the parent',
      `SELECT COUNT(Id) FROM Scan__c WHERE Crate__r.Size__c = 7`,
      ROWS / PARENTS,
    ),
    timed('  counted by a formula', `SELECT COUNT(Id) FROM Scan__c WHERE Heavy__c = TRUE`, 0),
    timed(
      '  counted by an indexed reference, a filter on the parent and a formula',
      `SELECT COUNT(Id) FROM Scan__c WHERE Crate__c = '${crates[7]}' AND Crate__r.Size__c = 7 AND Heavy__c = FALSE`,
      ROWS / PARENTS,
    ),
    timed(
      '  added up by parent',
      `SELECT SUM(Weight__c) FROM Scan__c GROUP BY Crate__c ORDER BY SUM(Weight__c) LIMIT 1`,
      0,
    ),
  ];
}
