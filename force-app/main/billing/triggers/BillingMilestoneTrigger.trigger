trigger BillingMilestoneTrigger on BillingMilestone__c(
  before insert,
  after insert,
  before update,
  after update,
  before delete,
  after delete
) {
  TriggerDispatcher.run();
}
