trigger TimeEntryTrigger on TimeEntry__c(before insert, before update, before delete, after insert, after update) {
  TriggerDispatcher.run();
}
