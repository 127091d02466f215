/** The npm packages that the browser code is made of. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from '../../api/ui-api/npm-package.ts';

export { packageFolder };

interface PackageManifest {
  readonly version: string;
  readonly lwc?: { readonly expose?: readonly string[] };
}

export function packageManifest(name: string): PackageManifest {
  return JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')) as PackageManifest;
}

/** The `lightning/*` modules that lightning-base-components exposes. */
export function baseComponents(): readonly string[] {
  const exposed = packageManifest('lightning-base-components').lwc?.expose ?? [];
  // Icons come from the SLDS sprites (see sprite-icons.ts); their 1,727 templates would take 10 s to compile.
  return exposed.filter((name) => !name.startsWith('lightning/iconSvgTemplates'));
}

/** Parts of base components that the app itself uses, as the platform's own pages do. */
const INTERNAL = ['lightning/primitiveIcon'];

/** The library of charts, which browsers load with the first chart. */
export const CHARTS = 'echarts';

/** Every module the vendor half provides. */
export function vendorModules(): readonly string[] {
  return ['lwc', '@lwc/synthetic-shadow', CHARTS, ...baseComponents(), ...INTERNAL];
}

/** The folder that holds modules/: the parent of the folder of this file. */
export const lightningFolder = dirname(import.meta.dirname);
