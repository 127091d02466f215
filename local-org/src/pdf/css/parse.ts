/** Reads style sheets: rules, and what `@page` says about the paper. */

export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

export interface StyleRule {
  readonly selector: string;
  readonly declarations: readonly Declaration[];
}

export interface PageRule {
  /** ``, `first`, `left`, `right`. */
  readonly pseudo: string;
  readonly declarations: readonly Declaration[];
  /** By name: `bottom-right`. */
  readonly boxes: ReadonlyMap<string, readonly Declaration[]>;
}

export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageRule[];
  /** At-rules that are not for paper, or that nothing acts on. */
  readonly ignored: readonly string[];
}

export function parseStyleSheet(source: string): StyleSheet {
  const rules: StyleRule[] = [];
  const pages: PageRule[] = [];
  const ignored: string[] = [];
  for (const block of blocksOf(source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, ''))) {
    const { head, body } = block;
    const atRule = /^@([\w-]+)\s*(.*)$/s.exec(head);
    if (atRule === null) {
      const declarations = parseDeclarations(body ?? '');
      for (const selector of head.split(',')) rules.push({ selector: selector.trim(), declarations });
    } else if (atRule[1] === 'page') pages.push(pageRule(atRule[2], body ?? ''));
    else if (atRule[1] === 'media') {
      if (!/\b(print|all)\b/.test(atRule[2])) continue;
      const inner = parseStyleSheet(body ?? '');
      rules.push(...inner.rules);
      pages.push(...inner.pages);
    } else if (atRule[1] !== 'charset') ignored.push(`@${atRule[1]}`);
  }
  return { rules, pages, ignored };
}

interface Block {
  readonly head: string;
  /** Undefined for a statement without braces. */
  readonly body: string | undefined;
}

function* blocksOf(source: string): Generator<Block> {
  let position = 0;
  while (position < source.length) {
    const open = source.indexOf('{', position);
    const semicolon = source.indexOf(';', position);
    if (semicolon >= 0 && (open < 0 || semicolon < open)) {
      const head = source.slice(position, semicolon).trim();
      if (head.startsWith('@')) yield { head, body: undefined };
      position = semicolon + 1;
    } else if (open < 0) return;
    else {
      const close = closingBrace(source, open);
      yield { head: source.slice(position, open).trim(), body: source.slice(open + 1, close) };
      position = close + 1;
    }
  }
}

function closingBrace(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    const character = source[at];
    if (character === '"' || character === "'") {
      const end = source.indexOf(character, at + 1);
      at = end < 0 ? source.length : end;
    } else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  return source.length;
}

/** Declarations outside of the margin boxes, and those of each box. */
function pageRule(selector: string, body: string): PageRule {
  const boxes = new Map<string, readonly Declaration[]>();
  const plain = body.replace(/@([\w-]+)\s*\{([^{}]*)\}/g, (_, name: string, content: string) => {
    boxes.set(name, parseDeclarations(content));
    return '';
  });
  return { pseudo: /:(\w+)/.exec(selector)?.[1] ?? '', declarations: parseDeclarations(plain), boxes };
}

/** Declarations as in a `style` attribute. */
export function parseDeclarations(text: string): Declaration[] {
  return splitOutside(text, ';').flatMap((part) => {
    const colon = part.indexOf(':');
    if (colon < 0) return [];
    const property = part.slice(0, colon).trim().toLowerCase();
    const raw = part.slice(colon + 1).trim();
    const value = raw.replace(/\s*!important$/i, '');
    return property === '' || value === '' ? [] : [{ property, value, important: value !== raw }];
  });
}

/** Splits at a character that is outside of quotes and parentheses. */
export function splitOutside(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  let quote: string | undefined;
  for (const character of text) {
    if (quote !== undefined) quote = character === quote ? undefined : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    if (quote === undefined && depth === 0 && character === separator) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
