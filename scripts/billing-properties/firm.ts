/** An org with Keelson in it, in this process, worked on by Apex and SOQL as an administrator who is also finance. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { runAnonymous } from '../../local-org/src/api/anonymous.ts';
import type { AnonymousResult } from '../../local-org/src/database/services.ts';
import { Org } from '../../local-org/src/org/org.ts';
import type { OrgCurrencies } from '../../local-org/src/schema/currencies.ts';
import type { SObject } from '../../local-org/src/schema/sobject.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

export class Firm {
  private readonly org: Org;

  private constructor(org: Org) {
    this.org = org;
  }

  /** New and empty but for one role, whose hour costs 133.33, and another at 27.50; in an org with several currencies when they are given. */
  static open(currencies?: OrgCurrencies): Firm {
    const firm = new Firm(
      Org.open({ projectRoots: [PROJECT], database: ':memory:', ...(currencies !== undefined && { currencies }) }),
    );
    firm.must(`
      for (PermissionSetGroup persona : [
        SELECT Id FROM PermissionSetGroup WHERE DeveloperName IN ('Finance', 'Administrator')
      ]) {
        insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetGroupId = persona.Id);
      }`);
    firm.must(`
      List<Role__c> roles = new List<Role__c>{ new Role__c(Name = 'Architect'), new Role__c(Name = 'Tester') };
      insert as system roles;
      RateCard__c card = new RateCard__c(
        Name = 'Standard', CurrencyCode__c = 'USD', StartDate__c = Date.newInstance(2025, 1, 1), IsActive__c = true);
      insert as system card;
      insert as system new List<RateCardLine__c>{
        new RateCardLine__c(RateCard__c = card.Id, Role__c = roles[0].Id, RateType__c = 'Standard', BillRate__c = 133.33),
        new RateCardLine__c(RateCard__c = card.Id, Role__c = roles[1].Id, RateType__c = 'Standard', BillRate__c = 27.50)
      };`);
    return firm;
  }

  /** Runs Apex in a transaction of its own. */
  run(source: string): AnonymousResult {
    const result = runAnonymous(this.org, this.org.administrator, source);
    this.org.drainAsync();
    return result;
  }

  /** Runs Apex that must succeed. */
  must(source: string): void {
    const result = this.run(source);
    assert.ok(result.success, `${result.compileProblem ?? result.exceptionMessage ?? ''}\n${source}`);
  }

  rows(soql: string): readonly SObject[] {
    const { query, administrator } = this.org;
    return this.org.transaction(administrator, (tx) => query.run(tx, soql, { mode: 'system', sharing: false }).records);
  }

  close(): void {
    this.org.close();
  }
}
