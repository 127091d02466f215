trigger ProjectIssueTrigger on ProjectIssue__c(after insert, after update, after delete, after undelete) {
  TriggerDispatcher.run();
}
