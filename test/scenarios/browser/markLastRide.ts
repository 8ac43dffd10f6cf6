import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Marks the last ride of the list, which has the keyboard from then on, and waits for its card.
 * @param text what the card says, such as the rider's name
 */
export async function markLastRide(page: Page, text = ''): Promise<void> {
  const card = page.locator('.rideCard', { hasText: text });
  // Before the list is there, or narrowed down, it takes no focus, and the key marks nobody or somebody else.
  const isMarked = async () => {
    await page.locator('.rideRows').focus();
    await page.keyboard.press('End');
    return card.isVisible();
  };
  await expect.poll(isMarked, { timeout: 20_000 }).toBe(true);
}
