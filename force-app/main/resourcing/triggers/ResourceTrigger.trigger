trigger ResourceTrigger on Resource__c(after insert, after update) {
  TriggerDispatcher.run();
}
