/** Pages put together from other pages and components. */
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { type Component, ComponentNode } from '../component.ts';
import type { Names } from '../evaluator.ts';
import type { MarkupElement } from '../markup.ts';

export const include: Component = (node) => {
  const page = node.run.parsedPage(pageName(node.text('pageName')));
  return node.run.include(page);
};

/** The template with its insertions filled in. */
export const composition: Component = (node) => {
  const template = node.run.parsedPage(pageName(node.text('template')));
  const slots = new Map<string, () => string>();
  for (const part of node.childElements('apex:define')) {
    slots.set(node.child(part).text('name'), () => node.run.render(part.children, node.evaluator, node.slots));
  }
  return node.run.render(template.children, node.evaluator, slots);
};

export const insert: Component = (node) => (node.slots.get(node.text('name')) ?? (() => node.body()))();

export const componentBody: Component = (node) => (node.slots.get('') ?? (() => ''))();

/** `Page.X` in an attribute is `/apex/X`. */
function pageName(value: string): string {
  return value.slice(value.lastIndexOf('/') + 1);
}

/** A component of the project: its attributes are names inside of it, and its controller's properties. */
export function customComponent(node: ComponentNode, root: MarkupElement): string {
  const definition = new ComponentNode(root, node.evaluator, node.run);
  const controllerName = root.attributes.get('controller');
  if (root.attributes.has('extensions')) throw new NotSupported('extensions of a Visualforce component', place(root));
  const controller = controllerName === undefined ? undefined : node.run.makeController(controllerName);
  const values = new Map<string, unknown>();
  for (const attribute of definition.childElements('apex:attribute')) {
    const name = attribute.attributes.get('name') ?? '';
    const value = attributeValue(node, definition.child(attribute), name);
    values.set(name.toLowerCase(), value);
    const target = attribute.attributes.get('assignto');
    if (target !== undefined && controller !== undefined) node.run.assign(controller, target, value);
  }
  const names: Names = {
    find: (name) => {
      const key = name.toLowerCase();
      if (values.has(key)) return { value: values.get(key) };
      return controller === undefined ? undefined : node.run.property(controller, name);
    },
  };
  const body = () => node.body();
  const children = root.children.filter((child) => child.kind === 'text' || child.name !== 'apex:attribute');
  return node.run.render(children, node.run.outerEvaluator.within(names), new Map([['', body]]));
}

function attributeValue(node: ComponentNode, attribute: ComponentNode, name: string): unknown {
  if (node.has(name)) return node.value(name);
  if (attribute.flag('required', false)) {
    throw new OrgError('VISUALFORCE_ERROR', `Missing required attribute ${name} in <${node.element.name}>`);
  }
  return attribute.value('default') ?? null;
}

function place({ file, line }: MarkupElement): string {
  return `${file}:${line}`;
}
