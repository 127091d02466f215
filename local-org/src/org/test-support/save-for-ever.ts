/** A process that saves an account with ten contacts again and again, and says so after each commit, until it is killed. */
import { OpenOrg } from './open-org.ts';

const org = new OpenOrg({}, { database: process.argv[2] });
const save = `
  Account account = new Account(Name = 'Whole');
  insert account;
  List<Contact> contacts = new List<Contact>();
  for (Integer i = 0; i < 10; i++) contacts.add(new Contact(LastName = 'Part ' + i, AccountId = account.Id));
  insert contacts;`;
for (;;) {
  org.apex(save);
  process.stdout.write('saved\n');
}
