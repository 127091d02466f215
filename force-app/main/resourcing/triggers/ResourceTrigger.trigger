trigger ResourceTrigger on Resource__c(before delete, after insert, after update) {
  TriggerDispatcher.run();
}
