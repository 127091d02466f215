trigger FiscalPeriodTrigger on FiscalPeriod__c(before insert, before update, after update, before delete) {
  TriggerDispatcher.run();
}
