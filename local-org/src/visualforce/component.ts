/** What a Visualforce component is: a function from an element to markup. */
import { escapeHtml } from '../schema/escape-html.ts';
import type { Evaluator, Names } from './evaluator.ts';
import type { Found } from './members.ts';
import { plainText } from './plain-text.ts';
import type { MarkupElement, MarkupNode } from './markup.ts';
import type { PageRun } from './page-run.ts';

export type Component = (node: ComponentNode) => string;

/** An element with all that its component needs to draw it. */
export class ComponentNode {
  readonly element: MarkupElement;
  readonly evaluator: Evaluator;
  readonly run: PageRun;
  /** What stands where a template is filled in, by its name; `` is the body of a custom component. */
  readonly slots: ReadonlyMap<string, () => string>;

  constructor(
    element: MarkupElement,
    evaluator: Evaluator,
    run: PageRun,
    slots: ReadonlyMap<string, () => string> = new Map(),
  ) {
    this.element = element;
    this.evaluator = evaluator;
    this.run = run;
    this.slots = slots;
  }

  has(attribute: string): boolean {
    return this.element.attributes.has(attribute.toLowerCase());
  }

  /** The attribute's value; undefined when it is not there. */
  value(attribute: string): unknown {
    const source = this.element.attributes.get(attribute.toLowerCase());
    return source === undefined ? undefined : this.evaluator.value(source);
  }

  found(attribute: string): Found {
    return this.evaluator.found(this.element.attributes.get(attribute.toLowerCase()) ?? '');
  }

  text(attribute: string): string {
    return plainText(this.value(attribute));
  }

  /** A boolean attribute; what it is when absent is up to the component. */
  flag(attribute: string, absent: boolean): boolean {
    const value = this.value(attribute);
    return value === undefined ? absent : value === true || value === 'true';
  }

  /** Values of the `apex:param` children. */
  get params(): { name: string; value: unknown }[] {
    return this.childElements('apex:param').map((element) => {
      const param = new ComponentNode(element, this.evaluator, this.run);
      return { name: param.text('name'), value: param.value('value') ?? null };
    });
  }

  childElements(...names: readonly string[]): MarkupElement[] {
    return this.element.children.filter(
      (node): node is MarkupElement => node.kind === 'element' && names.includes(node.name.toLowerCase()),
    );
  }

  /** The facet of this name as markup. */
  facet(name: string): string | undefined {
    const found = this.childElements('apex:facet').find(
      ({ attributes }) => attributes.get('name')?.toLowerCase() === name.toLowerCase(),
    );
    return found === undefined ? undefined : this.run.render(found.children, this.evaluator, this.slots);
  }

  /** All children but parameters and facets, with more names in front where there are any. */
  body(names?: Names): string {
    const inner = names === undefined ? this.evaluator : this.evaluator.within(names);
    return this.run.render(this.element.children.filter(isContent), inner, this.slots);
  }

  /** The node of a child. */
  child(element: MarkupElement, names?: Names): ComponentNode {
    const inner = names === undefined ? this.evaluator : this.evaluator.within(names);
    return new ComponentNode(element, inner, this.run, this.slots);
  }

  /** Attributes that pass to HTML: style, class and the like. */
  htmlAttributes(...more: readonly string[]): string {
    const names = ['id', 'style', 'styleClass', 'title', 'dir', 'lang', ...more];
    const passed = names.map((name) => this.htmlAttribute(name));
    const direct = [...this.element.attributes.keys()]
      .filter((name) => name.startsWith('html-'))
      .map((name) => ` ${name.slice('html-'.length)}="${escapeHtml(this.text(name))}"`);
    return [...passed, ...direct].join('');
  }

  private htmlAttribute(name: string): string {
    if (!this.has(name)) return '';
    const text = this.text(name);
    return text === '' ? '' : ` ${name === 'styleClass' ? 'class' : name}="${escapeHtml(text)}"`;
  }
}

function isContent(node: MarkupNode): boolean {
  return node.kind === 'text' || (node.name !== 'apex:param' && node.name !== 'apex:facet');
}

/** A name for one value. */
export function named(name: string, found: Found): Names {
  const key = name.toLowerCase();
  return { find: (wanted) => (wanted.toLowerCase() === key ? found : undefined) };
}
