import { createRef, type RefObject } from 'react';

/** Places of the page the caret is led to. */
export const FOCUS_FIELDS = [
  'reference',
  'person',
  'usual',
  'from',
  'to',
  'when',
  'party',
  'note',
  'offers',
  'wayHome',
  'override',
] as const;
export type FocusField = (typeof FOCUS_FIELDS)[number];

/** The way to each field from anywhere on the desk. */
export interface FieldFocus {
  readonly refs: Readonly<Record<FocusField, RefObject<HTMLElement | null>>>;
  /** Puts the caret into a field, or as soon as it is drawn, and marks the text that stands there. */
  readonly go: (field: FocusField) => void;
}

export function createFieldFocus(): FieldFocus {
  const refs = Object.fromEntries(FOCUS_FIELDS.map((field) => [field, createRef<HTMLElement>()]));
  const focusNow = (field: FocusField): boolean => {
    const place = (refs as FieldFocus['refs'])[field].current;
    place?.focus();
    if (place instanceof HTMLInputElement && place.type === 'text') place.select();
    return place !== null;
  };
  return {
    refs: refs as FieldFocus['refs'],
    // At once where it can be: what is typed next must not go astray.
    go(field) {
      if (!focusNow(field)) requestAnimationFrame(() => focusNow(field));
    },
  };
}
