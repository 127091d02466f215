/** What a person reaches by Apex in user mode: tried in anonymous blocks, which end with an exception and so leave nothing. */
import type { Connection } from 'jsforce';
import type { Fixtures } from './fixtures.ts';
import { isRefused, type Reach } from './reach.ts';
import { objectTable } from './table.ts';

/** So many objects that the queries of their triggers stay below the limit of a transaction. */
const CHUNK = 6;

const TRY_OBJECTS = `
  Map<String, Map<String, String>> codes = new Map<String, Map<String, String>>();
  for (String name : names) {
    Map<String, String> attempts = new Map<String, String>();
    codes.put(name, attempts);
    SObjectType type = Schema.getGlobalDescribe().get(name);
    Id recordId = ids.get(name);
    try {
      List<SObject> rows = Database.query('SELECT Id FROM ' + name + ' WHERE Id = :recordId', AccessLevel.USER_MODE);
      attempts.put('R', rows.isEmpty() ? 'NOT_FOUND' : '');
    } catch (QueryException e) { attempts.put('R', 'NOT_FOUND'); }
    for (String letter : new List<String>{'C', 'E', 'D'}) {
      List<Database.Error> errors;
      try {
        if (letter == 'C') { errors = Database.insert(type.newSObject(), false, AccessLevel.USER_MODE).getErrors(); }
        if (letter == 'E') { errors = Database.update(type.newSObject(recordId), false, AccessLevel.USER_MODE).getErrors(); }
        if (letter == 'D') { errors = Database.delete(recordId, false, AccessLevel.USER_MODE).getErrors(); }
        attempts.put(letter, errors.isEmpty() ? '' : errors[0].getStatusCode().name());
      } catch (DmlException e) { attempts.put(letter, e.getDmlType(0).name()); }
      catch (SecurityException e) { attempts.put(letter, 'INSUFFICIENT_ACCESS'); }
    }
  }
  throw new IllegalArgumentException(JSON.serialize(codes));`;

const DESCRIBE_FIELDS = `
  Map<String, String> letters = new Map<String, String>();
  for (String name : names) {
    DescribeSObjectResult described = Schema.getGlobalDescribe().get(name).getDescribe();
    for (SObjectField field : described.fields.getMap().values()) {
      DescribeFieldResult fieldDescribed = field.getDescribe();
      if (!fieldDescribed.isCustom() || !described.isAccessible() || !fieldDescribed.isAccessible()) continue;
      Boolean isEditable = described.isUpdateable() && fieldDescribed.isUpdateable();
      letters.put(name + '.' + fieldDescribed.getName(), isEditable ? 'e' : 'r');
    }
  }
  throw new IllegalArgumentException(JSON.serialize(letters));`;

export async function reachByApex(connection: Connection, fixtures: Fixtures): Promise<Reach> {
  const reach = new Map<string, ReadonlySet<string>>();
  // What hangs on others comes after them in the table, and is to be deleted before them.
  const objects = [...objectTable.keys()].reverse();
  for (let start = 0; start < objects.length; start += CHUNK) {
    const codes = await run<Record<string, Record<string, string>>>(
      connection,
      objects.slice(start, start + CHUNK),
      fixtures,
      TRY_OBJECTS,
    );
    for (const [object, attempts] of Object.entries(codes)) {
      const reached = Object.keys(attempts).filter((letter) => !isRefused(attempts[letter]));
      reach.set(object, new Set(reached));
    }
  }
  return reach;
}

/** `e` or `r` of each field that Apex says may be read. */
export async function fieldsByApex(
  connection: Connection,
  objects: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  return run(connection, objects, new Map(), DESCRIBE_FIELDS);
}

async function run<Result>(
  connection: Connection,
  objects: readonly string[],
  fixtures: Fixtures,
  body: string,
): Promise<Result> {
  const names = objects.map((object) => `'${object}'`).join(', ');
  const ids = objects.flatMap((object) => (fixtures.has(object) ? [`'${object}' => '${fixtures.get(object)}'`] : []));
  const answer = await connection.tooling.executeAnonymous(`
    List<String> names = new List<String>{ ${names} };
    Map<String, Id> ids = new Map<String, Id>{ ${ids.join(', ')} };
    ${body}`);
  const [, json] = /^System\.IllegalArgumentException: (.*)$/s.exec(answer.exceptionMessage ?? '') ?? [];
  if (json === undefined) throw new Error(`The block failed: ${JSON.stringify(answer)}`);
  return JSON.parse(json) as Result;
}
