trigger ContactTrigger on Contact(after update) {
  TriggerDispatcher.run();
}
