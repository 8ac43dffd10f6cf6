import type { Page } from 'playwright-core';

/** A keyboard that counts what is pressed. */
export interface CountedKeys {
  /** Presses keys one after the other (`F3`, `Enter`, `a`). */
  press(...keys: readonly string[]): Promise<void>;
  /** Types a text, one press for each character. */
  type(text: string): Promise<void>;
  /** Presses since the last count. */
  count(): number;
}

export function countedKeys(page: Page): CountedKeys {
  let pressed = 0;
  return {
    async press(...keys) {
      for (const key of keys) {
        pressed += 1;
        await page.keyboard.press(key);
      }
    },
    async type(text) {
      pressed += [...text].length;
      await page.keyboard.type(text);
    },
    count() {
      const count = pressed;
      pressed = 0;
      return count;
    },
  };
}

/** Counts pointer events from now on; `pointerEvents` reads the count, which a run without a mouse leaves at 0. */
export async function watchPointer(page: Page): Promise<void> {
  await page.evaluate(`
    window.pointerEvents = 0;
    for (const name of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(name, () => { window.pointerEvents += 1; }, true);
  `);
}

export function pointerEvents(page: Page): Promise<number> {
  return page.evaluate('window.pointerEvents');
}
