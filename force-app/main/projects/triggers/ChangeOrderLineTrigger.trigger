trigger ChangeOrderLineTrigger on ChangeOrderLine__c(
  before insert,
  before update,
  after insert,
  after update,
  after delete,
  after undelete
) {
  TriggerDispatcher.run();
}
