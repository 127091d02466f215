trigger ChangeOrderLineTrigger on ChangeOrderLine__c(after insert, after update, after delete, after undelete) {
  TriggerDispatcher.run();
}
