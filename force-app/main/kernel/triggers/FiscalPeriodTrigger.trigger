trigger FiscalPeriodTrigger on FiscalPeriod__c(before insert, before update) {
  TriggerDispatcher.run();
}
