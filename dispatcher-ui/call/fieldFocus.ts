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
  /** Where the caret goes with the drawing that is under way. */
  let awaited: FocusField | null = null;
  const places = FOCUS_FIELDS.map(
    (field) => [field, watchedRef((place) => awaited === field && enter(place))] as const,
  );
  const refs = Object.fromEntries(places) as FieldFocus['refs'];

  function enter(place: HTMLElement): void {
    awaited = null;
    place.focus();
    if (place instanceof HTMLInputElement && place.type === 'text') place.select();
  }

  return {
    refs,
    go(field) {
      const place = refs[field].current;
      if (place) {
        enter(place);
        return;
      }
      awaited = field;
      // What is not drawn by then is not coming, and must not take the caret from somebody who types later.
      requestAnimationFrame(() => {
        if (awaited === field) awaited = null;
      });
    },
  };
}

/** A reference that tells when its part of the page is drawn: before the next key, which must not go astray. */
function watchedRef(onDrawn: (place: HTMLElement) => void): RefObject<HTMLElement | null> {
  const held = createRef<HTMLElement>();
  return {
    get current() {
      return held.current;
    },
    set current(place) {
      held.current = place;
      if (place) onDrawn(place);
    },
  };
}
