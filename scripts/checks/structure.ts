/** The direction of dependencies: between the package's features, and between the local org and the package. */
import path from 'node:path';
import { files, read, type Check, type Finding } from './check.ts';

/** Which features each feature may use, in `config/features.json`. */
type FeatureMap = Record<string, readonly string[]>;

export const featureDirection: Check = {
  name: 'Features depend in the documented direction',
  async run() {
    const allowed = JSON.parse(read('config/features.json')) as FeatureMap;
    const owners = componentOwners();
    const findings: Finding[] = [];
    for (const file of files('force-app/main/*/**/*.{cls,trigger,ts,html}', 'force-app/main/*/flows/*.flow-meta.xml')) {
      if (file.includes('__tests__')) continue;
      const feature = featureOf(file);
      const may = allowed[feature];
      if (may === undefined) {
        findings.push({ file, message: `feature ${feature} is not in config/features.json` });
        continue;
      }
      for (const [name, line] of names(file)) {
        const owner = owners.get(name);
        if (owner === undefined || owner === feature || may.includes(owner)) continue;
        findings.push({ file, line, message: `${feature} must not use ${name} of ${owner}` });
      }
    }
    return findings;
  },
};

/** The feature that owns each class and custom object, by name, and each component, as `c/name`. */
function componentOwners(): Map<string, string> {
  const owners = new Map<string, string>();
  for (const file of files('force-app/main/*/classes/**/*.cls'))
    owners.set(path.basename(file, '.cls'), featureOf(file));
  for (const file of files('force-app/main/*/objects/*/*.object-meta.xml')) {
    const name = path.basename(file, '.object-meta.xml');
    if (name.includes('__')) owners.set(name, featureOf(file));
  }
  for (const file of files('force-app/main/*/lwc/*/*.js-meta.xml')) {
    owners.set(`c/${path.basename(file, '.js-meta.xml')}`, featureOf(file));
  }
  return owners;
}

function featureOf(file: string): string {
  return file.split('/')[2] ?? '';
}

/** What a source refers to by name, and the line of each name's first use. */
function names(file: string): Map<string, number> {
  const isApex = /\.(cls|trigger)$/.test(file);
  const found = new Map<string, number>();
  const source = isApex ? withoutCommentsAndStrings(read(file)) : read(file);
  source.split('\n').forEach((text, index) => {
    for (const name of isApex ? (text.match(/\w+/g) ?? []) : referencesOf(text)) {
      if (!found.has(name)) found.set(name, index + 1);
    }
  });
  return found;
}

/** Components, Apex classes and objects that a line of a component or a flow refers to. */
function referencesOf(text: string): string[] {
  const imported = [...text.matchAll(/@salesforce\/apex\/(\w+)|'(c\/\w+)'|<actionName>(\w+)<|\b(\w+__(?:c|mdt|e))\b/g)];
  const tags = [...text.matchAll(/<c-([\w-]+)/g)].map((match) => `c/${camelCase(match[1] ?? '')}`);
  return [...imported.flatMap((match) => match.slice(1).filter((name) => name !== undefined)), ...tags];
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function withoutCommentsAndStrings(source: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, blank);
}

/** The local org is for any project: nothing in it names this package or one of its objects. */
export const localOrgIsNeutral: Check = {
  name: 'The local org names nothing of the package',
  async run() {
    const objects = files('force-app/main/*/objects/*/*.object-meta.xml')
      .map((file) => path.basename(file, '.object-meta.xml'))
      .filter((name) => /__(c|mdt|e)$/.test(name));
    const classes = files('force-app/main/**/*.cls').map((file) => path.basename(file, '.cls'));
    const words = new RegExp(`[Kk]eelson|\\b(?:${[...objects, ...classes.filter(isTelling)].join('|')})\\b`);
    const findings: Finding[] = [];
    for (const file of files('local-org/**/*.{ts,js,mjs,html,css,json,md,xml,cls,trigger}')) {
      read(file)
        .split('\n')
        .forEach((text, index) => {
          const word = words.exec(text)?.[0];
          if (word !== undefined) findings.push({ file, line: index + 1, message: `names ${word}` });
        });
    }
    return findings;
  },
};

/** Names of one or two words (Plan, TriggerContext) are everybody's; longer ones are this package's. */
function isTelling(name: string): boolean {
  return (name.match(/[A-Z]/g) ?? []).length > 2;
}
