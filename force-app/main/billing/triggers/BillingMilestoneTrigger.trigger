trigger BillingMilestoneTrigger on BillingMilestone__c(
  before insert,
  after insert,
  before update,
  after update,
  before delete
) {
  TriggerDispatcher.run();
}
