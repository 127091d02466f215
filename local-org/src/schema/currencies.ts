/**
 * The currencies of an org with several. Whether an org has several is decided when it is set up and never taken back
 * ("Implications of Enabling Multiple Currencies", Salesforce Help).
 */
import { makeField } from './field.ts';
import type { FieldSchema, ObjectSchema, Schema } from './model.ts';
import { OrgError } from './errors.ts';
import { Decimal } from './values/index.ts';

export const CURRENCY_FIELD = 'CurrencyIsoCode';

export interface OrgCurrencies {
  readonly corporate: string;
  /** How much of each currency one of the corporate currency buys; the corporate one is 1. */
  readonly rates: ReadonlyMap<string, Decimal>;
}

/** `USD,EUR=0.92,JPY=150`: the corporate currency, then the others with their rates. */
export function parseCurrencies(text: string): OrgCurrencies {
  const [corporate = '', ...others] = text.split(',').map((part) => part.trim());
  const rates = new Map([[checkedCode(corporate), Decimal.ONE]]);
  for (const other of others) {
    const [code = '', rate = ''] = other.split('=').map((part) => part.trim());
    if (!/^\d+(\.\d+)?$/.test(rate) || Number(rate) === 0) {
      throw new OrgError('INVALID_CURRENCY_CONVERSION_RATE', `${other}: a currency needs its rate, as in EUR=0.92`);
    }
    rates.set(checkedCode(code), Decimal.parse(rate));
  }
  return { corporate, rates };
}

function checkedCode(code: string): string {
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new OrgError('INVALID_CURRENCY_ISO', `${code === '' ? 'Nothing' : code} is no ISO code of a currency`);
}

/** Whether records have a currency of their own. */
export function hasSeveralCurrencies(schema: Schema): boolean {
  return schema.object('CurrencyType') !== undefined;
}

/** Whether amounts of this object's records are in the currency that each record names. */
export function hasCurrency(object: ObjectSchema): boolean {
  return object.field(CURRENCY_FIELD) !== undefined;
}

/** "ISO code for any currency allowed by the organization" ("CurrencyIsoCode" of each object, Object Reference). */
export function currencyField(object: string, { rates }: OrgCurrencies, name = CURRENCY_FIELD): FieldSchema {
  return makeField({
    object,
    name,
    label: name === CURRENCY_FIELD ? 'Currency ISO Code' : 'Default Currency ISO Code',
    type: 'picklist',
    length: 3,
    restrictedPicklist: true,
    picklistValues: [...rates.keys()].map((code) => ({
      value: code,
      label: currencyName(code),
      active: true,
      isDefault: false,
    })),
  });
}

function currencyName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'currency' }).of(code) ?? code;
}

/** Digits after the point that amounts of the currency have (ISO 4217). */
export function decimalPlaces(code: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits!;
}
