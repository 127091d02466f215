/** People and projects to bench time and billing with, beside the demo firm's. */
import type { Connection } from 'jsforce';
import { insertAll, queryAll } from '../seed/records.ts';

/** A Monday with nothing on it, in an open accounting period or in none. */
export const BENCH_WEEK = '2036-06-02';

/** Consultants who are approved by the user of the connection. */
export async function makePeople(connection: Connection, name: string, count: number): Promise<string[]> {
  const [role] = await queryAll<{ Id: string }>(connection, 'SELECT Id FROM Role__c ORDER BY SortOrder__c LIMIT 1');
  const { user_id: manager } = await connection.identity();
  return insertAll(
    connection,
    'Resource__c',
    Array.from({ length: count }, (_, index) => ({
      Name: `${name} ${index}`,
      Role__c: role?.Id,
      ResourceType__c: 'Employee',
      StartDate__c: '2020-01-01',
      IsActive__c: true,
      Manager__c: manager,
    })),
  );
}

/** Projects that anybody may enter time on. */
export async function makeProjects(connection: Connection, name: string, count: number): Promise<string[]> {
  const [account] = await queryAll<{ Id: string }>(connection, 'SELECT Id FROM Account ORDER BY Name LIMIT 1');
  return insertAll(
    connection,
    'Project__c',
    Array.from({ length: count }, (_, index) => ({
      Name: `${name} ${index}`,
      Account__c: account?.Id,
      Status__c: 'In Progress',
      CurrencyCode__c: 'USD',
      TimePolicy__c: 'Anyone',
      StartDate__c: '2020-01-06',
    })),
  );
}

export async function billByTheHour(connection: Connection, projects: readonly string[]): Promise<void> {
  await insertAll(
    connection,
    'BillingArrangement__c',
    projects.map((Project__c) => ({
      Project__c,
      Name: 'Delivery',
      Type__c: 'Time and Materials',
      IsDefault__c: true,
      LineGrouping__c: 'Resource',
    })),
  );
}
