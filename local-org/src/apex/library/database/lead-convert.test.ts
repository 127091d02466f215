import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

test('leads are converted', () => {
  passesInOrg([
    `
      @IsTest
      private class LeadConversionTest {
          private static Lead newLead() {
              Lead record = new Lead(FirstName = 'Ann', LastName = 'Ode', Company = 'Acme', City = 'Bern', Email = 'a@b.test', LeadSource = 'Web');
              insert record;
              return record;
          }
          private static Database.LeadConvert conversionOf(Lead record) {
              Database.LeadConvert conversion = new Database.LeadConvert();
              conversion.setLeadId(record.Id);
              conversion.setConvertedStatus([SELECT ApiName FROM LeadStatus WHERE IsConverted = TRUE LIMIT 1].ApiName);
              return conversion;
          }
          @IsTest
          static void makesThree() {
              Lead record = newLead();
              insert new Task(Subject = 'Call', WhoId = record.Id);
              Database.LeadConvertResult result = Database.convertLead(conversionOf(record));
              Assert.isTrue(result.isSuccess());
              Contact person = [SELECT Name, Email, LeadSource, MailingCity, Account.Name, Account.BillingCity FROM Contact WHERE Id = :result.getContactId()];
              Assert.areEqual('Ann Ode a@b.test Web Bern Acme Bern', String.join(new List<String>{person.Name, person.Email, person.LeadSource, person.MailingCity, person.Account.Name, person.Account.BillingCity}, ' '));
              Opportunity deal = [SELECT Name, AccountId, StageName, (SELECT ContactId, IsPrimary FROM OpportunityContactRoles) FROM Opportunity WHERE Id = :result.getOpportunityId()];
              Assert.areEqual('Acme', deal.Name);
              Assert.areEqual(result.getAccountId(), deal.AccountId);
              Assert.areEqual('Prospecting', deal.StageName);
              Assert.areEqual(person.Id, deal.OpportunityContactRoles[0].ContactId);
              Lead converted = [SELECT IsConverted, Status, ConvertedContactId FROM Lead];
              Assert.isTrue(converted.IsConverted);
              Assert.areEqual(person.Id, converted.ConvertedContactId);
              Task call = [SELECT WhoId, WhatId FROM Task];
              Assert.areEqual(person.Id, call.WhoId);
              Assert.areEqual(deal.Id, call.WhatId);
          }
          @IsTest
          static void fillsWhatIsEmpty() {
              Account existing = new Account(Name = 'There', BillingCity = 'Rome');
              insert existing;
              Database.LeadConvert conversion = conversionOf(newLead());
              conversion.setAccountId(existing.Id);
              conversion.setDoNotCreateOpportunity(true);
              Database.LeadConvertResult result = Database.convertLead(conversion, false);
              Assert.isTrue(result.isSuccess(), String.valueOf(result.getErrors()));
              Assert.areEqual(existing.Id, result.getAccountId());
              Assert.isNull(result.getOpportunityId());
              Account after = [SELECT Name, BillingCity FROM Account];
              Assert.areEqual('There Rome', after.Name + ' ' + after.BillingCity);
          }
          @IsTest
          static void refusesTwice() {
              Database.LeadConvert conversion = conversionOf(newLead());
              Database.convertLead(conversion);
              Database.LeadConvertResult again = Database.convertLead(conversion, false);
              Assert.areEqual(StatusCode.CANNOT_UPDATE_CONVERTED_LEAD, again.getErrors()[0].getStatusCode());
              Assert.areEqual(1, [SELECT COUNT() FROM Contact]);
              try {
                  Database.convertLead(conversion);
                  Assert.fail();
              } catch (DmlException e) {
                  Assert.isTrue(e.getMessage().startsWith('ConvertLead failed. First exception on row 0'));
              }
          }
      }
    `,
  ]);
});
