trigger RevenueEntryTrigger on RevenueEntry__c(before insert, after insert, before update, before delete) {
  TriggerDispatcher.run();
}
