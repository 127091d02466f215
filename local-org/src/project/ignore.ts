/** Patterns of a `.forceignore` file, which have the syntax of `.gitignore` (Salesforce DX Developer Guide, "How to Exclude Source When Syncing or Deploying"). */

export interface IgnoreRules {
  /** Whether the path (relative to the project, with `/`) is excluded. */
  ignores(path: string): boolean;
}

interface Rule {
  readonly negated: boolean;
  readonly pattern: RegExp;
}

export function parseIgnoreFile(text: string): IgnoreRules {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(toRule);
  return {
    ignores(path) {
      let ignored = false;
      for (const rule of rules) if (rule.pattern.test(path)) ignored = !rule.negated;
      return ignored;
    },
  };
}

function toRule(line: string): Rule {
  const negated = line.startsWith('!');
  const glob = (negated ? line.slice(1) : line).replaceAll('\\', '/');
  const anchored = glob.replace(/\/$/, '').includes('/');
  const body = globToRegExp(glob.replace(/^\//, '').replace(/\/$/, ''));
  return { negated, pattern: new RegExp(`^${anchored ? '' : '(?:.*/)?'}${body}(?:/.*)?$`) };
}

function globToRegExp(glob: string): string {
  return glob.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
    if (token === '**/') return '(?:.*/)?';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    return `\\${token}`;
  });
}
