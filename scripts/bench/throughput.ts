/** Inserts and queries per second through REST and through Apex, one client at a time. */
import type { Connection } from 'jsforce';
import { insertAll } from '../seed/records.ts';
import { apexCost } from './apex-cost.ts';
import { perSecond, timed, type Figure } from './figures.ts';

const SINGLE = 300;
const BULK = 4000;
const APEX_INSERTS = 5000;
const APEX_QUERIES = 90;

export async function throughputFigures(connection: Connection): Promise<Figure[]> {
  const account = (index: number) => ({ Name: `Bench account ${index}` });
  const single = await timed(async () => {
    for (let index = 0; index < SINGLE; index++) await connection.sobject('Account').create(account(index));
  });
  const bulk = await timed(() =>
    insertAll(
      connection,
      'Account',
      Array.from({ length: BULK }, (_, i) => account(i)),
    ),
  );
  const queries = await timed(async () => {
    for (let index = 0; index < SINGLE; index++) await connection.query(oneAccount(index));
  });
  const inserts = await apexCost(
    connection,
    `List<Account> accounts = new List<Account>();
     for (Integer i = 0; i < ${APEX_INSERTS}; i++) { accounts.add(new Account(Name = 'Bench ' + i)); }`,
    'insert accounts;',
  );
  const apexQueries = await apexCost(
    connection,
    '',
    `for (Integer i = 0; i < ${APEX_QUERIES}; i++) {
       String name = 'Bench account ' + i;
       List<Account> found = [SELECT Id, Name FROM Account WHERE Name = :name LIMIT 1];
     }`,
  );
  return [
    { what: 'REST: inserts, one a request', value: perSecond(SINGLE, single) },
    { what: 'REST: inserts, 200 a request', value: perSecond(BULK, bulk) },
    { what: 'REST: queries', value: perSecond(SINGLE, queries) },
    { what: 'Apex: inserts, in one statement', value: perSecond(APEX_INSERTS, inserts.wall) },
    { what: 'Apex: queries', value: perSecond(APEX_QUERIES, apexQueries.wall) },
  ];
}

function oneAccount(index: number): string {
  return `SELECT Id, Name FROM Account WHERE Name = 'Bench account ${index}' LIMIT 1`;
}
