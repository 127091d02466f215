/** Finds the source files of SFDX projects. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { FileFacts } from './file-facts.ts';
import { parseIgnoreFile, type IgnoreRules } from './ignore.ts';
import { sortFiles, type TreeFile } from './sort-files.ts';
import { ProjectError } from './project-error.ts';
import type { SourceProject } from './source-project.ts';

interface ProjectFile {
  readonly packageDirectories?: readonly { readonly path?: string }[];
  readonly namespace?: string;
  readonly sourceApiVersion?: string;
}

interface ScratchDefinition {
  readonly features?: readonly string[];
}

const nothingIgnored: IgnoreRules = { ignores: () => false };
/** Folders that never hold source that is deployed. `__tests__` is left out of every deploy by the CLI. */
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.sfdx', '.sf', '__tests__']);

/**
 * Loads SFDX projects (folders with an `sfdx-project.json`; all their package directories) and plain source folders, in
 * this order. Paths of messages are relative to the current folder where they lie inside it. What is known of files that
 * have not changed since the project was loaded as `former` stays known.
 */
export function loadProject(roots: readonly string[], former?: SourceProject): SourceProject {
  const projects = roots.map((root) => loadRoot(path.resolve(root), former?.facts ?? new Map()));
  return {
    files: projects.flatMap((project) => project.files),
    unrecognised: projects.flatMap((project) => project.unrecognised),
    apiVersion: projects.find((project) => project.apiVersion !== undefined)?.apiVersion,
    namespace: projects.find((project) => project.namespace !== undefined)?.namespace,
    features: projects.flatMap((project) => project.features ?? []),
    facts: new Map(projects.flatMap((project) => [...project.facts])),
  };
}

/** The folders whose files `loadProject` reads. */
export function sourceFolders(roots: readonly string[]): string[] {
  return roots.map((root) => path.resolve(root)).flatMap((root) => packageFolders(root, readProjectFile(root)));
}

/**
 * A project from texts by path, without a file system. Apex code needs no `-meta.xml` here: one of the newest API version
 * is put beside it.
 */
export function projectOf(files: Readonly<Record<string, string>>): SourceProject {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).flatMap(([file, text]) => [[file, text] as const, ...apexMeta(file, files)]);
  const tree = entries.map(([file, text]) => ({
    path: file,
    file,
    read: () => encoder.encode(text),
    facts: new FileFacts(''),
  }));
  const sorted = sortFiles(tree);
  return {
    files: sorted.files,
    unrecognised: sorted.rest,
    apiVersion: undefined,
    namespace: undefined,
    facts: new Map(),
  };
}

function apexMeta(file: string, files: Readonly<Record<string, string>>): (readonly [string, string])[] {
  const meta = `${file}-meta.xml`;
  const type = file.endsWith('.cls') ? 'ApexClass' : file.endsWith('.trigger') ? 'ApexTrigger' : undefined;
  if (type === undefined || meta in files) return [];
  return [[meta, `<${type}><apiVersion>66.0</apiVersion><status>Active</status></${type}>`]];
}

function loadRoot(root: string, known: ReadonlyMap<string, FileFacts>): SourceProject {
  if (!existsSync(root)) throw new ProjectError(`There is no folder ${root}`);
  const settings = readProjectFile(root);
  const ignoreRoot = settings === undefined ? nearestIgnoreRoot(root) : root;
  const ignoreFile = path.join(ignoreRoot, '.forceignore');
  const rules = existsSync(ignoreFile) ? parseIgnoreFile(readFileSync(ignoreFile, 'utf8')) : nothingIgnored;
  const folders = (settings?.packageDirectories ?? [{ path: '.' }]).map((folder) =>
    path.join(root, (folder.path ?? '.').replaceAll('\\', '/')),
  );
  const tree: TreeFile[] = [];
  const facts = new Map<string, FileFacts>();
  const add = (full: string, relative: string, version: string): void => {
    const former = known.get(full);
    const own = former?.version === version ? former : new FileFacts(version);
    facts.set(full, own);
    tree.push({ path: relative, file: shown(full), read: () => readFileSync(full), facts: own });
  };
  for (const folder of folders) {
    if (!existsSync(folder)) throw new ProjectError(`Package directory ${folder} does not exist`);
    walk(folder, ignoreRoot, rules, add);
  }
  const sorted = sortFiles(tree);
  return {
    files: sorted.files,
    unrecognised: sorted.rest,
    apiVersion: settings?.sourceApiVersion,
    namespace: settings?.namespace === '' ? undefined : settings?.namespace,
    features: scratchFeatures(root),
    facts,
  };
}

function packageFolders(root: string, settings: ProjectFile | undefined): string[] {
  return (settings?.packageDirectories ?? [{ path: '.' }]).map((folder) => path.join(root, folder.path ?? '.'));
}

function readProjectFile(root: string): ProjectFile | undefined {
  return readJson(path.join(root, 'sfdx-project.json')) as ProjectFile | undefined;
}

function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ProjectError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** "Scratch Org Definition File" (Salesforce DX Developer Guide): the features, without the numbers that some have. */
function scratchFeatures(root: string): string[] {
  const definition = readJson(path.join(root, 'config', 'project-scratch-def.json')) as ScratchDefinition | undefined;
  return (definition?.features ?? []).map((feature) => feature.replace(/:.*/, ''));
}

/** The folder above (or at) a source folder whose `.forceignore` holds for it. */
function nearestIgnoreRoot(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.forceignore')) || existsSync(path.join(at, 'sfdx-project.json'))) return at;
    if (at === path.dirname(at)) return folder;
  }
}

type AddFile = (full: string, relative: string, version: string) => void;

function walk(folder: string, ignoreRoot: string, rules: IgnoreRules, add: AddFile): void {
  for (const entry of readdirSync(folder).sort()) {
    const full = path.join(folder, entry);
    const relative = path.relative(ignoreRoot, full).split(path.sep).join('/');
    if (SKIPPED_FOLDERS.has(entry) || rules.ignores(relative)) continue;
    const status = statSync(full);
    if (status.isDirectory()) walk(full, ignoreRoot, rules, add);
    else add(full, relative, `${status.ino} ${status.size} ${status.mtimeMs} ${status.ctimeMs}`);
  }
}

function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
