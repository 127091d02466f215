trigger EstimateLineTrigger on EstimateLine__c(
  before insert,
  before update,
  after insert,
  after update,
  after delete,
  after undelete
) {
  TriggerDispatcher.run();
}
