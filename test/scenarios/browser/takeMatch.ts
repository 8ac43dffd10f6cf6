import type { Page } from 'playwright-core';

/**
 * Takes by Enter the marked match in the list of the field that has the caret, once the list belongs to all that was
 * typed.
 * @param text what the marked match must say
 */
export async function takeMatch(page: Page, text: string): Promise<void> {
  await page
    .locator('.comboList:not([aria-busy="true"]) .comboItem[aria-selected="true"]:visible', { hasText: text })
    .waitFor();
  await page.keyboard.press('Enter');
}
