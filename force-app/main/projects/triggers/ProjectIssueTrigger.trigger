trigger ProjectIssueTrigger on ProjectIssue__c(after insert) {
  TriggerDispatcher.run();
}
