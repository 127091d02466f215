/** Icon and colour of an object. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './npm-package.ts';
import type { Metadata } from '../../metadata/metadata.ts';
import type { ObjectSchema } from '../../schema/model.ts';

export interface ThemeInfo {
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly iconUrl: string;
}

/** Objects whose SLDS icon is not their name in snake case. */
const ICON_NAMES: Readonly<Record<string, string>> = {
  OpportunityLineItem: 'product_item',
  PricebookEntry: 'pricebook',
  Order: 'orders',
  Quote: 'quotes',
  Group: 'groups',
  OpportunityContactRole: 'opportunity_contact_role',
};

/** `standard:account`, `custom:custom57`: custom objects take the icon of their tab. */
export function iconNameOf(metadata: Metadata, object: ObjectSchema): string {
  if (object.custom) return iconOfMotif(metadata.tabs.get(object.name)?.motif) ?? 'standard:record';
  const name =
    ICON_NAMES[object.name] ??
    object.name
      .replace(/\d+$/, '')
      .replace(/\B([A-Z])/g, '_$1')
      .toLowerCase();
  return existsSync(join(icons(), 'standard', `${name}.svg`)) ? `standard:${name}` : 'standard:record';
}

/** The icon of a tab's motif, e.g. `Custom57: Building Block`. */
export function iconOfMotif(motif: string | undefined): string | undefined {
  const number = /^Custom(\d+):/.exec(motif ?? '')?.[1];
  return number === undefined ? undefined : `custom:custom${number}`;
}

export function themeOf(metadata: Metadata, object: ObjectSchema): ThemeInfo {
  const [sprite, name] = iconNameOf(metadata, object).split(':') as [string, string];
  return {
    color: colours().get(`${sprite}-${name.replace(/_/g, '-')}`) ?? '939393',
    iconUrl: `/assets/icons/${sprite}/${name}.svg`,
  };
}

function icons(): string {
  return join(packageFolder('@salesforce-ux/design-system'), 'assets/icons');
}

let known: Map<string, string> | undefined;

/** Background colours by icon class, as the SLDS style sheet states them. */
function colours(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  const sheet = join(
    packageFolder('@salesforce-ux/design-system'),
    'assets/styles/salesforce-lightning-design-system.css',
  );
  const rule = /\.slds-icon-((?:standard|custom)-[\w-]+)\{\s*background-color:[^;]*?rgb\((\d+), (\d+), (\d+)\)/g;
  known = new Map();
  for (const [, icon, ...parts] of readFileSync(sheet, 'utf8').matchAll(rule)) {
    known.set(icon, parts.map((part) => Number(part).toString(16).padStart(2, '0')).join(''));
  }
  return known;
}
