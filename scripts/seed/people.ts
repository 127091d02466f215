/** The firm's sixty resources with skills, time off and what their hours cost. */
import type { Connection } from 'jsforce';
import { addDays, mondayOf, yearOf } from './dates.ts';
import { offices, roles, type OfficeSeed, type RoleSeed } from './firm/organisation.ts';
import { names } from './firm/people.ts';
import { idOf, type Organisation } from './organisation.ts';
import type { Random } from './random.ts';
import { insertAll, type Fields } from './records.ts';
import { demoUsers, type DemoUserIds } from './users.ts';

interface Person {
  readonly name: string;
  readonly role: RoleSeed;
  readonly office: OfficeSeed;
  readonly practice: string;
  readonly userKey?: string;
  readonly contractor: boolean;
}

/** Demo users who also deliver: the persona and the role they are booked in. */
const DELIVERING_USERS = new Map([
  ['consultant', 'Consultant'],
  ['pm', 'Project Manager'],
]);

const PRACTICE_OF_ROLE = new Map([
  ['Data Engineer', ['Data & AI']],
  ['Technical Architect', ['Integration', 'Sales & Service']],
  ['Senior Developer', ['Integration', 'Commerce', 'Sales & Service']],
  ['Developer', ['Integration', 'Commerce', 'Sales & Service']],
  ['Engagement Director', ['Advisory']],
]);

const DEFAULT_PRACTICES = ['Sales & Service', 'Sales & Service', 'Commerce', 'Data & AI'];

export async function seedPeople(
  connection: Connection,
  organisation: Organisation,
  users: DemoUserIds,
  today: string,
  random: Random,
): Promise<void> {
  const people = firm(random);
  const ids = await insertAll(
    connection,
    'Resource__c',
    people.map((person) => ({
      Name: person.name,
      ResourceType__c: person.contractor ? 'Contractor' : 'Employee',
      Role__c: idOf(organisation.roles, person.role.name),
      Practice__c: idOf(organisation.practices, person.practice),
      Region__c: idOf(organisation.regions, person.office.region),
      Calendar__c: idOf(organisation.calendars, person.office.calendar),
      StartDate__c: `${yearOf(today) - random.integer(1, 6)}-${String(random.integer(1, 12)).padStart(2, '0')}-01`,
      IsActive__c: true,
      TargetUtilization__c: random.pick([70, 75, 80]),
      Manager__c: users.get('resourcing'),
      User__c: person.userKey === undefined ? undefined : users.get(person.userKey),
    })),
  );
  await insertAll(connection, 'ResourceSkill__c', skillRecords(people, ids, organisation, today, random));
  await insertAll(connection, 'CostRate__c', costRecords(people, ids, organisation, today, random));
  await insertAll(connection, 'TimeOff__c', timeOffRecords(ids, today, random));
}

/** Sixty people: as many of each role as the firm has, dealt over the offices. */
function firm(random: Random): Person[] {
  const seats = offices.flatMap((office) => Array<OfficeSeed>(office.people).fill(office));
  const order = random.sample(seats, seats.length);
  const usersLeft = new Map(DELIVERING_USERS);
  return roles
    .flatMap((role) => Array<RoleSeed>(role.people).fill(role))
    .map((role, index) => {
      const userKey = [...usersLeft].find(([, name]) => name === role.name)?.[0];
      if (userKey !== undefined) usersLeft.delete(userKey);
      const user = demoUsers.find((demo) => demo.key === userKey);
      return {
        name: user === undefined ? (names[index] ?? `Consultant ${index}`) : `${user.firstName} ${user.lastName}`,
        role,
        office: order[index] ?? seats[0],
        practice: random.pick(PRACTICE_OF_ROLE.get(role.name) ?? DEFAULT_PRACTICES),
        userKey,
        contractor: userKey === undefined && random.next() < 0.12,
      };
    });
}

/** Everyone has the role's first skill well, and most of its others at some level. */
function skillRecords(
  people: readonly Person[],
  ids: readonly string[],
  organisation: Organisation,
  today: string,
  random: Random,
): Fields[] {
  return people.flatMap((person, index) =>
    person.role.skills
      .filter((_, position) => position === 0 || random.next() < 0.8)
      .map((skill, position) => ({
        Resource__c: ids[index],
        Skill__c: idOf(organisation.skills, skill),
        Level__c: position === 0 ? random.integer(3, 5) : random.integer(2, 5),
        CertifiedUntil__c: random.next() < 0.25 ? addDays(today, random.integer(60, 700)) : undefined,
      })),
  );
}

/** A rate for each role, and an own one for contractors and for offices whose hours cost otherwise. */
function costRecords(
  people: readonly Person[],
  ids: readonly string[],
  organisation: Organisation,
  today: string,
  random: Random,
): Fields[] {
  const start = `${yearOf(today) - 2}-01-01`;
  const ofRoles = roles.map((role) => ({
    Role__c: idOf(organisation.roles, role.name),
    Rate__c: role.cost,
    StartDate__c: start,
  }));
  const ofPeople = people.flatMap((person, index) => {
    if (!person.contractor && person.office.costFactor === 1) return [];
    const rate = Math.round(
      person.role.cost * person.office.costFactor * (person.contractor ? 1.25 : 1) + random.integer(-2, 2),
    );
    return [{ Resource__c: ids[index], Rate__c: rate, StartDate__c: start }];
  });
  return [...ofRoles, ...ofPeople];
}

/** A week off for most people in the coming months, some of it not approved yet. */
function timeOffRecords(ids: readonly string[], today: string, random: Random): Fields[] {
  return ids
    .filter(() => random.next() < 0.7)
    .map((id) => {
      const start = addDays(mondayOf(today), 7 * random.integer(1, 20));
      return {
        Resource__c: id,
        StartDate__c: start,
        EndDate__c: addDays(start, random.pick([1, 4, 4, 11])),
        Status__c: random.next() < 0.85 ? 'Approved' : 'Requested',
      };
    });
}
