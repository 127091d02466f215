/** Change Data Capture in tests ("Test Change Event Triggers", Change Data Capture Developer Guide). */
import { test } from 'node:test';
import { passesInOrg } from '../apex/library/test-support/run-in-org.ts';

const files = {
  'objects/Shelf__c/Shelf__c.object-meta.xml':
    '<CustomObject><label>Shelf</label><pluralLabel>Shelves</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel></CustomObject>',
  'triggers/ShelfChanges.trigger': `trigger ShelfChanges on Shelf__ChangeEvent (after insert) {
    for (Shelf__ChangeEvent event : Trigger.new) {
      EventBus.ChangeEventHeader header = event.ChangeEventHeader;
      insert new Account(
        Name = header.changeType + ' ' + event.Name,
        Description = header.entityName + ' ' + header.getRecordIds()[0] + ' ' + header.changedFields.contains('Name')
      );
    }
  }`,
  'triggers/AccountChanges.trigger': `trigger AccountChanges on AccountChangeEvent (after insert) {
    for (AccountChangeEvent event : Trigger.new) {
      if (event.Phone != null) insert new Shelf__c(Name = event.ChangeEventHeader.changeType + ' ' + event.Name);
    }
  }`,
};

test('changes are published to tests that ask for it', () => {
  const tests = `@IsTest private class CaptureTest {
    @IsTest static void customObject() {
      Test.enableChangeDataCapture();
      Shelf__c shelf = new Shelf__c(Name = 'Top');
      insert shelf;
      Test.getEventBus().deliver();
      shelf.Name = 'Bottom';
      update shelf;
      Test.getEventBus().deliver();
      delete shelf;
      Test.getEventBus().deliver();
      undelete shelf;
      Test.getEventBus().deliver();
      List<String> names = new List<String>();
      for (Account heard : [SELECT Name FROM Account ORDER BY Name]) names.add(heard.Name);
      Assert.areEqual(new List<String>{ 'CREATE Top', 'DELETE null', 'UNDELETE Bottom', 'UPDATE Bottom' }, names);
      Assert.areEqual('Shelf__c ' + shelf.Id + ' true', [SELECT Description FROM Account WHERE Name LIKE 'UPDATE%'].Description);
    }
    @IsTest static void standardObject() {
      Test.enableChangeDataCapture();
      Test.startTest();
      insert new Account(Name = 'Firm', Phone = '1');
      Test.stopTest();
      Assert.areEqual('CREATE Firm', [SELECT Name FROM Shelf__c].Name);
    }
    @IsTest static void onlyWhenItIsAskedFor() {
      Test.startTest();
      insert new Shelf__c(Name = 'Top');
      Test.stopTest();
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
    }
    @IsTest static void eventsAreMadeForTests() {
      AccountChangeEvent event = new AccountChangeEvent(Name = 'A', ChangeEventHeader = new EventBus.ChangeEventHeader());
      event.ChangeEventHeader.changeType = 'CREATE';
      Assert.areEqual('CREATE', ((EventBus.ChangeEventHeader) event.get('ChangeEventHeader')).changeType);
    }
  }`;
  passesInOrg([tests], files);
});
