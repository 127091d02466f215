/** Clients and the people there; the first of them gets the invoices. */
import type { Connection } from 'jsforce';
import { clients } from './firm/clients.ts';
import { named, type Ids } from './organisation.ts';
import { insertAll, updateAll } from './records.ts';
import type { DemoUserIds } from './users.ts';

export async function seedAccounts(connection: Connection, users: DemoUserIds): Promise<Ids> {
  const owner = users.get('sales');
  const ids = await insertAll(
    connection,
    'Account',
    clients.map((client) => ({
      Name: client.name,
      Industry: INDUSTRIES.get(client.industry) ?? client.industry,
      BillingCity: client.city,
      BillingCountry: client.country,
      NumberOfEmployees: client.employees,
      Type: 'Customer - Direct',
      OwnerId: owner,
    })),
  );
  const contacts = clients.flatMap((client, index) =>
    client.contacts.map(([first, last, title]) => ({
      AccountId: ids[index] ?? '',
      FirstName: first,
      LastName: last,
      Title: title,
      Email: `${plain(first)}.${plain(last)}@${plain(client.name)}.example`,
      OwnerId: owner,
    })),
  );
  const contactIds = await insertAll(connection, 'Contact', contacts);
  await updateAll(
    connection,
    'Account',
    ids.map((Id) => ({ Id, BillingContact__c: contactIds[contacts.findIndex(({ AccountId }) => AccountId === Id)] })),
  );
  return named(
    clients.map((client) => client.name),
    ids,
  );
}

/** The platform's standard industries, where a client's own word is another. */
const INDUSTRIES = new Map([
  ['Life Sciences', 'Biotechnology'],
  ['Aerospace', 'Manufacturing'],
  ['Legal', 'Consulting'],
  ['Real Estate', 'Other'],
]);

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
