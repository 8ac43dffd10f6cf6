import type { KeyboardEvent } from 'react';

/** Is an input method still composing? Key code 229 is what some of them send instead of the flag. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}
