/** Forty opportunities in all stages; the won ones are won by saving them, and so become projects, most of which have begun. */
import type { Connection } from 'jsforce';
import { addDays, mondayOf } from './dates.ts';
import { clients } from './firm/clients.ts';
import { templates, type TemplateSeed } from './firm/templates.ts';
import { idOf, type Ids, type Organisation } from './organisation.ts';
import type { Random } from './random.ts';
import { insertAll, queryAll, updateAll } from './records.ts';
import type { DemoUserIds } from './users.ts';

/** How many opportunities stand in each stage when the demo opens. */
const STAGES: readonly (readonly [stage: string, count: number])[] = [
  ['Prospecting', 4],
  ['Qualification', 4],
  ['Needs Analysis', 4],
  ['Value Proposition', 3],
  ['Id. Decision Makers', 2],
  ['Perception Analysis', 2],
  ['Proposal/Price Quote', 4],
  ['Negotiation/Review', 3],
  ['Closed Won', 12],
  ['Closed Lost', 2],
];

/**
 * Of the first deals in these stages, how many weeks they start from now: they have just been won, and nobody works on them yet.
 * They start later than those still open, so that they take nobody from them.
 */
const WAITING: ReadonlyMap<string, number> = new Map([
  ['Prospecting', 20],
  ['Qualification', 22],
  ['Needs Analysis', 25],
]);

/** Stage in which people are asked for before the deal is won. */
const REQUESTING = 'Proposal/Price Quote';

interface Deal {
  readonly name: string;
  readonly client: string;
  readonly template: TemplateSeed;
  readonly stage: string;
  /** Day the services start. */
  readonly start: string;
  readonly close: string;
}

export async function seedOpportunities(
  connection: Connection,
  organisation: Organisation,
  accounts: Ids,
  templateIds: Ids,
  users: DemoUserIds,
  today: string,
  random: Random,
): Promise<void> {
  const deals = waiting(
    STAGES.flatMap(([stage, count]) => Array<string>(count).fill(stage)).map((stage, index) =>
      deal(stage, index, today, random),
    ),
    today,
  );
  const ids = await insertAll(
    connection,
    'Opportunity',
    deals.map((item) => ({
      Name: item.name,
      AccountId: idOf(accounts, item.client),
      // Won ones are won below, when their estimate is there.
      StageName: item.stage === 'Closed Won' ? 'Negotiation/Review' : item.stage,
      CloseDate: item.close,
      Amount: amountOf(item.template),
      Type: 'New Customer',
      ProjectTemplate__c: idOf(templateIds, item.template.name),
      ServicesStartDate__c: item.start,
      ProjectManager__c: users.get('pm'),
      OwnerId: users.get('sales'),
    })),
  );
  await insertAll(
    connection,
    'EstimateLine__c',
    deals.flatMap((item, index) =>
      item.template.requests.map((request, position) => ({
        Opportunity__c: ids[index],
        Role__c: idOf(organisation.roles, request.role),
        Hours__c: request.hours,
        StartOffsetDays__c: startOffset(position),
        DurationDays__c: workdays(request.hours),
        Description__c: `${request.role}, ${item.template.name}`,
      })),
    ),
  );
  await requestPeople(connection, organisation, deals, ids);
  const won = ids.filter((_, index) => deals[index]?.stage === 'Closed Won');
  await updateAll(
    connection,
    'Opportunity',
    won.map((Id) => ({ Id, StageName: 'Closed Won' })),
  );
  await startProjects(connection, today);
}

/** What likely deals will need: a request for each role of their estimate. */
async function requestPeople(
  connection: Connection,
  organisation: Organisation,
  deals: readonly Deal[],
  ids: readonly string[],
): Promise<void> {
  await insertAll(
    connection,
    'ResourceRequest__c',
    deals.flatMap(({ stage, template, start }, index) =>
      (stage === REQUESTING ? template.requests : []).map(({ role, hours }, position) => ({
        Opportunity__c: ids[index],
        Role__c: idOf(organisation.roles, role),
        RequestedHours__c: hours,
        StartDate__c: addDays(start, startOffset(position)),
        EndDate__c: addDays(start, startOffset(position) + Math.ceil((workdays(hours) * 7) / 5)),
      })),
    ),
  );
}

/** The roles of an estimate begin one after the other. */
function startOffset(position: number): number {
  return position * 5;
}

function workdays(hours: number): number {
  return Math.max(10, Math.ceil(hours / 6));
}

function deal(stage: string, index: number, today: string, random: Random): Deal {
  const client = clients[(index * 7) % clients.length];
  const template = templates[index % templates.length];
  const won = stage === 'Closed Won';
  const start = addDays(mondayOf(today), won ? -7 * random.integer(1, 5) : 7 * random.integer(3, 16));
  return {
    name: `${client.name} – ${template.name}`,
    client: client.name,
    template,
    stage,
    start,
    close:
      won || stage === 'Closed Lost'
        ? addDays(start < today ? start : today, -random.integer(3, 12))
        : addDays(start, -7),
  };
}

/** The same deals, one of each of some stages won and not begun. */
function waiting(deals: readonly Deal[], today: string): Deal[] {
  const first = new Map([...WAITING].map(([stage, weeks]) => [deals.find((one) => one.stage === stage), weeks]));
  return deals.map((item) => {
    const weeks = first.get(item);
    if (weeks === undefined) return item;
    return {
      ...item,
      stage: 'Closed Won',
      start: addDays(mondayOf(today), 7 * weeks),
      close: addDays(today, 18 - weeks),
    };
  });
}

/** A round price for the template's hours. */
function amountOf(template: TemplateSeed): number {
  const hours = template.requests.reduce((sum, request) => sum + request.hours, 0);
  return Math.round((hours * 195) / 1000) * 1000;
}

/** The won projects that have started are being worked on; how far they are follows from the time worked. */
async function startProjects(connection: Connection, today: string): Promise<void> {
  const projects = await queryAll<{ Id: string }>(
    connection,
    `SELECT Id FROM Project__c WHERE IsTemplate__c = false AND StartDate__c <= ${today}`,
  );
  await updateAll(
    connection,
    'Project__c',
    projects.map(({ Id }) => ({ Id, Status__c: 'In Progress' })),
  );
}
