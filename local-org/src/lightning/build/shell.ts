/**
 * The local org's own half of the browser code: the app (`shell/*`) and the platform modules that are not base components
 * (`lightning/uiRecordApi`, `force/navigation`, …). Built when its sources have changed since the last start.
 */
import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ANY_SPECIFIER, lwc } from './lwc-plugin.ts';
import { rollup } from 'rollup';
import { builtOnce, cacheFolder, contentKey, filesKey } from './cache-folder.ts';
import { compileError } from './compile-error.ts';
import { lightningFolder, packageManifest, vendorModules } from './packages.ts';
import { typescript } from './typescript.ts';
import { LWC_API_VERSION, type BuiltHalf } from './vendor.ts';

const MODULES = join(lightningFolder, 'modules');
/** Modules of `shell/*` that pages or served modules import by name. */
const SHELL_ENTRIES = ['shell/main', 'shell/apexClient', 'shell/notSupported', 'shell/compileProblem'];

/** Every module that components of a project may import from this half. */
export function platformModules(): readonly string[] {
  return ['force', 'lightning'].flatMap((namespace) =>
    readdirSync(join(MODULES, namespace)).map((name) => `${namespace}/${name}`),
  );
}

/** Modules of this half that have a file of their own. */
export function shellModules(): readonly string[] {
  return [...SHELL_ENTRIES, ...platformModules()];
}

export async function buildShell(report: (text: string) => void): Promise<BuiltHalf> {
  const sources = globSync('**/*.{ts,html,css}', { cwd: MODULES }).sort();
  const key = contentKey(
    filesKey(sources.map((file) => join(MODULES, file))),
    packageManifest('lwc').version,
    filesKey([import.meta.filename]),
  );
  const folder = await builtOnce(join(cacheFolder(), `lightning-shell-${key}`), async (target) => {
    const started = Date.now();
    await bundle(target);
    report(`Built the Lightning app in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  });
  return { folder, key };
}

async function bundle(target: string): Promise<void> {
  const vendor = new Set(vendorModules());
  const names = shellModules();
  try {
    const build = await rollup({
      input: Object.fromEntries(names.map((name) => [name, name])),
      external: (id) => vendor.has(id) || id.startsWith('@salesforce/'),
      preserveEntrySignatures: 'strict',
      plugins: [
        {
          name: 'shell-entries',
          resolveId(id, importer) {
            return importer === undefined ? this.resolve(id, join(MODULES, 'entry.ts')) : null;
          },
        },
        typescript(),
        lwc({
          rootDir: MODULES,
          exclude: [/\0/],
          sourcemap: true,
          modules: [{ dir: MODULES }],
          defaultModules: [],
          enableDynamicComponents: true,
          enableLwcOn: true,
          experimentalDynamicComponent: ANY_SPECIFIER,
          enableSyntheticElementInternals: true,
          apiVersion: LWC_API_VERSION,
        }),
      ],
      onwarn(warning, show) {
        if (warning.code !== 'CIRCULAR_DEPENDENCY') show(warning);
      },
    });
    await build.write({
      dir: target,
      format: 'esm',
      sourcemap: true,
      hoistTransitiveImports: false,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name].js',
      manualChunks: () => 'app',
    });
    await build.close();
  } catch (error) {
    throw compileError(error, MODULES);
  }
}
