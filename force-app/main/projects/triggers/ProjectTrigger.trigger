trigger ProjectTrigger on Project__c(after insert, after update) {
  TriggerDispatcher.run();
}
