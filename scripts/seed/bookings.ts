/** Bookings beyond those that winning made: the consultant who logs in is booked whomever the matching preferred. */
import type { Connection } from 'jsforce';
import { insertAll, queryAll } from './records.ts';
import type { DemoUserIds } from './users.ts';

/** Projects that the demo's consultant works on, and for how many hours of a day each. */
const PROJECTS = 2;
const HOURS_PER_DAY = 3;

export async function bookConsultant(connection: Connection, users: DemoUserIds): Promise<void> {
  const [resource] = await queryAll<{ Id: string; Role__c: string }>(
    connection,
    `SELECT Id, Role__c FROM Resource__c WHERE User__c = '${users.get('consultant') ?? ''}'`,
  );
  if (resource === undefined) throw new Error('The demo makes no resource for its consultant.');
  const projects = await queryAll<{ Id: string; StartDate__c: string; EndDate__c: string }>(
    connection,
    'SELECT Id, StartDate__c, EndDate__c FROM Project__c WHERE IsTemplate__c = false AND EndDate__c != null ' +
      `ORDER BY EndDate__c DESC, Name LIMIT ${PROJECTS}`,
  );
  await insertAll(
    connection,
    'Assignment__c',
    projects.map((project) => ({
      Project__c: project.Id,
      Resource__c: resource.Id,
      Role__c: resource.Role__c,
      StartDate__c: project.StartDate__c,
      EndDate__c: project.EndDate__c,
      HoursPerDay__c: HOURS_PER_DAY,
      BookingType__c: 'Hard',
      Status__c: 'In Progress',
      IsBillable__c: true,
    })),
  );
}
