trigger ExpenseReportTrigger on ExpenseReport__c(before insert, before update, before delete, after update) {
  TriggerDispatcher.run();
}
