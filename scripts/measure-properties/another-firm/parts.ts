/** The parts of the firm, as they were in each month: one practice and one person have moved since. */
import { byId, text, type Raw, type Row } from '../recomputed/raw.ts';
import type { Part } from '../recomputed/shown.ts';

/** Data moves from Consulting to Engineering, in December. */
export const MOVED_PRACTICE = { name: 'Data', to: 'Engineering', from: 'Consulting', since: '2025-12-01' };
/** Fay moves from Engineering to Cloud, in January. */
export const MOVED_PERSON = { name: 'Fay', to: 'Cloud', from: 'Engineering', since: '2026-01-01' };

export function partsOf(raw: Raw): Part[] {
  const people = byId(raw.Resource__c);
  const projects = byId(raw.Project__c);
  const practices = byId(raw.Practice__c);
  const regions = byId(raw.Region__c);
  const practiceNamed = (name: string): string =>
    text(
      raw.Practice__c.find((row) => text(row, 'Name') === name),
      'Id',
    );
  const parentOf = (unit: Row | undefined, month: string): string =>
    text(unit, 'Name') === MOVED_PRACTICE.name && month < MOVED_PRACTICE.since
      ? practiceNamed(MOVED_PRACTICE.from)
      : text(unit, 'Parent__c');
  const isWithin = (units: ReadonlyMap<string, Row>, unit: string, above: string, month: string): boolean =>
    unit !== '' && (unit === above || isWithin(units, parentOf(units.get(unit), month), above, month));
  const practiceOf = (person: Row | undefined, month: string): string =>
    text(person, 'Name') === MOVED_PERSON.name && month < MOVED_PERSON.since
      ? practiceNamed(MOVED_PERSON.from)
      : text(person, 'Practice__c');
  return [
    { kind: 'Firm', id: '', hasPerson: () => true, hasProject: () => true },
    ...[...practices.keys()].map((id): Part => ({
      kind: 'Practice',
      id,
      hasPerson: (person, month) => isWithin(practices, practiceOf(people.get(person), month), id, month),
      hasProject: (project, month) => isWithin(practices, text(projects.get(project), 'Practice__c'), id, month),
    })),
    ...[...regions.keys()].map((id): Part => ({
      kind: 'Region',
      id,
      hasPerson: (person, month) => isWithin(regions, text(people.get(person), 'Region__c'), id, month),
      hasProject: (project, month) => isWithin(regions, text(projects.get(project), 'Region__c'), id, month),
    })),
    ...[...new Set(raw.Resource__c.map((row) => text(row, 'Role__c')))].map((id): Part => ({
      kind: 'Role',
      id,
      hasPerson: (person) => text(people.get(person), 'Role__c') === id,
      hasProject: null,
    })),
    ...[...new Set(raw.Project__c.map((row) => text(row, 'Account__c')).filter((id) => id !== ''))].map((id): Part => ({
      kind: 'Client',
      id,
      hasPerson: null,
      hasProject: (project) => text(projects.get(project), 'Account__c') === id,
    })),
  ];
}
