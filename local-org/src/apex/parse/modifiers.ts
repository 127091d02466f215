/** Builds modifiers and annotations. */
import type { AnnotationContext, ElementValueContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { Annotation, Modifiers } from '../ast/nodes.ts';
import { literal } from './literals.ts';
import { at } from './nodes.ts';

export const noModifiers: Modifiers = { annotations: [], words: [] };

export function modifiers(contexts: readonly ModifierContext[]): Modifiers {
  if (contexts.length === 0) return noModifiers;
  const annotations: Annotation[] = [];
  const words: string[] = [];
  for (const context of contexts) {
    const annotated = context.annotation();
    if (annotated) annotations.push(annotation(annotated));
    else words.push(word(context));
  }
  return { annotations, words };
}

function word(context: ModifierContext): string {
  if (!context.SHARING()) return context.getText().toLowerCase();
  if (context.WITHOUT()) return 'without sharing';
  return context.INHERITED() ? 'inherited sharing' : 'with sharing';
}

function annotation(context: AnnotationContext): Annotation {
  const values: Record<string, string | boolean | number> = {};
  const single = context.elementValue();
  if (single) values['value'] = elementValue(single);
  for (const pair of context.elementValuePairs()?.elementValuePair_list() ?? []) {
    values[pair.id().getText().toLowerCase()] = elementValue(pair.elementValue());
  }
  return { ...at(context), name: context.id().getText().toLowerCase(), values };
}

function elementValue(context: ElementValueContext): string | boolean | number {
  const value = literal(context.literal());
  if (value.type === 'Boolean') return value.text === 'true';
  return value.type === 'Integer' ? Number(value.text) : value.text;
}
