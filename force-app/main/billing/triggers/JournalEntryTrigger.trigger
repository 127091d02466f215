trigger JournalEntryTrigger on JournalEntry__c(before insert, before update, before delete) {
  TriggerDispatcher.run();
}
