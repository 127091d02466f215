/** Which declarations hold for an element, and what it inherits (CSS 2.1, chapter 6). */
import type { Element } from 'happy-dom';
import { expand } from './expand.ts';
import { parseDeclarations, type Declaration, type StyleRule } from './parse.ts';

/** Longhand properties by name, as written. */
export type Style = ReadonlyMap<string, string>;

const INHERITED = new Set([
  'border-collapse',
  'border-spacing',
  'color',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'line-height',
  'list-style-type',
  'text-align',
  'text-indent',
  'text-transform',
  'visibility',
  'white-space',
]);

interface SortedRule {
  readonly selector: string;
  readonly pseudo: '' | 'before' | 'after';
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
}

export class Cascade {
  readonly #rules: readonly SortedRule[];
  readonly #report: (problem: string) => void;

  /** Rules in order; those of later sheets win over earlier ones of the same weight. */
  constructor(rules: readonly StyleRule[], report: (problem: string) => void) {
    this.#report = report;
    this.#rules = rules.map((rule) => this.#sorted(rule)).sort((left, right) => left.specificity - right.specificity);
  }

  styleOf(element: Element, parent: Style): Style {
    return this.#cascade(element, '', parent, [...presentational(element), ...inline(element)]);
  }

  /** Of `::before` and `::after`; undefined when there is none. */
  pseudoStyle(element: Element, pseudo: 'before' | 'after', own: Style): Style | undefined {
    const style = this.#cascade(element, pseudo, own, []);
    const content = style.get('content');
    return content === undefined || content === 'none' || content === 'normal' ? undefined : style;
  }

  #cascade(element: Element, pseudo: string, parent: Style, own: readonly Declaration[]): Style {
    const matched = this.#rules.filter((rule) => rule.pseudo === pseudo && this.#matches(element, rule.selector));
    const hints = own.filter(({ property }) => property.startsWith('hint:'));
    const ordered = [
      ...hints.map((hint) => ({ ...hint, property: hint.property.slice('hint:'.length) })),
      ...matched.flatMap(({ declarations }) => declarations),
      ...own.filter(({ property }) => !property.startsWith('hint:')),
    ];
    const style = new Map<string, string>();
    for (const name of INHERITED) {
      const value = parent.get(name);
      if (value !== undefined) style.set(name, value);
    }
    for (const important of [false, true]) {
      for (const declaration of ordered) {
        if (declaration.important !== important) continue;
        for (const [property, value] of expand(declaration.property, declaration.value)) {
          set(style, parent, property, value);
        }
      }
    }
    return style;
  }

  #matches(element: Element, selector: string): boolean {
    try {
      return element.matches(selector);
    } catch {
      this.#report(`The selector ${selector} is not understood`);
      return false;
    }
  }

  #sorted({ selector, declarations }: StyleRule): SortedRule {
    const match = /::?(before|after)$/.exec(selector);
    const plain = match === null ? selector : selector.slice(0, match.index);
    return {
      selector: plain === '' ? '*' : plain,
      pseudo: (match?.[1] ?? '') as SortedRule['pseudo'],
      specificity: specificity(plain),
      declarations,
    };
  }
}

function set(style: Map<string, string>, parent: Style, property: string, value: string): void {
  if (value === 'inherit') {
    const inherited = parent.get(property);
    if (inherited === undefined) style.delete(property);
    else style.set(property, inherited);
  } else if (value === 'initial' || value === 'unset') style.delete(property);
  else style.set(property, value);
}

/** Ids, classes and types as one number. */
function specificity(selector: string): number {
  const ids = selector.match(/#[\w-]+/g)?.length ?? 0;
  const classes = selector.match(/\.[\w-]+|\[[^\]]*\]|:(?!:|not\()[\w-]+/g)?.length ?? 0;
  const elements = selector.replace(/[#.][\w-]+|\[[^\]]*\]|:[\w-]+/g, '').match(/[a-z][\w-]*/gi)?.length ?? 0;
  return ids * 10_000 + classes * 100 + elements;
}

function inline(element: Element): Declaration[] {
  return parseDeclarations(element.getAttribute('style') ?? '');
}

/** Attributes that say how something looks count less than any style sheet. */
function presentational(element: Element): Declaration[] {
  const hints: Declaration[] = [];
  const hint = (property: string, value: string) =>
    hints.push({ property: `hint:${property}`, value, important: false });
  const attribute = (name: string) => element.getAttribute(name);
  const size = (text: string) => (/^\d+$/.test(text) ? `${text}px` : text);
  const width = attribute('width');
  const align = attribute('align');
  const valign = attribute('valign');
  const background = attribute('bgcolor');
  if (width !== null) hint('width', size(width));
  if (attribute('height') !== null) hint('height', size(attribute('height')!));
  if (align !== null) hint(element.tagName === 'TABLE' ? 'float' : 'text-align', align);
  if (valign !== null) hint('vertical-align', valign);
  if (background !== null) hint('background-color', background);
  if (element.tagName === 'FONT') {
    if (attribute('color') !== null) hint('color', attribute('color')!);
    if (attribute('face') !== null) hint('font-family', attribute('face')!);
  }
  return hints;
}
