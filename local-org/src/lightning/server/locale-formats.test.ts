import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UserContext } from '../../database/services.ts';
import { localeFormats } from './locale-formats.ts';

function user(locale: string, language = 'en_US'): UserContext {
  return {
    id: '005',
    username: 'bear@example.com',
    name: 'Bear',
    email: 'bear@example.com',
    profileId: '00e',
    roleId: null,
    timeZone: 'Europe/Berlin',
    locale,
    language,
  };
}

describe('formats of a user', () => {
  it('are those of the United States for en_US', () => {
    const formats = localeFormats(user('en_US'), 'USD');
    assert.equal(formats.locale, 'en-US');
    assert.equal(formats.timeZone, 'Europe/Berlin');
    assert.equal(formats['dateTime.shortDateFormat'], 'M/d/yyyy');
    assert.equal(formats['dateTime.mediumDateFormat'], 'MMM d, yyyy');
    assert.equal(formats['dateTime.longDateFormat'], 'MMMM d, yyyy');
    assert.equal(formats['dateTime.shortTimeFormat'], 'h:mm a');
    assert.equal(formats['number.currencySymbol'], '$');
    assert.equal(formats.firstDayOfWeek, 1);
  });

  it('follow the locale, not the language', () => {
    const formats = localeFormats(user('de_DE'), 'EUR');
    assert.equal(formats.lang, 'en-US');
    assert.equal(formats['dateTime.shortDateFormat'], 'd.M.yyyy');
    assert.equal(formats['dateTime.shortTimeFormat'], 'HH:mm');
    assert.deepEqual([formats['number.groupingSeparator'], formats['number.decimalSeparator']], ['.', ',']);
    assert.equal(formats['number.currencySymbol'], '€');
    assert.equal(formats.firstDayOfWeek, 2);
  });

  it('know languages written from right to left', () => {
    assert.equal(localeFormats(user('ar_EG', 'ar'), 'USD').dir, 'rtl');
  });
});
