import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type House, type HouseOptions, openHouse } from '../../support/openHouse.ts';
import { type CuttableLine, layLine } from './cuttableLine.ts';
import { launchBrowser, openPage, signInByKeys } from './openBrowser.ts';

/** A house with its screens, a browser, and a wire between them. Nothing of it is there before the tests begin. */
export interface Screens {
  readonly house: House;
  readonly browser: Browser;
  /** Between every page of `open` and the house. */
  readonly wire: CuttableLine;
  /** Where the built screens lie. */
  readonly folder: string;
  /** What the browser complained about, on all pages so far. */
  readonly complaints: readonly string[];
  /** Opens a page (`/desk/`) in a session of its own. */
  open(path: string, viewport?: { width: number; height: number }): Promise<Page>;
  /** Opens the desk and signs in with keys only; its first figures are there. */
  openDesk(login: string): Promise<Page>;
}

/** Opens a house with its screens for the tests of a `describe`, and ends all of it after them. */
export function withScreens(options: () => HouseOptions | Promise<HouseOptions> = () => ({})): Screens {
  const folder = inject('screensFolder');
  const ends: (() => Promise<unknown>)[] = [];
  const complaints: string[][] = [];
  let opened: Pick<Screens, 'house' | 'browser' | 'wire'>;

  beforeAll(async () => {
    const given = await options();
    const house = await openHouse({ ...given, deps: { pagesFolder: folder, ...given.deps } });
    ends.push(() => house.close());
    const wire = await layLine(house.address);
    ends.push(() => wire.close());
    const browser = await launchBrowser();
    ends.push(() => browser.close());
    opened = { house, browser, wire };
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  async function open(path: string, viewport?: { width: number; height: number }): Promise<Page> {
    const page = await openPage(opened.browser, `${opened.wire.address}${path}`, viewport);
    complaints.push(page.complaints);
    return page.page;
  }

  return {
    get house() {
      return opened.house;
    },
    get browser() {
      return opened.browser;
    },
    get wire() {
      return opened.wire;
    },
    folder,
    get complaints() {
      return complaints.flat();
    },
    open,
    async openDesk(login) {
      const desk = await open('/desk/');
      await signInByKeys(desk, login);
      await desk.locator('.connection-connected').waitFor();
      return desk;
    },
  };
}
