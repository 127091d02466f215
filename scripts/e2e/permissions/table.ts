/** The committed tables of what each persona may do: the expectation, written from the requirements and not from the metadata. */
import { readFileSync } from 'node:fs';

export const GROUPS = [
  'SalesRep',
  'ProjectManager',
  'ResourceManager',
  'Consultant',
  'Finance',
  'Executive',
  'Administrator',
] as const;
export type Group = (typeof GROUPS)[number];

/**
 * Per object `C`, `R`, `E`, `D` in this order: create, read, edit, delete. A small letter reaches the records that are the
 * user's own or shared with the user, a capital one every record. Per field `e` for read and edit, `r` for read.
 */
export type Table = ReadonlyMap<string, Readonly<Record<Group, string>>>;

export const objectTable: Table = readTable('objects.csv');

/**
 * Fields that differ from their object. Every other one is read by whoever reads the object and edited by whoever creates or
 * edits it.
 */
export const fieldTable: Table = readTable('fields.csv');

function readTable(file: string): Table {
  const [header = '', ...lines] = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const [key = '', ...columns] = header.split(',');
  if (columns.join() !== [...GROUPS, 'why'].join()) throw new Error(`${file} has other columns: ${header}`);
  const table = new Map<string, Record<Group, string>>();
  for (const line of lines) {
    const cells = line.split(',');
    const name = cells[0] ?? '';
    if (cells.length !== columns.length + 1 || table.has(name)) throw new Error(`${file}, ${key} ${name}: ${line}`);
    table.set(
      name,
      Object.fromEntries(GROUPS.map((group, index) => [group, cells[index + 1] ?? ''])) as Record<Group, string>,
    );
  }
  return table;
}
