/** Section 5: what an hour is billed at, by the most specific card that has a price for it. */
import type { Decimal } from 'decimal.js';
import { number, text, type Raw, type Row } from './raw.ts';

/** Card scopes, the first match wins; the card of a project itself comes before them. */
const SCOPES = ['Account__c', 'Region__c', 'Practice__c'] as const;

/** undefined when no card has one. Neither persons nor bookings of these firms have a price of their own. */
export function billRate(raw: Raw, project: Row, role: string, day: string): Decimal | undefined {
  const cards = raw.RateCard__c.filter(
    (card) =>
      card['IsActive__c'] === true &&
      text(card, 'CurrencyCode__c') === text(project, 'CurrencyCode__c') &&
      text(card, 'StartDate__c') <= day &&
      day <= (text(card, 'EndDate__c') || '9999'),
  ).sort((left, right) => text(right, 'StartDate__c').localeCompare(text(left, 'StartDate__c')));
  const levels = [
    ...SCOPES.map((scope) =>
      cards.filter((card) => text(project, scope) !== '' && text(card, scope) === text(project, scope)),
    ),
    cards.filter((card) => SCOPES.every((scope) => text(card, scope) === '')),
  ];
  for (const card of levels.flat()) {
    const line = raw.RateCardLine__c.find(
      (each) =>
        text(each, 'RateCard__c') === text(card, 'Id') &&
        text(each, 'Role__c') === role &&
        text(each, 'RateType__c') === 'Standard',
    );
    if (line !== undefined) return number(line, 'BillRate__c');
  }
  return undefined;
}

/** In the firm's currency: the person's own rate, else that of the role worked in; undefined when nobody knows. */
export function costRate(raw: Raw, person: Row, role: string, day: string): Decimal | undefined {
  for (const [field, id] of [
    ['Resource__c', text(person, 'Id')],
    ['Role__c', role],
  ] as const) {
    const rate = raw.CostRate__c.find(
      (row) =>
        text(row, field) === id && text(row, 'StartDate__c') <= day && day <= (text(row, 'EndDate__c') || '9999'),
    );
    if (rate !== undefined) return number(rate, 'Rate__c');
  }
  return undefined;
}
