/** Matching many requests against a large firm. */
import type { Connection } from 'jsforce';
import { makeProject } from '../e2e/support/studio.ts';
import { insertAll, queryAll } from '../seed/records.ts';
import { apexCost, costFigures } from './apex-cost.ts';
import type { Figure } from './figures.ts';

const RESOURCES = 500;
const REQUESTS = 20;

export async function matchingFigures(connection: Connection): Promise<Figure[]> {
  const roles = await queryAll<{ Id: string }>(connection, 'SELECT Id FROM Role__c ORDER BY Id');
  const skills = await queryAll<{ Id: string }>(connection, 'SELECT Id FROM Skill__c ORDER BY Id');
  const there = (await connection.query('SELECT COUNT() FROM Resource__c')).totalSize;
  const people = await insertAll(
    connection,
    'Resource__c',
    Array.from({ length: RESOURCES - there }, (_, index) => ({
      Name: `Bench person ${index}`,
      Role__c: roles[index % roles.length]?.Id,
      ResourceType__c: 'Employee',
      StartDate__c: '2020-01-01',
      IsActive__c: true,
    })),
  );
  await insertAll(
    connection,
    'ResourceSkill__c',
    people.flatMap((person, index) =>
      [0, 1].map((offset) => ({
        Resource__c: person,
        Skill__c: skills[(index + offset) % skills.length]?.Id,
        Level__c: 1 + (index % 5),
      })),
    ),
  );
  await requests(connection, roles, skills);
  const cost = await apexCost(
    connection,
    `List<StaffingNeed> needs = new List<StaffingNeed>();
     for (ResourceRequest__c request : [SELECT Id FROM ResourceRequest__c WHERE Project__r.Name = 'Bench matching']) {
       needs.add(RequestSelector.needOf(RequestSelector.byId(request.Id)));
     }`,
    `StaffingPool pool = StaffingPool.ofEverybody(needs);
     for (StaffingNeed need : needs) { pool.match(need); }`,
  );
  return costFigures(`${REQUESTS} requests against ${RESOURCES} people`, cost);
}

async function requests(
  connection: Connection,
  roles: readonly { Id: string }[],
  skills: readonly { Id: string }[],
): Promise<void> {
  const project = await makeProject(connection, 'Bench matching');
  const ids = await insertAll(
    connection,
    'ResourceRequest__c',
    Array.from({ length: REQUESTS }, (_, index) => ({
      Project__c: project,
      Role__c: roles[index % roles.length]?.Id,
      StartDate__c: '2035-06-04',
      EndDate__c: '2035-07-27',
      RequestedHours__c: 160,
      Status__c: 'Open',
    })),
  );
  await insertAll(
    connection,
    'ResourceRequestSkill__c',
    ids.map((ResourceRequest__c, index) => ({
      ResourceRequest__c,
      Skill__c: skills[index % skills.length]?.Id,
      MinimumLevel__c: 2,
      Importance__c: 'Desirable',
    })),
  );
}
