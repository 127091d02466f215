trigger ChangeOrderTrigger on ChangeOrder__c(before insert, before update, after insert, after update) {
  TriggerDispatcher.run();
}
