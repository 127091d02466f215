trigger ChangeOrderTrigger on ChangeOrder__c(after insert, after update) {
  TriggerDispatcher.run();
}
