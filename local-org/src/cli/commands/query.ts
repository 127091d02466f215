/** `query`: SOQL, answered as a table, CSV or JSON. */
import { parseArgs } from 'node:util';
import type { ResultShape } from '../../database/services.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { FieldValue } from '../../schema/values/index.ts';
import { type Output, openOrg, orgOptions, UsageError, userOf } from '../command.ts';
import { type Grid, toCsv, toTable } from '../output/table.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export function query(args: readonly string[], output: Output): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...orgOptions, format: { type: 'string', default: 'table' }, 'all-rows': { type: 'boolean' } },
  });
  const [soql, ...folders] = positionals;
  if (soql === undefined) throw new UsageError('The query is missing');
  const org = openOrg(values, folders);
  try {
    const user = userOf(org, values);
    const allRows = values['all-rows'] === true;
    const result = org.transaction(user, (tx) => org.query.run(tx, soql, { mode: 'user', sharing: true, allRows }));
    const records = result.records.map((record) => toJson(record, result.shape));
    const count = `${result.totalSize} record${result.totalSize === 1 ? '' : 's'}`;
    if (values.format === 'json') output.print(JSON.stringify({ totalSize: result.totalSize, records }, null, 2));
    else if (values.format === 'csv') output.print(toCsv(gridOf(records, result.shape)).trimEnd());
    else if (values.format !== 'table') throw new UsageError(`There is no format ${values.format}`);
    else output.print(result.shape.names.length === 0 ? count : `${toTable(gridOf(records, result.shape))}\n${count}`);
    return 0;
  } finally {
    org.close();
  }
}

function toJson(record: SObject, shape: ResultShape): { [name: string]: Json } {
  return Object.fromEntries(
    shape.names.map((name): [string, Json] => {
      const parent = shape.parents.get(name);
      const children = shape.children.get(name);
      if (parent !== undefined) {
        const row = record.parents.get(name) ?? null;
        return [name, row === null ? null : toJson(row, parent)];
      }
      if (children !== undefined) return [name, (record.children.get(name) ?? []).map((row) => toJson(row, children))];
      return [name, valueJson(record.get(name))];
    }),
  );
}

function valueJson(value: FieldValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  return String(value);
}

/** A column for every field, of parents too (`Account.Name`); rows of children are shown as JSON. */
function gridOf(records: readonly { [name: string]: Json }[], shape: ResultShape): Grid {
  const columns = columnsOf(shape);
  return {
    columns,
    rows: records.map((record) => columns.map((column) => cellText(at(record, column.split('.'))))),
  };
}

function columnsOf(shape: ResultShape): string[] {
  return shape.names.flatMap((name) => {
    const parent = shape.parents.get(name);
    return parent === undefined ? [name] : columnsOf(parent).map((column) => `${name}.${column}`);
  });
}

function at(value: Json, names: readonly string[]): Json {
  const [name, ...rest] = names;
  if (name === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return at(value[name] ?? null, rest);
}

function cellText(value: Json): string | null {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
