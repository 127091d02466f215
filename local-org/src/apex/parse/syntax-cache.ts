/**
 * Keeps syntax trees from one start to the next: parsing is most of the time that compiling a project takes. A tree is found
 * by its source; a cache that another version of the parser wrote is not read.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DateValue, DatetimeValue, Decimal, TimeValue } from '../../schema/values/index.ts';

export class SyntaxCache {
  private readonly file: string;
  /** JSON of the trees by their key, as the file has them. */
  private readonly known: ReadonlyMap<string, string>;
  /** What this run has used: only that is written. */
  private readonly used = new Map<string, string>();

  private readonly adds: boolean;

  /** Reads the cache in this file, if there is one that can be used; or only adds to it, when the trees in it are known. */
  constructor(file: string, { adds = false }: { adds?: boolean } = {}) {
    this.file = file;
    this.adds = adds;
    this.known = adds ? new Map() : readTrees(file);
  }

  /** The tree of this source. `kind` tells classes and triggers apart. */
  get(kind: string, source: string): object | undefined {
    const key = keyOf(kind, source);
    const text = this.known.get(key);
    if (text === undefined) return undefined;
    this.used.set(key, text);
    return JSON.parse(text, text.includes('"$') ? untagged : undefined) as object;
  }

  put(kind: string, source: string, tree: object): void {
    this.used.set(keyOf(kind, source), JSON.stringify(tree, QUERY.test(source) ? tagged : undefined));
  }

  /** Writes what was used, when it is not what was read. */
  save(): void {
    if (this.adds) {
      for (const [key, text] of this.used) appendFileSync(this.file, `\n${key}\t${text}`);
      return;
    }
    const isSame = this.used.size === this.known.size && this.used.keys().every((key) => this.known.has(key));
    if (isSame) return;
    mkdirSync(dirname(this.file), { recursive: true });
    const fresh = `${this.file}.new`;
    const lines = [...this.used].map(([key, text]) => `${key}\t${text}`);
    writeFileSync(fresh, [parserVersion(), ...lines].join('\n'));
    renameSync(fresh, this.file);
  }
}

function keyOf(kind: string, source: string): string {
  return `${kind} ${createHash('sha256').update(source).digest('base64url')}`;
}

function readTrees(file: string): Map<string, string> {
  const trees = new Map<string, string>();
  if (!existsSync(file)) return trees;
  const [version, ...lines] = readFileSync(file, 'utf8').split('\n');
  if (version !== parserVersion()) return trees;
  for (const line of lines) {
    const tab = line.indexOf('\t');
    trees.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return trees;
}

let version: string | undefined;

/** Changes whenever code that builds trees does. */
function parserVersion(): string {
  if (version !== undefined) return version;
  const hash = createHash('sha256');
  for (const folder of ['.', '../../database/soql', '../../database/sosl']) {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    for (const name of readdirSync(path).sort()) {
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(readFileSync(`${path}/${name}`));
    }
  }
  version = hash.digest('base64url');
  return version;
}

const QUERY = /\b(?:SELECT|FIND)\b/i;
/** Literal values of queries are the only objects in a tree that are not plain. */
const tags = { decimal: Decimal, date: DateValue, datetime: DatetimeValue, time: TimeValue } as const;

function tagged(this: unknown, key: string, value: unknown): unknown {
  const original = (this as Record<string, unknown>)[key];
  for (const [tag, type] of Object.entries(tags))
    if (original instanceof type) return { [`$${tag}`]: String(original) };
  return value;
}

function untagged(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const [tag, type] of Object.entries(tags)) {
    const text = (value as Record<string, unknown>)[`$${tag}`];
    if (text !== undefined) return type.parse(text as string);
  }
  return value;
}
