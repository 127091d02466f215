/** One page while it is drawn. */
import { currentPage, pageMessages, setCurrentPage } from '../apex/library/apexpages/current-page.ts';
import type { MessageValue } from '../apex/library/apexpages/message.ts';
import { runtimeClassOf, type ApexObject } from '../apex/runtime/index.ts';
import { PageReferenceValue } from '../apex/runtime/page-reference.ts';
import type { PageRequest } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { NotSupported, OrgError } from '../schema/errors.ts';
import { SObject } from '../schema/sobject.ts';
import { ComponentNode } from './component.ts';
import { customComponent } from './components/composition.ts';
import { components } from './components/index.ts';
import { outputField } from './components/output.ts';
import { construct, Controllers } from './controllers.ts';
import { Evaluator } from './evaluator.ts';
import { memberOf, withSharing, type Found } from './members.ts';
import type { MarkupElement, MarkupNode } from './markup.ts';
import { fieldsOfPage } from './page-fields.ts';
import type { PageLibrary } from './page-library.ts';

type Slots = ReadonlyMap<string, () => string>;

export class PageRun {
  readonly tx: Transaction;
  readonly page: MarkupElement;
  readonly readOnly: boolean;
  /** Names of the page and what its controllers offer. */
  readonly outerEvaluator: Evaluator;
  readonly #library: PageLibrary;
  readonly #metadata: Metadata;
  readonly #request: PageRequest;
  readonly #controllers: Controllers;
  readonly #variables = new Map<string, Found>();

  /** Makes the page's controllers. */
  constructor(tx: Transaction, metadata: Metadata, library: PageLibrary, page: MarkupElement, request: PageRequest) {
    this.tx = tx;
    this.page = page;
    this.readOnly = page.attributes.get('readonly') === 'true';
    this.#metadata = metadata;
    this.#library = library;
    this.#request = request;
    const reference = new PageReferenceValue(`/apex/${request.name}`);
    for (const [name, value] of request.parameters) reference.parameters.put(name, value);
    if (currentPage() === null) setCurrentPage(reference);
    const recordId = request.parameters.get('id') ?? null;
    this.#controllers = new Controllers(tx, page, recordId, (object) => fieldsOfPage([page], object));
    this.outerEvaluator = new Evaluator(
      { tx, metadata, request, url: reference.url },
      { find: (name) => this.#variables.get(name.toLowerCase()) ?? this.#controllers.find(name) },
    );
  }

  get messages(): readonly MessageValue[] {
    return pageMessages();
  }

  /** What the page's action answers. */
  runAction(): PageReferenceValue | null {
    const action = /^\{!\s*(\w+)\s*\}$/.exec(this.page.attributes.get('action') ?? '')?.[1];
    const result = action === undefined ? null : this.#controllers.invoke(action);
    return result instanceof PageReferenceValue ? result : null;
  }

  get root(): ComponentNode {
    return new ComponentNode(this.page, this.outerEvaluator, this);
  }

  render(nodes: readonly MarkupNode[], evaluator: Evaluator, slots: Slots = new Map()): string {
    return nodes
      .map((node) => (node.kind === 'text' ? evaluator.markup(node.text) : this.#element(node, evaluator, slots)))
      .join('');
  }

  #element(element: MarkupElement, evaluator: Evaluator, slots: Slots): string {
    const name = element.name.toLowerCase();
    if (!name.includes(':')) return this.#plainElement(element, evaluator, slots);
    const node = new ComponentNode(element, evaluator, this, slots);
    if (!node.flag('rendered', true)) return '';
    if (name.startsWith('c:')) return customComponent(node, this.#library.component(element.name.slice(2)));
    const component = components.get(name);
    if (component === undefined)
      throw new NotSupported(`Visualforce component ${element.name}`, `${element.file}:${element.line}`);
    return component(node);
  }

  /** HTML as it stands, with expressions in its attributes. */
  #plainElement(element: MarkupElement, evaluator: Evaluator, slots: Slots): string {
    const attributes = [...element.attributes].map(
      ([name, value]) => ` ${name}="${evaluator.markup(value).replaceAll('"', '&quot;')}"`,
    );
    const open = `<${element.name}${attributes.join('')}>`;
    if (VOID.has(element.name.toLowerCase())) return open;
    return `${open}${this.render(element.children, evaluator, slots)}</${element.name}>`;
  }

  setVariable(name: string, found: Found): void {
    this.#variables.set(name.toLowerCase(), found);
  }

  outputField(node: ComponentNode): string {
    return outputField(node);
  }

  /** The record whose field an attribute names. */
  recordOf(node: ComponentNode, attribute: string): SObject | undefined {
    const path = /^\{!\s*(.+)\.\w+\s*\}$/.exec(node.element.attributes.get(attribute) ?? '')?.[1];
    const owner = path === undefined ? undefined : node.evaluator.found(`{!${path}}`).value;
    return owner instanceof SObject ? owner : undefined;
  }

  parsedPage(name: string): MarkupElement {
    return this.#library.page(name);
  }

  /** Another page with controllers of its own, inside this one. */
  include(page: MarkupElement): string {
    const run = new PageRun(this.tx, this.#metadata, this.#library, page, this.#request);
    return run.render(page.children, run.outerEvaluator);
  }

  makeController(className: string): ApexObject {
    return construct(className, []);
  }

  property(instance: ApexObject, name: string): Found | undefined {
    return memberOf(instance, name);
  }

  /** `assignTo="{!property}"`. */
  assign(instance: ApexObject, target: string, value: unknown): void {
    const name = /^\{!\s*(\w+)\s*\}$/.exec(target)?.[1];
    const runtimeClass = runtimeClassOf(instance)!;
    for (let current: typeof runtimeClass | null = runtimeClass; current !== null; current = current.superclass) {
      const field = current.fields.find((each) => each.name.toLowerCase() === name?.toLowerCase() && each.writable);
      if (field === undefined) continue;
      withSharing(runtimeClass, () => field.write(instance, value));
      return;
    }
    throw new OrgError('VISUALFORCE_ERROR', `Unknown property '${runtimeClass.name}.${String(name)}'`);
  }
}

/** Elements of HTML that have no end tag. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
