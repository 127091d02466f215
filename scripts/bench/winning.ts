/** What winning opportunities costs, one and two hundred in one save. */
import type { Connection } from 'jsforce';
import { insertAll, queryAll, updateAll } from '../seed/records.ts';
import { apexCost, costFigures } from './apex-cost.ts';
import { seconds, timed, type Figure } from './figures.ts';

const MANY = 200;

export async function winningFigures(connection: Connection): Promise<Figure[]> {
  const ids = await openOpportunities(connection, MANY);
  const figures: Figure[] = [];
  for (const count of [1, MANY]) {
    const cost = await apexCost(
      connection,
      `List<Opportunity> sales = [SELECT Id FROM Opportunity WHERE Name LIKE 'Bench %' ORDER BY Id LIMIT ${count}];
       for (Opportunity sale : sales) { sale.StageName = 'Closed Won'; }`,
      'update sales;',
    );
    const aims = { queries: '≤ 40' };
    figures.push(...costFigures(`${count} won in one save`, cost, aims));
  }
  const queued = "SELECT Id FROM Opportunity WHERE Name LIKE 'Bench %' AND HandoffStatus__c = 'Queued' LIMIT 1";
  const answered = await timed(() =>
    updateAll(
      connection,
      'Opportunity',
      ids.map((Id) => ({ Id, StageName: 'Closed Won' })),
    ),
  );
  const finished = await timed(async () => {
    while ((await queryAll(connection, queued)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  return [
    ...figures,
    { what: `${MANY} won in one REST request: answered`, value: seconds(answered) },
    { what: `${MANY} won in one REST request: all projects made`, value: seconds(answered + finished) },
  ];
}

/** With the demo's templates in turn, for its accounts in turn. */
async function openOpportunities(connection: Connection, count: number): Promise<string[]> {
  const accounts = await queryAll<{ Id: string }>(connection, 'SELECT Id FROM Account ORDER BY Id');
  const templates = await queryAll<{ Id: string }>(
    connection,
    'SELECT Id FROM Project__c WHERE IsTemplate__c = true ORDER BY Id',
  );
  return insertAll(
    connection,
    'Opportunity',
    Array.from({ length: count }, (_, index) => ({
      Name: `Bench ${index}`,
      AccountId: accounts[index % accounts.length]?.Id,
      ProjectTemplate__c: templates[index % templates.length]?.Id,
      StageName: 'Negotiation/Review',
      CloseDate: '2035-05-01',
      ServicesStartDate__c: '2035-06-04',
    })),
  );
}
