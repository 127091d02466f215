trigger ProjectTrigger on Project__c(before delete, after insert, after update) {
  TriggerDispatcher.run();
}
