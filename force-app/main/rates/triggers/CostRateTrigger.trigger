trigger CostRateTrigger on CostRate__c(before insert, before update) {
  TriggerDispatcher.run();
}
