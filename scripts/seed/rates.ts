/** Rate cards: the default one, one for a region and one for a practice, and those that clients negotiated. */
import type { Connection } from 'jsforce';
import { yearOf } from './dates.ts';
import { clients } from './firm/clients.ts';
import { roles } from './firm/organisation.ts';
import { idOf, type Ids, type Organisation } from './organisation.ts';
import { insertAll, type Fields } from './records.ts';

interface CardSeed {
  readonly name: string;
  readonly scope: Fields;
  /** Role → rate; roles that are not in it have no line, so that the next card down decides. */
  readonly rates: ReadonlyMap<string, number>;
}

export async function seedRates(
  connection: Connection,
  organisation: Organisation,
  accounts: Ids,
  today: string,
): Promise<void> {
  const cards: CardSeed[] = [
    { name: 'Standard rates', scope: {}, rates: scaled(1) },
    { name: 'DACH rates', scope: { Region__c: idOf(organisation.regions, 'DACH') }, rates: scaled(1.05) },
    { name: 'Data & AI rates', scope: { Practice__c: idOf(organisation.practices, 'Data & AI') }, rates: scaled(1.1) },
    ...clients.flatMap((client) =>
      client.rateExceptions === undefined
        ? []
        : [
            {
              name: `${client.name} agreement`,
              scope: { Account__c: idOf(accounts, client.name) },
              rates: new Map(Object.entries(client.rateExceptions)),
            },
          ],
    ),
  ];
  const ids = await insertAll(
    connection,
    'RateCard__c',
    cards.map((card) => ({
      Name: card.name,
      CurrencyCode__c: 'USD',
      StartDate__c: `${yearOf(today) - 1}-01-01`,
      IsActive__c: true,
      ...card.scope,
    })),
  );
  const lines = cards.flatMap((card, index) =>
    [...card.rates].map(([role, rate]) => ({
      RateCard__c: ids[index],
      Role__c: idOf(organisation.roles, role),
      RateType__c: 'Standard',
      BillRate__c: rate,
    })),
  );
  const overtime = roles.map((role) => ({
    RateCard__c: ids[0],
    Role__c: idOf(organisation.roles, role.name),
    RateType__c: 'Overtime',
    BillRate__c: Math.round(role.bill * 1.5),
  }));
  await insertAll(connection, 'RateCardLine__c', [...lines, ...overtime]);
}

/** Every role's default rate times the factor, in whole dollars. */
function scaled(factor: number): Map<string, number> {
  return new Map(roles.map((role) => [role.name, Math.round(role.bill * factor)]));
}
