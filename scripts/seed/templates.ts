/** Project templates with their plans, requests and billing arrangements. */
import type { Connection } from 'jsforce';
import { mondayOf } from './dates.ts';
import { templates, type TemplateSeed } from './firm/templates.ts';
import { idOf, named, type Ids, type Organisation } from './organisation.ts';
import { insertAll, queryAll } from './records.ts';
import type { DemoUserIds } from './users.ts';

interface ScheduledTask {
  readonly Id: string;
  readonly StartDate__c: string;
  readonly EndDate__c: string;
}

export async function seedTemplates(
  connection: Connection,
  organisation: Organisation,
  users: DemoUserIds,
  today: string,
): Promise<Ids> {
  const start = mondayOf(today);
  const ids = await insertAll(
    connection,
    'Project__c',
    templates.map((template) => ({
      Name: template.name,
      IsTemplate__c: true,
      Status__c: 'Draft',
      CurrencyCode__c: 'USD',
      Practice__c: idOf(organisation.practices, template.practice),
      ProjectManager__c: users.get('pm'),
      Calendar__c: idOf(organisation.calendars, 'United States'),
      StartDate__c: start,
    })),
  );
  const projectIds = named(
    templates.map((template) => template.name),
    ids,
  );
  for (const template of templates)
    await seedTemplate(connection, template, idOf(projectIds, template.name), organisation);
  return projectIds;
}

async function seedTemplate(
  connection: Connection,
  template: TemplateSeed,
  project: string,
  organisation: Organisation,
): Promise<void> {
  const tasks = await seedTasks(connection, template, project);
  await insertAll(
    connection,
    'TaskDependency__c',
    template.tasks.flatMap((task) =>
      (task.after ?? []).map((link) => ({
        Predecessor__c: idOf(tasks, link.key),
        Successor__c: idOf(tasks, task.key),
        Type__c: link.type ?? 'FS',
        LagDays__c: link.lag ?? 0,
      })),
    ),
  );
  await seedRequests(connection, template, project, tasks, organisation);
  await insertAll(
    connection,
    'BillingArrangement__c',
    template.arrangements.map((arrangement) => ({
      Project__c: project,
      Name: arrangement.name,
      Type__c: arrangement.type,
      Amount__c: arrangement.amount,
      CapAmount__c: arrangement.cap,
      CapBehavior__c: arrangement.type === 'Capped T&M' ? 'Notify' : undefined,
      IsDefault__c: arrangement.isDefault ?? false,
      TermsDays__c: 30,
    })),
  );
}

/** Phases first, since tasks name them as parents. */
async function seedTasks(connection: Connection, template: TemplateSeed, project: string): Promise<Ids> {
  const record = (key: string, parent?: string) => {
    const index = template.tasks.findIndex((task) => task.key === key);
    const task = template.tasks[index];
    return {
      Project__c: project,
      Name: task.name,
      Type__c: task.type,
      Status__c: 'Not Started',
      Parent__c: parent,
      Sequence__c: (index + 1) * 10,
      DurationDays__c: task.type === 'Phase' ? undefined : task.days,
      PlannedHours__c: task.type === 'Task' ? task.hours : undefined,
      ConstraintType__c: 'As Soon As Possible',
    };
  };
  const phases = template.tasks.filter((task) => task.type === 'Phase').map((task) => task.key);
  const others = template.tasks.filter((task) => task.type !== 'Phase');
  const phaseIds = named(
    phases,
    await insertAll(
      connection,
      'ProjectTask__c',
      phases.map((key) => record(key)),
    ),
  );
  const otherIds = await insertAll(
    connection,
    'ProjectTask__c',
    others.map((task) => record(task.key, task.parent === undefined ? undefined : idOf(phaseIds, task.parent))),
  );
  return new Map([
    ...phaseIds,
    ...named(
      others.map((task) => task.key),
      otherIds,
    ),
  ]);
}

/** A request runs from the start of its first task to the end of its last, as the saved plan schedules them. */
async function seedRequests(
  connection: Connection,
  template: TemplateSeed,
  project: string,
  tasks: Ids,
  organisation: Organisation,
): Promise<void> {
  const plan = await queryAll<ScheduledTask>(
    connection,
    `SELECT Id, StartDate__c, EndDate__c FROM ProjectTask__c WHERE Project__c = '${project}'`,
  );
  const scheduled = (key: string): ScheduledTask => {
    const row = plan.find((task) => task.Id === idOf(tasks, key));
    if (row?.StartDate__c === undefined) throw new Error(`Task "${key}" of "${template.name}" was not scheduled.`);
    return row;
  };
  const ids = await insertAll(
    connection,
    'ResourceRequest__c',
    template.requests.map((request) => ({
      Project__c: project,
      Role__c: idOf(organisation.roles, request.role),
      StartDate__c: scheduled(request.from).StartDate__c,
      EndDate__c: scheduled(request.to).EndDate__c,
      RequestedHours__c: request.hours,
      Status__c: 'Open',
      Task__c: request.from === request.to ? idOf(tasks, request.from) : undefined,
    })),
  );
  await insertAll(
    connection,
    'ResourceRequestSkill__c',
    template.requests.flatMap((request, index) =>
      request.skills.map(([skill, level, importance]) => ({
        ResourceRequest__c: ids[index],
        Skill__c: idOf(organisation.skills, skill),
        MinimumLevel__c: level,
        Importance__c: importance,
      })),
    ),
  );
}
