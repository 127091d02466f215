trigger ExpenseAllowanceTrigger on ExpenseAllowance__c(before insert, before update) {
  TriggerDispatcher.run();
}
