/** What components of the project may import, and what the local org makes of what it has not built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { baseComponents, packageFolder } from '../build/packages.ts';
import type { ImportRule } from '../build/project-bundle.ts';
import { platformModules } from '../build/shell.ts';
import { scopedModule, type ModuleScope } from './scoped-modules.ts';

/** Namespaces of the platform whose modules exist in an org, and none of which is built here. */
const PLATFORM_NAMESPACES = [
  'lightning',
  'force',
  'experience',
  'commerce',
  'wave',
  'omnistudio',
  'lightningsnapin',
  'runtime_cms',
];

export function importRule(scope: ModuleScope): ImportRule {
  const provided = new Set(['lwc', ...baseComponents(), ...platformModules()]);
  const documented = documentedModules();
  return (specifier) => {
    if (provided.has(specifier)) return undefined;
    if (specifier.startsWith('@salesforce/')) return scopedImport(specifier, scope);
    const [namespace, name] = specifier.split('/');
    if (namespace === 'c' || namespace === scope.org.metadata.namespace) {
      if (name !== undefined && scope.org.metadata.lwcBundles.has(name)) return undefined;
      return { error: `No MODULE named markup://${namespace}:${name} found` };
    }
    if (documented.has(specifier) || (namespace !== 'lightning' && PLATFORM_NAMESPACES.includes(namespace))) {
      return { source: notSupportedSource(`the module ${specifier}`) };
    }
    return { error: `Invalid reference ${specifier}: there is no such module` };
  };
}

function scopedImport(specifier: string, scope: ModuleScope): ReturnType<ImportRule> {
  try {
    scopedModule(specifier, scope);
    return undefined;
  } catch (error) {
    if (error instanceof NotSupported) return { source: notSupportedSource(error.feature) };
    if (error instanceof OrgError) return { error: error.message };
    throw error;
  }
}

/** A module that says what it is when it is used: as a component, a function, a class or an object. */
function notSupportedSource(feature: string): string {
  return `import { notSupported } from 'shell/notSupported';\nexport default notSupported(${JSON.stringify(feature)});`;
}

/** Every `lightning/*` module of the platform, as the base components' package lists them. */
function documentedModules(): ReadonlySet<string> {
  const file = join(packageFolder('lightning-base-components'), 'metadata/raptor.json');
  const modules = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return new Set(Object.keys(modules).map((name) => `lightning/${name}`));
}
