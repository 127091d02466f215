/** The demo firm as it stands at the head of its invoices. */
import type { Connection } from 'jsforce';
import { queryAll } from './records.ts';

const LETTERHEAD = {
  Name: 'Keelson Consulting',
  Street: '400 Harbor Street',
  City: 'Boston',
  State: 'MA',
  PostalCode: '02210',
  Country: 'United States',
  Phone: '+1 617 555 0142',
};

/** Fills in the company information. An org that says where its firm is keeps its own. */
export async function seedCompany(connection: Connection): Promise<void> {
  const [company] = await queryAll<{ Id: string; Street: string | null }>(
    connection,
    'SELECT Id, Street FROM Organization',
  );
  if (company === undefined || company.Street !== null) return;
  const result = await connection.sobject('Organization').update({ Id: company.Id, ...LETTERHEAD });
  if (!result.success) throw new Error(`The company information was refused: ${JSON.stringify(result.errors)}`);
}
