/** What has been deployed to the org beside its folders: components that stand in place of theirs, and those that were deleted. */
import { existsSync } from 'node:fs';
import { openDatabase } from '../database/store/open.ts';
import type { Store } from '../database/store.ts';
import { type ComponentName, componentKey, componentsOf, digestOf } from '../metadata/components.ts';
import { FileFacts } from '../project/file-facts.ts';
import type { SourceFile, SourceProject } from '../project/source-project.ts';
import { inFolder } from './bundle-folders.ts';

/** A component as a deploy leaves it; without a source it is deleted. */
export interface ComponentChange extends ComponentName {
  readonly source: SourceFile | undefined;
}

interface Entry extends ComponentChange {
  /** What the folders said of the component at the deploy: whichever changes last stands. */
  readonly replaced: string;
}

/** An entry as it is kept; contents in Base64. */
interface StoredEntry extends ComponentName {
  readonly replaced: string;
  readonly source?: Pick<SourceFile, 'file' | 'name' | 'suffix' | 'objectName'> & {
    readonly text: string;
    readonly content: readonly { readonly file: string; readonly name: string; readonly data: string }[];
  };
}

const TABLE =
  'CREATE TABLE IF NOT EXISTS "~deployed" (component TEXT PRIMARY KEY, entry TEXT NOT NULL) STRICT, WITHOUT ROWID';

export class DeployedSource {
  static readonly none = new DeployedSource(new Map());
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(entries: ReadonlyMap<string, Entry>) {
    this.#entries = entries;
  }

  /** That of an existing database, before its schema is known. Throws the errors of `openDatabase`. */
  static stored(path: string): DeployedSource {
    if (path === ':memory:' || !existsSync(path)) return DeployedSource.none;
    const database = openDatabase(path);
    try {
      database.exec(TABLE);
      const rows = database.prepare('SELECT entry FROM "~deployed" ORDER BY component').all();
      const entries = rows.map(({ entry }) => fromStored(JSON.parse(String(entry)) as StoredEntry));
      return new DeployedSource(new Map(entries.map((entry) => [componentKey(entry), entry])));
    } finally {
      database.close();
    }
  }

  /** Keeps all of it; inside the transaction that deploys it. */
  save(store: Store): void {
    store.prepare(TABLE).run();
    store.prepare('DELETE FROM "~deployed"').run();
    const insert = store.prepare('INSERT INTO "~deployed" (component, entry) VALUES (?, ?)');
    for (const [key, entry] of this.#entries) insert.run(key, JSON.stringify(toStored(entry)));
  }

  /** With these changes to what the folders of the project hold. */
  with(changes: readonly ComponentChange[], folders: SourceProject): DeployedSource {
    const replaced = digests(folders);
    const entries = new Map(this.#standing(replaced));
    for (const change of changes) {
      const key = componentKey(change);
      entries.set(key, { ...change, replaced: replaced.get(key) ?? '' });
    }
    return new DeployedSource(entries);
  }

  /** The project of the folders with the deployed components in place of theirs. */
  over(folders: SourceProject): SourceProject {
    if (this.#entries.size === 0) return folders;
    const entries = this.#standing(digests(folders));
    const isKept = (component: ComponentName) => !entries.has(componentKey(component));
    const files = folders.files.flatMap((file) => {
      const components = componentsOf(file);
      return components.every(isKept) ? [file] : components.filter(isKept).map(({ source }) => source);
    });
    const deployed = [...entries.values()].flatMap((entry) => liveSource(entry) ?? []);
    return { ...folders, files: [...files, ...deployed] };
  }

  #standing(replaced: ReadonlyMap<string, string>): ReadonlyMap<string, Entry> {
    return new Map([...this.#entries].filter(([key, entry]) => entry.replaced === (replaced.get(key) ?? '')));
  }
}

const bundles = new WeakMap<SourceFile, SourceFile>();

/** As the other layers read it. */
function liveSource({ type, source }: Entry): SourceFile | undefined {
  if (source === undefined || type !== 'LightningComponentBundle') return source;
  const known = bundles.get(source);
  if (known !== undefined) return known;
  const bundle = inFolder(source);
  bundles.set(source, bundle);
  return bundle;
}

function digests(folders: SourceProject): Map<string, string> {
  const found = new Map<string, string>();
  for (const component of folders.files.flatMap(componentsOf)) {
    const key = componentKey(component);
    found.set(key, `${found.get(key) ?? ''}${digestOf(component)}\n`);
  }
  return found;
}

function toStored({ type, fullName, replaced, source }: Entry): StoredEntry {
  if (source === undefined) return { type, fullName, replaced };
  const { file, name, suffix, objectName } = source;
  const content = source.content.map((part) => ({
    file: part.file,
    name: part.name,
    data: Buffer.from(part.read()).toString('base64'),
  }));
  return { type, fullName, replaced, source: { file, name, suffix, objectName, text: source.read(), content } };
}

function fromStored({ source, ...entry }: StoredEntry): Entry {
  if (source === undefined) return { ...entry, source: undefined };
  const { text, content, ...file } = source;
  const parts = content.map(({ data, ...part }) => ({
    ...part,
    read: () => Buffer.from(data, 'base64'),
    facts: new FileFacts(''),
  }));
  return { ...entry, source: { ...file, read: () => text, facts: new FileFacts(''), content: parts } };
}
