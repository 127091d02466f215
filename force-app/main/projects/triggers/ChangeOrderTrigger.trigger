trigger ChangeOrderTrigger on ChangeOrder__c(after insert) {
  TriggerDispatcher.run();
}
