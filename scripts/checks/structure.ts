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

/** The feature that owns each class, component and custom object. Names are lower-cased; components as `c-name` and `c/name`. */
function componentOwners(): Map<string, string> {
  const owners = new Map<string, string>();
  for (const file of files('force-app/main/*/classes/**/*.cls')) {
    owners.set(path.basename(file, '.cls').toLowerCase(), featureOf(file));
  }
  for (const file of files('force-app/main/*/objects/*/*.object-meta.xml')) {
    const name = path.basename(file, '.object-meta.xml');
    if (name.includes('__')) owners.set(name.toLowerCase(), featureOf(file));
  }
  for (const file of files('force-app/main/*/lwc/*/*.js-meta.xml')) {
    owners.set(`c/${path.basename(file, '.js-meta.xml').toLowerCase()}`, featureOf(file));
  }
  return owners;
}

function featureOf(file: string): string {
  return file.split('/')[2] ?? '';
}

/** Identifiers of a source and the line of each one's first use; comments and strings of Apex do not count. */
function names(file: string): Map<string, number> {
  const found = new Map<string, number>();
  const source = /\.(cls|trigger)$/.test(file) ? withoutCommentsAndStrings(read(file)) : read(file);
  source.split('\n').forEach((text, index) => {
    for (const match of text.matchAll(/c\/\w+|@salesforce\/apex\/(\w+)|\w+/g)) {
      const name = (match[1] ?? match[0]).toLowerCase();
      if (!found.has(name)) found.set(name, index + 1);
    }
  });
  return found;
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
    const classes = files('force-app/**/*.cls').map((file) => path.basename(file, '.cls'));
    const words = new RegExp(
      `\\b(${['keelson', ...objects, ...classes.filter((name) => name.length > 8)].join('|')})\\b`,
      'i',
    );
    const findings: Finding[] = [];
    for (const file of files('local-org/**/*.{ts,js,mjs,html,css,json,md,xml,cls,trigger}')) {
      read(file)
        .split('\n')
        .forEach((text, index) => {
          const word = words.exec(text)?.[1];
          if (word !== undefined) findings.push({ file, line: index + 1, message: `names ${word}` });
        });
    }
    return findings;
  },
};
