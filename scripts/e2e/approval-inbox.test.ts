/** Fifty weeks that wait for one project manager: what is unusual stands out, and all are approved in one go. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import { runApex } from '../seed/apex.ts';
import { addDays, mondayOf } from '../seed/dates.ts';
import { queryAll } from '../seed/records.ts';
import { Workplace } from './support/browser.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn, usernameFor } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const APPROVALS = '/lightning/n/Approvals';
const LAST_WEEK = addDays(mondayOf(new Date().toISOString().slice(0, 10)), -7);
const PEOPLE = 50;

/** Eight hours on each working day, but for three people: one works ten, one leaves out Friday, one works on what is used up. */
const WEEKS = `
  Date monday = Date.valueOf('${LAST_WEEK}');
  Id managerId = [SELECT Id FROM User WHERE Username = '${usernameFor('pm')}'].Id;
  Project__c usual = new Project__c(Name = 'Fifty');
  Project__c usedUp = new Project__c(Name = 'Used Up', BudgetHours__c = 1);
  for (Project__c project : new List<Project__c>{ usual, usedUp }) {
    project.ProjectManager__c = managerId;
    project.Status__c = 'In Progress';
    project.TimePolicy__c = 'Anyone';
    project.StartDate__c = monday.addDays(-28);
    project.CurrencyCode__c = 'USD';
  }
  insert as system new List<Project__c>{ usual, usedUp };
  Role__c role = new Role__c(Name = 'Consultant');
  insert as system role;
  List<Resource__c> people = new List<Resource__c>();
  for (Integer i = 1; i <= ${PEOPLE}; i++) {
    people.add(new Resource__c(
      Name = 'Person ' + String.valueOf(i).leftPad(2, '0'), ResourceType__c = 'Contractor', Manager__c = managerId,
      Role__c = role.Id, StartDate__c = monday.addDays(-28), IsActive__c = true));
  }
  insert as system people;
  List<Timesheet__c> sheets = new List<Timesheet__c>();
  for (Resource__c person : people) {
    sheets.add(new Timesheet__c(Resource__c = person.Id, WeekStart__c = monday));
  }
  insert as system sheets;
  List<TimeEntry__c> entries = new List<TimeEntry__c>();
  for (Integer i = 0; i < sheets.size(); i++) {
    for (Integer day = 0; day < (i == 1 ? 4 : 5); day++) {
      entries.add(new TimeEntry__c(
        Timesheet__c = sheets[i].Id, Project__c = i == 2 ? usedUp.Id : usual.Id, Date__c = monday.addDays(day),
        Minutes__c = i == 0 ? 600 : 480, IsBillable__c = false));
    }
  }
  insert as system entries;`;

const SUBMISSION = `
  List<Timesheet__c> sheets = [
    SELECT Resource__c, WeekStart__c, OwnerId FROM Timesheet__c WHERE Resource__r.Name LIKE 'Person %'];
  Map<Id, ApprovalRoute.Route> routes = TimesheetRoute.routesOf(sheets);
  List<Approval.ProcessSubmitRequest> requests = new List<Approval.ProcessSubmitRequest>();
  for (Timesheet__c sheet : sheets) {
    routes.get(sheet.Id).fill(sheet);
    Approval.ProcessSubmitRequest request = new Approval.ProcessSubmitRequest();
    request.setObjectId(sheet.Id);
    requests.add(request);
  }
  update as system sheets;
  Approval.process(requests);`;

describe('approval inbox', () => {
  const data = temporaryFolder('approval-inbox');
  let org: ServedOrg;
  let admin: Connection;
  let workplace: Workplace;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    admin = await logIn(org.url, 'admin');
    await runApex(
      admin,
      `insert new PermissionSetAssignment(
         AssigneeId = UserInfo.getUserId(), PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'TimeExpenseImport'].Id);`,
    );
    workplace = await Workplace.open(org.url);
    await runApex(admin, WEEKS);
    await runApex(admin, SUBMISSION);
  });
  after(async () => {
    await workplace.close();
    await org.stop();
    removeFolder(data);
  });

  const statuses = () =>
    queryAll<{ Status__c: string }>(admin, "SELECT Status__c FROM Timesheet__c WHERE Resource__r.Name LIKE 'Person %'");

  it('says of each week what is unusual', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('pm', APPROVALS);
      const flagsOf = (person: string) => page.getByRole('row', { name: new RegExp(person) }).locator('.flags');
      await flagsOf('Person 01').getByText('Over Capacity').waitFor();
      await flagsOf('Person 02').getByText('Missing Days').waitFor();
      await flagsOf('Person 03').getByText('Over Budget').waitFor();
      assert.equal(await page.getByRole('row', { name: /Person \d\d/ }).count(), PEOPLE);
      assert.equal((await flagsOf('Person 04').innerText()).trim(), '–', 'a usual week');
      await assertAccessible(page);
      await assertFits(page);
    }));

  it('approves all fifty in one go', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('pm', APPROVALS);
      await page.getByRole('row', { name: /Person 50/ }).waitFor();
      await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
      await page.getByRole('button', { name: /^Approve \d+$/ }).click();
      await page.getByText(/^\d+ timesheets were approved\.$/).waitFor({ timeout: 60_000 });
      assert.equal(await page.getByRole('row', { name: /Person \d\d/ }).count(), 0);
      assert.deepEqual(new Set((await statuses()).map((sheet) => sheet.Status__c)), new Set(['Approved']));
    }));
});
