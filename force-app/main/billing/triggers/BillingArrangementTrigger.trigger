trigger BillingArrangementTrigger on BillingArrangement__c(
  before insert,
  after insert,
  before update,
  after update,
  after delete
) {
  TriggerDispatcher.run();
}
