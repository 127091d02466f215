import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

const META = '<DataWeaveResource><content/><apiVersion>62.0</apiVersion><isGlobal>false</isGlobal></DataWeaveResource>';

function scripts(sources: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).flatMap(([name, source]) => [
      [`dw/${name}.dwl`, source],
      [`dw/${name}.dwl-meta.xml`, META],
    ]),
  );
}

const sources = scripts({
  greet: '%dw 2.0\n---\nlog("Hello")',
  divide: '%dw 2.0\noutput application/json\n---\n1/0',
  sheet: '%dw 2.0\noutput application/xlsx\n---\n1',
  rename: `%dw 2.0
    input rows application/csv separator=';'
    output application/json
    fun renamed(key: Key) = key match {
      case "first" -> "given"
      else -> (key)
    }
---
rows map (row) -> row mapObject (value, key) -> { (renamed(key)): upper(value) }`,
  contacts: `%dw 2.0
input people application/json
output application/apex
---
people filter ($.age >= 18) map (person) -> {
  LastName: person.name,
  Email: person.mail default "none@example.com"
} as Object {class: "Contact"}`,
  catalogue: `%dw 2.0
input books application/json
output application/xml
---
shelf: { (books map { book @(year: $.year): $.title ++ if ($.year > 2000) "!" else "" }) }`,
  moments: `%dw 2.0
input records application/java
output application/json
---
records map (record, index) -> {
  at: (record.CreatedDate >> "UTC") as String {format: "uuuu-MM-dd"},
  index: index * 2 - 1,
  plural: Strings::pluralize("box")
}`,
  matched: '%dw 2.0\noutput application/json\n---\n"a" matches /a/',
});

test('scripts turn texts into texts and records', () => {
  const tests = `@IsTest private class WeaveTest {
    private static String run(String name, Map<String, Object> inputs) {
      return DataWeave.Script.createScript(name).execute(inputs).getValueAsString();
    }
    @IsTest static void texts() {
      Assert.areEqual('"Hello"', new DataWeaveScriptResource.greet().execute(new Map<String, Object>()).getValueAsString());
      Assert.areEqual('[\\n  {\\n    "given": "ADA",\\n    "b,c": "X"\\n  }\\n]', run('rename', new Map<String, Object>{ 'rows' => 'first;b,c\\nAda;x' }));
      String books = run('catalogue', new Map<String, Object>{ 'books' => '[{"title": "A<B", "year": 1999}, {"title": "C", "year": 2001}]' });
      Assert.isTrue(books.contains('<book year="1999">A&lt;B</book>') && books.contains('<book year="2001">C!</book>'), books);
    }
    @IsTest static void values() {
      String people = '[{"name": "Old", "age": 30, "mail": "o@example.com"}, {"name": "Young", "age": 3}, {"name": "Mid", "age": 18}]';
      List<Contact> contacts = (List<Contact>) new DataWeaveScriptResource.contacts().execute(new Map<String, Object>{ 'people' => people }).getValue();
      Assert.areEqual(2, contacts.size());
      Assert.areEqual('none@example.com', contacts[1].Email);
      insert contacts;
      Map<String, Object> inputs = new Map<String, Object>{ 'records' => [SELECT CreatedDate FROM Contact] };
      List<Object> moments = (List<Object>) JSON.deserializeUntyped(run('moments', inputs));
      Map<String, Object> second = (Map<String, Object>) moments[1];
      Assert.areEqual(Datetime.now().formatGmt('yyyy-MM-dd'), second.get('at'));
      Assert.areEqual(1, second.get('index'));
      Assert.areEqual('boxes', second.get('plural'));
    }
    @IsTest static void errors() {
      for (String name : new List<String>{ 'divide', 'sheet', 'absent' }) {
        try {
          run(name, new Map<String, Object>());
          Assert.fail(name);
        } catch (DataWeaveScriptException e) {
          Assert.isTrue(e.getMessage().contains(name == 'divide' ? 'Division by zero' : name == 'sheet' ? 'application/xlsx' : 'absent'));
        }
      }
    }
  }`;
  passesInOrg([tests], sources);
});
