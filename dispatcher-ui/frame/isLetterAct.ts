import type { KeyboardEvent } from 'react';
import { isComposing } from '../../screen-kit/parts/isComposing.ts';

/** Where letters are typed, or answer a question; into a choice nothing is typed. */
const ELSEWHERE = 'dialog, input:not([type="radio"], [type="checkbox"])';

/** Is the key pressed a letter that does something, not one that is typed or meant for the browser? */
export function isLetterAct(event: KeyboardEvent): boolean {
  const isElsewhere = event.target instanceof HTMLElement && event.target.closest(ELSEWHERE) !== null;
  return !isElsewhere && !isComposing(event) && !event.ctrlKey && !event.metaKey && !event.altKey;
}
