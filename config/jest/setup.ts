import { registerSa11yMatcher } from '@sa11y/jest';

registerSa11yMatcher();

// jsdom has none; every browser has.
crypto.randomUUID ??= (): `${string}-${string}-${string}-${string}-${string}` => {
  const part = (): string => Math.random().toString(16).slice(2).padEnd(12, '0').slice(0, 12);
  return `${part().slice(0, 8)}-0000-4000-8000-${part()}`;
};
