trigger BillingArrangementTrigger on BillingArrangement__c(before insert, after insert, before update) {
  TriggerDispatcher.run();
}
