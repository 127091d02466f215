import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateBody } from '../../test-support/program.ts';
import { checkApex } from '../test-support/apex-table.ts';

const shapes = `public class Shapes {
  public enum Color { RED, GREEN }
  public virtual class Base { public String name; private Integer hidden = 7; public transient String secret = 's'; public static Integer count = 1; }
  public class Circle extends Base {
    public Decimal radius { get; set; }
    public Double weight;
    public Long big;
    public Color color;
    public Date born;
    public Datetime seen;
    public List<Circle> inner;
    public Map<String, Integer> tags;
    public Set<String> words;
    public Boolean flag;
    public Id recordId;
  }
}`;

test('values are serialised', () => {
  checkApex({
    'JSON.serialize(null)': 'null',
    "JSON.serialize('a\"b\\n\\u00e9')": '"a\\"b\\né"',
    'JSON.serialize(1.10)': '1.10',
    'JSON.serialize(2.0d)': '2.0',
    'JSON.serialize(5L)': '5',
    'JSON.serialize(Date.newInstance(2026, 1, 31))': '"2026-01-31"',
    'JSON.serialize(Datetime.newInstanceGmt(2026, 1, 31, 1, 2, 3))': '"2026-01-31T01:02:03.000Z"',
    "JSON.serialize(Blob.valueOf('hi'))": '"aGk="',
    'JSON.serialize(new Set<Integer>{1, 2})': '[1,2]',
    'JSON.serialize(new Map<Integer, Object>{1 => true, 2 => null})': '{"2":null,"1":true}',
    "JSON.serialize(new Account(Name = 'Acme', NumberOfEmployees = 3))":
      '{"attributes":{"type":"Account"},"Name":"Acme","NumberOfEmployees":3}',
    'JSON.serialize(new DmlException())': 'System.JSONException: Apex Type unsupported in JSON: System.DmlException',
  });
});

test('instances are serialised without static and transient fields', () => {
  const make = "Shapes.Circle c = new Shapes.Circle(); c.name = 'one'; c.radius = 1.50; c.color = Shapes.Color.GREEN;";
  assert.equal(
    evaluateBody(`${make} return JSON.serialize(c, true);`, shapes),
    '{"name":"one","hidden":7,"radius":1.50,"color":"GREEN"}',
  );
  assert.match(evaluateBody(`${make} return JSON.serialize(c);`, shapes), /"weight":null/);
});

test('pretty printing', () => {
  assert.equal(
    evaluateBody(
      "return JSON.serializePretty(new Map<String, Object>{'a' => new List<Integer>{1, 2}, 'b' => new Map<String, Object>(), 'c' => new List<Object>{new Map<String, Object>{'d' => 1}}});",
    ),
    '{\n  "c" : [ {\n    "d" : 1\n  } ],\n  "b" : { },\n  "a" : [ 1, 2 ]\n}',
  );
});

test('untyped values', () => {
  checkApex({
    '((Map<String, Object>) JSON.deserializeUntyped(\'{"a": [1, 2.50, "x", null, true, {}]}\')).get(\'a\')':
      '(1, 2.5, x, null, true, {})',
    "JSON.deserializeUntyped('3000000000') instanceof Long": 'true',
    "JSON.deserializeUntyped('1.5') instanceof Double": 'true',
    "(Decimal) JSON.deserializeUntyped('1.5')": '1.5',
    "JSON.deserializeUntyped('')": 'System.JSONException: No content to map to Object due to end of input',
    "JSON.deserializeUntyped('<a>')":
      "System.JSONException: Unexpected character ('<' (code 60)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:2]",
    "JSON.deserializeUntyped('{a: 1}')":
      "System.JSONException: Unexpected character ('a' (code 97)): was expecting double-quote to start field name at [line:1, column:3]",
    "JSON.deserializeUntyped('[1')":
      'System.JSONException: Unexpected end-of-input: expected close marker for ARRAY (from [line:1, column:1]) at [line:1, column:3]',
    'JSON.deserializeUntyped(\'{"a" 1}\')':
      "System.JSONException: Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value at [line:1, column:7]",
    'JSON.deserializeUntyped(null)': 'System.NullPointerException: Argument 1 cannot be null',
  });
});

test('typed values', () => {
  const json =
    '{"NAME":"n","radius":"1.50","weight":2,"big":9000000000,"color":"RED","born":"2026-01-31","seen":"2026-01-31T10:00:00Z","inner":[{"name":"i"}],"tags":{"a":1},"words":["x","x"],"flag":true,"unknown":{"x":[1]}}';
  const read = (expression: string): string =>
    evaluateBody(
      `Shapes.Circle c = (Shapes.Circle) JSON.deserialize('${json}', Shapes.Circle.class); return ${expression};`,
      shapes,
    );
  assert.equal(read('c.name'), 'n');
  assert.equal(read('c.radius'), '1.50');
  assert.equal(read('c.weight'), '2.0');
  assert.equal(read('c.big'), '9000000000');
  assert.equal(read('c.color == Shapes.Color.RED'), 'true');
  assert.equal(read('String.valueOf(c.born) + String.valueOfGmt(c.seen)'), '2026-01-312026-01-31 10:00:00');
  assert.equal(read('c.inner[0].name'), 'i');
  assert.equal(read("c.tags.get('a') + c.words.size()"), '2');
});

test('what does not fit the type', () => {
  const failure = (json: string, type: string, strict = ''): string =>
    evaluateBody(
      `try { return JSON.deserialize${strict}('${json}', ${type}.class); } catch (JSONException e) { return e.getMessage(); }`,
      shapes,
    );
  assert.equal(failure('{"first": 1}', 'Shapes.Base', 'Strict'), 'Unknown field: Shapes.Base.first');
  assert.equal(
    failure('{}', 'List<Shapes.Base>'),
    "Malformed JSON: Expected '[' at the beginning of List/Set at [line:1, column:2]",
  );
  assert.equal(
    failure('[]', 'Shapes.Base'),
    "Malformed JSON: Expected '{' at the beginning of object at [line:1, column:2]",
  );
  assert.match(failure('{"flag": "maybe"}', 'Shapes.Circle'), /^Illegal value for boolean: maybe at \[line:1/);
  assert.match(failure('{"big": "x"}', 'Shapes.Circle'), /^For input string: "x" at/);
  assert.match(
    failure('{"color": "PINK"}', 'Shapes.Circle'),
    /^The type Shapes.Color does not have an enum value PINK at/,
  );
  assert.equal(failure('{"nope": 1}', 'Account', 'Strict'), "No such column 'nope' on sobject of type Account");
});

test('records', () => {
  const json =
    '{"attributes":{"type":"Contact"},"LastName":"Doe","Account":{"attributes":{"type":"Account"},"Name":"Acme","AnnualRevenue":5},"Email":null}';
  const read = (expression: string): string =>
    evaluateBody(`Contact c = (Contact) JSON.deserialize('${json}', Contact.class); return ${expression};`);
  assert.equal(read('c.LastName + c.Account.Name + c.Account.AnnualRevenue'), 'DoeAcme5.0');
  assert.equal(read("c.isSet('Email')"), 'true');
  assert.equal(
    evaluateBody(`SObject s = (SObject) JSON.deserialize('${json}', SObject.class); return s.getSObjectType();`),
    'Contact',
  );
});

test('the generator', () => {
  const body = `JSONGenerator g = JSON.createGenerator(false);
    g.writeStartObject();
    g.writeStringField('s', 'x');
    g.writeNumberField('n', 1.50);
    g.writeFieldName('a');
    g.writeStartArray(); g.writeNumber(1); g.writeBoolean(true); g.writeNull(); g.writeEndArray();
    g.writeDateTimeField('d', Datetime.newInstanceGmt(2026, 1, 1, 0, 0, 0));
    g.writeObjectField('o', new Map<String, Integer>{'k' => 1});
    g.writeEndObject();
    return g.getAsString();`;
  assert.equal(evaluateBody(body), '{"s":"x","n":1.50,"a":[1,true,null],"d":"2026-01-01T00:00:00.000Z","o":{"k":1}}');
});

test('the parser', () => {
  const body = `JSONParser p = JSON.createParser('{"total": 3, "rows": [{"name": "a"}, {"name": "b"}], "last": "2026-01-31"}');
    String seen = '';
    while (p.nextToken() != null) {
      if (p.getCurrentToken() == JSONToken.FIELD_NAME && p.getText() == 'total') {
        p.nextToken();
        seen += p.getIntegerValue();
      } else if (p.getCurrentName() == 'rows' && p.getCurrentToken() == JSONToken.START_ARRAY) {
        while (p.nextToken() != JSONToken.END_ARRAY) {
          seen += ((Shapes.Base) p.readValueAs(Shapes.Base.class)).name;
        }
      } else if (p.getCurrentName() == 'last' && p.getCurrentToken() == JSONToken.VALUE_STRING) {
        seen += String.valueOf(p.getDateValue());
      }
    }
    return seen;`;
  assert.equal(evaluateBody(body, shapes), '3ab2026-01-31');
});

test('results of DML can be made from JSON', () => {
  const json =
    '{"success":false,"id":"001D000000Ju1zH","errors":[{"message":"No","statusCode":"DUPLICATE_VALUE","fields":["Name"]}]}';
  const body = `Database.SaveResult r = (Database.SaveResult) JSON.deserialize('${json}', Database.SaveResult.class);
    return '' + r.isSuccess() + r.getId() + r.getErrors()[0].getStatusCode() + r.getErrors()[0].getMessage() + JSON.serialize(r);`;
  assert.equal(
    evaluateBody(body),
    'false001D000000Ju1zHIARDUPLICATE_VALUENo{"id":"001D000000Ju1zHIAR","success":false,"errors":[{"message":"No","statusCode":"DUPLICATE_VALUE","fields":["Name"]}]}',
  );
});
