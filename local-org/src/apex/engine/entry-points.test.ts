import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataValue } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SObject } from '../../schema/sobject.ts';
import { Decimal } from '../../schema/values/index.ts';
import { testProject, testSchema, type TestProject } from '../test-support/program.ts';
import { describeAction, invokeAction } from './actions.ts';
import { callAuraMethod } from './aura.ts';
import { executeAnonymous } from './execute-anonymous.ts';
import { ApexFailure } from './failure.ts';
import { callRestResource } from './rest.ts';

const wrapped = `public class Greet {
  public class Request {
    @InvocableVariable(label='Who' required=true) public String name;
    @InvocableVariable public Integer times;
  }
  public class Result {
    @InvocableVariable public String text;
    @InvocableVariable public Decimal length;
  }
  @InvocableMethod(label='Greet people' description='Says hello')
  public static List<Result> greet(List<Request> requests) {
    List<Result> results = new List<Result>();
    for (Request request : requests) {
      Result result = new Result();
      result.text = 'Hello '.repeat(request.times == null ? 1 : request.times) + request.name;
      result.length = result.text.length();
      results.add(result);
    }
    return results;
  }
}`;

test('an action says what it takes and gives', () => {
  const { program } = testProject([wrapped]);
  assert.deepEqual(describeAction(program, 'greet'), {
    name: 'Greet',
    label: 'Greet people',
    description: 'Says hello',
    inputs: [
      { name: 'name', type: 'String', label: 'Who', required: true },
      { name: 'times', type: 'Integer', label: 'times', required: false },
    ],
    outputs: [
      { name: 'text', type: 'String', label: 'text', required: false },
      { name: 'length', type: 'Decimal', label: 'length', required: false },
    ],
  });
  assert.equal(describeAction(program, 'Nobody'), undefined);
});

test('an action is called once for all inputs', () => {
  const project = testProject([wrapped]);
  const inputs: { [name: string]: DataValue }[] = [{ name: 'Ann' }, { name: 'Bo', times: Decimal.of(2) }];
  const results = project.run((tx) => invokeAction(tx, project.program, 'Greet', inputs));
  assert.deepEqual(
    results.map(({ text, length }) => `${text as string} ${(length as Decimal).toString()}`),
    ['Hello Ann 9', 'Hello Hello Bo 14'],
  );
});

test('an action without wrapper classes', () => {
  const project = testProject([
    `public class Names {
      @InvocableMethod public static List<String> names(List<Account> accounts) {
        List<String> names = new List<String>();
        for (Account a : accounts) names.add(a.Name);
        return names;
      }
    }`,
  ]);
  const record = new SObject(testSchema.require('Account'), [['Name', 'Acme']]);
  const results = project.run((tx) => invokeAction(tx, project.program, 'Names', [{ accounts: record }]));
  assert.deepEqual(results, [{ output: 'Acme' }]);
});

const controller = `public with sharing class Controller {
  public class Line { @AuraEnabled public String name { get; set; } @AuraEnabled public Decimal amount; public String hidden; }
  @AuraEnabled(cacheable=true) public static List<Line> lines(List<Line> given, Date day, Integer more) {
    given[0].amount += more;
    given[0].name += day.year();
    given[0].hidden = 'x';
    return given;
  }
  @AuraEnabled public static Account save(Account record) { insert record; return record; }
  @AuraEnabled(cacheable=true) public static void write() { insert new Account(Name = 'A'); }
  @AuraEnabled public static void refuse() { throw new AuraHandledException('No'); }
  public static void notExposed() {}
}`;

function aura(method: string, args: Record<string, unknown>): unknown {
  const project = testProject([controller]);
  return project.run((tx) => callAuraMethod(tx, project.program, 'Controller', method, args));
}

test('Lightning calls convert JSON both ways, by the declared types', () => {
  const args = { given: [{ name: 'a', amount: 1.5 }], day: '2026-01-31', more: 2 };
  assert.deepEqual(aura('lines', args), [{ name: 'a2026', amount: 3.5 }]);
});

test('records cross with their fields', () => {
  const saved = aura('save', { record: { Name: 'Acme', AnnualRevenue: 2.5 } }) as Record<string, unknown>;
  assert.equal(saved['Name'], 'Acme');
  assert.equal(saved['AnnualRevenue'], 2.5);
  assert.match(String(saved['Id']), /^\w{18}$/);
});

test('a cacheable method may not write', () => {
  assert.throws(() => aura('write', {}), /System\.LimitException: Too many DML statements: 1/);
});

test('what a method refuses reaches the component in its own words', () => {
  assert.throws(
    () => aura('refuse', {}),
    (error) =>
      error instanceof ApexFailure &&
      error.exceptionType === 'System.AuraHandledException' &&
      error.exceptionMessage === 'No',
  );
});

test('only exposed methods can be called', () => {
  assert.throws(() => aura('notExposed', {}), /No @AuraEnabled method notExposed/);
});

function anonymous(project: TestProject, source: string) {
  return project.run((tx) => executeAnonymous(tx, project.program, source));
}

test('anonymous blocks may declare variables, methods and classes', () => {
  const project = testProject([]);
  const result = anonymous(
    project,
    `Integer total = 0;
     class Counter { Integer n = 2; }
     Integer twice(Integer n) { return 2 * n; }
     total = twice(new Counter().n);
     insert new Account(Name = 'Total ' + total);`,
  );
  assert.equal(result.success, true, result.compileProblem ?? result.exceptionMessage ?? '');
  assert.deepEqual(project.database.column('SELECT Name FROM Account'), ['Total 4']);
});

test('anonymous blocks that do not compile say where', () => {
  const result = anonymous(testProject([]), 'Integer i;\ni = true;');
  assert.deepEqual(
    [result.compiled, result.compileProblem, result.line, result.column],
    [false, 'Illegal assignment from Boolean to Integer', 2, 1],
  );
});

test('what a failing block has written is undone', () => {
  const project = testProject([]);
  const result = anonymous(project, "insert new Account(Name = 'A');\nString s;\ns.length();");
  assert.deepEqual(
    [result.compiled, result.success, result.exceptionMessage, result.exceptionStackTrace],
    [
      true,
      false,
      'System.NullPointerException: Attempt to de-reference a null object',
      'AnonymousBlock: line 3, column 1',
    ],
  );
  assert.deepEqual(project.database.column('SELECT Name FROM Account'), []);
});

const resource = `@RestResource(urlMapping='/things/*')
global class Things {
  global class Thing { public String name; public Integer size; }
  @HttpGet global static Thing find() {
    Thing found = new Thing();
    found.name = RestContext.request.requestURI.substringAfterLast('/');
    return found;
  }
  @HttpPost global static String make(String name, Thing like) { return name + like.size; }
  @HttpDelete global static void remove() { RestContext.response.statusCode = 204; }
}`;

function rest(tx: Transaction, project: TestProject, method: string, path: string, body = '') {
  const request = { method, path, headers: {}, params: {}, body: new TextEncoder().encode(body) };
  return callRestResource(tx, project.program, request);
}

test('Apex REST', () => {
  const project = testProject([resource]);
  const answer = (method: string, path: string, body?: string): string | undefined => {
    const response = project.run((tx) => rest(tx, project, method, path, body));
    return response === undefined ? undefined : `${response.status} ${new TextDecoder().decode(response.body)}`;
  };
  assert.equal(answer('GET', '/things/7'), '200 {"size":null,"name":"7"}');
  assert.equal(answer('POST', '/things/', '{"name":"a","like":{"size":3}}'), '200 "a3"');
  assert.equal(answer('DELETE', '/things/7'), '204 ');
  assert.equal(answer('GET', '/other'), undefined);
  assert.throws(() => answer('PUT', '/things/7'), /HTTP Method 'PUT' not allowed/);
  assert.throws(() => answer('POST', '/things/', '{"nmae":"a"}'), /Unexpected parameter/);
});
