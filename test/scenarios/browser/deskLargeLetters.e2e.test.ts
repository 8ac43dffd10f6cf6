import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookFirstOffer } from '../../support/bookFromHome.ts';
import { deskTown } from '../../support/deskTown.ts';
import { leaveBehind } from '../../support/leaveBehind.ts';
import { setLargeLetters, signInByKeys } from './openBrowser.ts';
import { withScreens } from './withScreens.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const RIDES = 12;

/** Words of rides in the list that lie over others', or outside their row. */
const crossedWords = (page: Page) =>
  page.evaluate<readonly string[]>(`[...document.querySelectorAll('.rideRow')].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return [...row.children].filter((part) => {
      const box = part.getBoundingClientRect();
      return box.top < top - 0.5 || box.bottom > bottom + 0.5;
    }).map((part) => part.textContent);
  })`);

/** What sticks out of the page at the side, but for what scrolls by itself, as class names. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const room = document.documentElement.clientWidth + 0.5;
    const scrolls = (part) => part && (/auto|scroll|hidden/.test(getComputedStyle(part).overflowX) || scrolls(part.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((part) => !part.closest('.visuallyHidden, .regionMap') && part.getBoundingClientRect().right > room && !scrolls(part.parentElement))
      .map((part) => part.tagName + '.' + part.className);
  })()`);
}

describe('somebody works at the desk with letters of twice the size', () => {
  const screens = withScreens(async () => ({ town: await deskTown() }));

  beforeAll(async () => {
    const { house } = screens;
    const rides = [];
    for (const { id } of house.town.people.slice(0, RIDES)) {
      rides.push(await bookFirstOffer(house, { personId: id }));
    }
    await leaveBehind(house, rides.find((ride) => ride !== null)!.id);
    await house.signIn({ role: 'dispatcher', login: 'plans' });
    await house.signIn({ role: 'municipality', login: 'town', municipalities: ['07421'] });
  });

  it.each(SIZES)(
    '$width × $height: nothing of any view sticks out, and no words lie over others',
    async (size) => {
      for (const login of ['plans', 'town']) {
        const desk = await screens.open('/desk/', size);
        await setLargeLetters(desk);
        await signInByKeys(desk, login);
        await desk.locator('.connection-connected').waitFor();
        const views = desk.locator('.deskView');
        for (let view = 0; view < (await views.count()); view++) {
          await views.nth(view).click();
          await desk.locator('.deskRoom').first().waitFor();
          expect(await sticksOut(desk)).toEqual([]);
          expect(await crossedWords(desk)).toEqual([]);
        }
      }
      expect(screens.complaints).toEqual([]);
    },
  );
});
