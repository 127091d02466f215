/** The demo firm, made through the public API alone: the same on a local org and on a real one. */
import type { Connection } from 'jsforce';
import { seedAccounts } from './accounts.ts';
import { bookConsultant } from './bookings.ts';
import { seedCompany } from './company.ts';
import { seedBacklog } from './history/backlog.ts';
import { seedHealth } from './history/health.ts';
import { seedHistory } from './history/history.ts';
import { seedMeasures } from './history/measures.ts';
import { seedOpportunities } from './opportunities.ts';
import { seedOrganisation } from './organisation.ts';
import { seedPeople } from './people.ts';
import { seededRandom } from './random.ts';
import { seedRates } from './rates.ts';
import { queryAll } from './records.ts';
import { StepTimes } from './step-times.ts';
import { seedTemplates } from './templates.ts';
import { ensureUsers, type DemoUserIds } from './users.ts';

export interface SeedOptions {
  /** ISO date around which the demo is made; records before it are history. */
  readonly today: string;
  /** Told what is being made. */
  readonly progress: (text: string) => void;
  /** Told, at the end, how long it took and which steps took most of that. */
  readonly summary?: (text: string) => void;
}

/** Any number; another one makes another firm of the same kind. */
const SEED = 20_261_121;

/** Makes the demo records. Throws when the org has resources already: two demo firms in one org help nobody. */
export async function seed(connection: Connection, options: SeedOptions): Promise<DemoUserIds> {
  const { today } = options;
  const times = new StepTimes();
  const progress = (step: string): void => {
    times.begin(step);
    options.progress(step);
  };
  const random = seededRandom(SEED);
  progress('users and personas');
  const users = await ensureUsers(connection);
  if ((await queryAll(connection, 'SELECT Id FROM Resource__c LIMIT 1')).length > 0) {
    throw new Error('This org has resources already; the demo data is for an org without any.');
  }
  await seedCompany(connection);
  progress('calendars, practices, regions, roles and skills');
  const organisation = await seedOrganisation(connection, users, today);
  progress('sixty consultants');
  await seedPeople(connection, organisation, users, today, random);
  progress('clients');
  const accounts = await seedAccounts(connection, users);
  progress('rate cards');
  await seedRates(connection, organisation, accounts, today);
  progress('project templates');
  const templates = await seedTemplates(connection, organisation, users, today);
  progress('opportunities and running projects');
  await seedOpportunities(connection, organisation, accounts, templates, users, today, random);
  await bookConsultant(connection, users);
  await seedHistory(connection, { organisation, accounts, users, today, random, progress });
  progress('how projects stood week by week');
  await seedHealth(connection, today);
  progress('measures');
  await seedMeasures(connection, today);
  await seedBacklog(connection, today);
  times.end();
  options.summary?.(String(times));
  return users;
}
