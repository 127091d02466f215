trigger RetainerPeriodTrigger on RetainerPeriod__c(before insert, before update) {
  TriggerDispatcher.run();
}
