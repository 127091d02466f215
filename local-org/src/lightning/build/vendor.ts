/**
 * The vendor half of the browser code: the LWC engine, synthetic shadow and every base component, each as an ES module. It changes only
 * with the versions of its packages, so it is built once per set of versions and kept.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lwc } from './lwc-plugin.ts';
import { transform } from 'esbuild';
import { rollup, type Plugin } from 'rollup';
import { builtOnce, cacheFolder, contentKey, filesKey } from './cache-folder.ts';
import { CHARTS, packageFolder, packageManifest, vendorModules } from './packages.ts';
import { sessionFormats } from './session-formats.ts';
import { spriteIcons } from './sprite-icons.ts';
import { timepickerLabel } from './timepicker-label.ts';

export interface BuiltHalf {
  readonly folder: string;
  /** Changes with the content: part of the urls, so that browsers may keep the files for ever. */
  readonly key: string;
}

const PACKAGES = ['lwc', 'lightning-base-components', CHARTS, 'rollup', 'esbuild'];
/** What is done to the packages: a change of it makes another build. */
const OWN_FILES = ['vendor.ts', 'session-formats.ts', 'sprite-icons.ts', 'timepicker-label.ts'].map((name) =>
  join(import.meta.dirname, name),
);
/** The API version that the engine and the compiler behave as. */
export const LWC_API_VERSION = 66;

/** Modules the base components import that the app half provides, or the server. */
const PROVIDED_ELSEWHERE =
  /^(force\/navigation|lightning\/(mobileCapabilities|primitiveUtils)|@salesforce\/client\/.*)$/;

export async function buildVendor(report: (text: string) => void): Promise<BuiltHalf> {
  const versions = PACKAGES.map((name) => `${name}@${packageManifest(name).version}`);
  const key = contentKey(...versions, ...vendorModules(), filesKey(OWN_FILES));
  const folder = await builtOnce(join(cacheFolder(), `lightning-vendor-${key}`), async (target) => {
    report('Building the Lightning base components (once per version, about 20 s) …');
    const started = Date.now();
    await bundle(target);
    report(`Built the Lightning base components in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  });
  return { folder, key };
}

async function bundle(target: string): Promise<void> {
  const names = vendorModules();
  const build = await rollup({
    input: Object.fromEntries(names.map((name) => [name, name])),
    external: (id) => PROVIDED_ELSEWHERE.test(id),
    preserveEntrySignatures: 'strict',
    plugins: [
      entries(new Set(names)),
      sessionFormats(),
      spriteIcons(),
      timepickerLabel(),
      productionMode(),
      lwc({
        rootDir: import.meta.dirname,
        exclude: [/\0/],
        modules: [{ npm: 'lightning-base-components' }],
        enableDynamicComponents: true,
        enableLwcOn: true,
        // The base components are form-associated under synthetic shadow; components of a project may not be.
        enableSyntheticElementInternals: true,
        apiVersion: LWC_API_VERSION,
      }),
    ],
    // Warnings about the packages' own code are theirs.
    onwarn: () => undefined,
  });
  await build.write({
    dir: target,
    format: 'esm',
    hoistTransitiveImports: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    manualChunks: (id) => chunkOf(id),
    plugins: [compact()],
  });
  await build.close();
}

/** The library as one module. */
const CHARTS_FILE = 'dist/echarts.esm.min.mjs';

/** Few files; synthetic shadow apart, because it must run before the engine does. */
function chunkOf(id: string): string {
  if (id.endsWith(CHARTS_FILE)) return 'charts';
  if (id.includes('lightning-base-components') || id.startsWith('\0')) return 'base-components';
  return id.includes('@lwc/synthetic-shadow') ? 'synthetic-shadow' : 'engine';
}

/** Resolves the entry names as if this file had imported them. */
function entries(names: ReadonlySet<string>): Plugin {
  return {
    name: 'vendor-entries',
    resolveId(id, importer) {
      if (importer !== undefined || !names.has(id)) return null;
      if (id === 'lwc') return join(packageFolder('@lwc/engine-dom'), 'dist/index.js');
      if (id === CHARTS) return join(packageFolder(CHARTS), CHARTS_FILE);
      const [namespace, name] = id.split('/');
      const file = join(packageFolder('lightning-base-components'), 'src', namespace, name, `${name}.js`);
      return existsSync(file) ? file : this.resolve(id, import.meta.filename);
    },
  };
}

function productionMode(): Plugin {
  const values: readonly (readonly [RegExp, string])[] = [
    [/\bimport\.meta\.env\.SSR\b/g, 'false'],
    [/\bprocess\.env\.NODE_ENV\b/g, '"production"'],
    [/\bprocess\.env\.IS_BROWSER\b/g, 'true'],
    [/\bprocess\.env\.(SKIP_LWC_VERSION_MISMATCH_CHECK|FORCE_NATIVE_SHADOW_MODE_FOR_TEST)\b/g, 'false'],
  ];
  return {
    name: 'production-mode',
    transform(code) {
      if (!/process\.env|import\.meta\.env/.test(code)) return null;
      return { code: values.reduce((text, [name, value]) => text.replace(name, value), code), map: null };
    },
  };
}

/** Minifies without renaming: base components look at constructor names. */
function compact(): Plugin {
  return {
    name: 'compact',
    async renderChunk(code) {
      const { code: small } = await transform(code, { minifyWhitespace: true, minifySyntax: true, target: 'es2023' });
      return { code: small, map: null };
    },
  };
}
