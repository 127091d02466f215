trigger JournalEntryTrigger on JournalEntry__c(before update, before delete) {
  TriggerDispatcher.run();
}
