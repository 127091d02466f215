/** Lightning web components import values of the org and other components, and are offered on pages of objects. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundleSources } from '../lightning/build/bundle-sources.ts';
import type { BundleSource } from '../metadata/metadata.ts';
import type { LightningComponentBundleSource } from '../metadata/readers/code.ts';
import type { XmlElement } from '../metadata/xml.ts';
import type { Catalogue, Place } from './catalogue.ts';

type Bundle = BundleSource<LightningComponentBundleSource>;

const IMPORT = /@salesforce\/(\w+)\/([\w.$]+)|['"]c\/(\w+)['"]|<c-([\w-]+)/g;

export function checkComponents(catalogue: Catalogue): void {
  for (const bundle of catalogue.metadata.lwcBundles.values()) {
    for (const file of bundleSources(dirname(bundle.file))) {
      const lines = readFileSync(file, 'utf8').split('\n');
      lines.forEach((text, index) => {
        const place = { source: { file, line: index + 1 } };
        for (const [, kind, name, imported, tag] of text.matchAll(IMPORT)) {
          if (kind !== undefined) checkImport(catalogue, place, kind, name);
          const component = imported ?? (tag === undefined ? undefined : camelCase(tag));
          if (component !== undefined) {
            catalogue.component(place, 'Component', catalogue.metadata.lwcBundles, component);
          }
        }
      });
    }
    checkTargets(catalogue, bundle, bundle.meta.targetConfigs);
  }
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** "@salesforce Modules" in the Lightning Web Components Developer Guide. */
function checkImport(catalogue: Catalogue, place: Place, kind: string, name: string): void {
  const { metadata } = catalogue;
  const last = name.split('.').at(-1) ?? '';
  switch (kind) {
    case 'apex': {
      checkApex(catalogue, place, name);
      return;
    }
    case 'schema':
      if (name.includes('.')) catalogue.qualifiedField(place, name);
      else catalogue.object(place, name);
      return;
    case 'label': {
      catalogue.component(place, 'Label', metadata.labels, last);
      return;
    }
    case 'resourceUrl': {
      catalogue.component(place, 'Static resource', metadata.staticResources, name);
      return;
    }
    case 'customPermission': {
      catalogue.component(place, 'Custom permission', metadata.customPermissions, name);
      return;
    }
    case 'messageChannel': {
      catalogue.component(place, 'Message channel', metadata.messageChannels, name.replace(/__c$/, ''));
      return;
    }
  }
}

/** `Class.method`; a namespace may come before it. */
function checkApex(catalogue: Catalogue, place: Place, name: string): void {
  const [method = '', className = ''] = name.split('.').reverse();
  const source = catalogue.apexSource(className);
  if (source === undefined) {
    catalogue.missing(place, `Apex class ${className}`);
    return;
  }
  const declared = new RegExp(`@AuraEnabled[^;{}]*?\\b${method}\\s*\\(`, 'i');
  if (!declared.test(source)) catalogue.missing(place, `@AuraEnabled method ${name}`);
}

function checkTargets(catalogue: Catalogue, { file }: Bundle, configs: XmlElement | undefined): void {
  for (const element of configs === undefined ? [] : descendants(configs)) {
    const place = { source: { file, line: element.line } };
    if (element.name === 'object') catalogue.object(place, element.text.trim());
  }
}

function descendants(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => [child, ...descendants(child)]);
}
