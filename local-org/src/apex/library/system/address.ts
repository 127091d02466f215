/** System.Address ("Address Class", Apex Reference Guide): what a compound address field holds. */
import { libraryClass, type Behaviour } from '../define.ts';
import { BeanValue, beanProperties } from '../support/bean.ts';

const PARTS = ['city', 'country', 'countryCode', 'geocodeAccuracy', 'postalCode', 'state', 'stateCode', 'street'];

function getter(name: string): [string, Behaviour] {
  const capitalized = name[0].toUpperCase() + name.slice(1);
  return [`String get${capitalized}()`, (self: BeanValue) => self.get(name)];
}

export const addressClass = libraryClass('System.Address', {
  'Address()': () => new BeanValue('System.Address'),
  ...beanProperties(...PARTS.map((name) => `String ${name}`)),
  ...Object.fromEntries(PARTS.map(getter)),
});
