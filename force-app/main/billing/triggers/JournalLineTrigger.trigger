trigger JournalLineTrigger on JournalLine__c(before insert, before update, before delete) {
  TriggerDispatcher.run();
}
