trigger ChangeOrderLineTrigger on ChangeOrderLine__c(after insert) {
  TriggerDispatcher.run();
}
