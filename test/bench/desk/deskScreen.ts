import type { Page } from 'playwright-core';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { launchBrowser, openPage, signInByKeys } from '../../scenarios/browser/openBrowser.ts';
import { type Figure, percentile } from '../../support/bench.ts';
import { buildScreens, firstLoadBytes } from '../../support/buildScreens.ts';
import { addHabit, deskTown, PAIR_NUMBER } from '../../support/deskTown.ts';
import { type House, openHouse } from '../../support/openHouse.ts';
import { reportCall } from '../../support/reportCall.ts';
import { sampleRide } from '../../support/sampleRows.ts';
import { TOWN_DAY } from '../../support/trialTown.ts';
import { reportNewRider } from './newRider.ts';

const SCRIPT_BAR_KB = 300;
const LATENCY_BAR_MS = 50;
const KEYS_BAR = 8;
const RIDES = 600;
const TYPED = 'satou akiko 1030 asu10 byouin no yoyaku';

/**
 * The desk in a browser: what it loads, how soon a key is on the screen, how many keys the usual ride takes, how long a
 * call of somebody new.
 */
export async function measureDeskScreen(report: (figure: Figure) => void): Promise<void> {
  const pages = await buildScreens();
  const town = await deskTown();
  const house = await openHouse({ town, deps: { pagesFolder: pages.folder } });
  const browser = await launchBrowser();
  try {
    const kilobytes = firstLoadBytes(pages.folder, 'desk') / 1000;
    report({
      work: 'desk, first load, script compressed',
      figure: kilobytes,
      unit: 'kB',
      bar: `<= ${SCRIPT_BAR_KB}`,
      met: kilobytes <= SCRIPT_BAR_KB,
    });
    await addHabit(house, town.haru);
    await addRides(house);
    await house.signIn({ role: 'operator', login: 'desk' });
    const { page } = await openPage(browser, `${house.address}/desk/`, { width: 1920, height: 1080 });
    await signInByKeys(page, 'desk');
    await page.locator('.rideRow').first().waitFor();
    await reportLatency(page, report);
    await reportKeys(house, page, report);
    // On to the next call.
    await page.keyboard.press('Enter');
    await page.locator('.callerQuiet').waitFor();
    await reportNewRider(house, page, report);
  } finally {
    await browser.close();
    await house.close();
    await pages.remove();
  }
}

async function addRides(house: House): Promise<void> {
  const points = house.town.region.boardingPoints;
  await house.store.write(SYSTEM_SCOPE, async (tables) => {
    for (let i = 0; i < RIDES; i += 1) {
      const person = house.town.people[2 + (i % (house.town.people.length - 2))]!;
      const [from, to] = [points[i % points.length]!, points[(i * 7 + 1) % points.length]!];
      const second = 8 * 3600 + i * 60;
      await tables.rides.insert(
        sampleRide({
          id: `listed-${i}`,
          status: 'booked',
          day: TOWN_DAY,
          personId: person.id,
          municipality: person.municipality,
          from,
          to,
          requested: { kind: 'arriveBy', second },
          promise: {
            pickup: { earliest: second - 1200, latest: second - 900 },
            dropoff: { earliest: second - 600, latest: second },
          },
        }),
      );
    }
  });
}

/** From the key to the next picture, as the browser's event timing tells it (in steps of 8 ms, from 16 ms on). */
async function reportLatency(page: Page, report: (figure: Figure) => void): Promise<void> {
  await page.evaluate(`
    window.slowKeys = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (/^(keydown|keypress|keyup|input|beforeinput)$/.test(entry.name)) window.slowKeys.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  `);
  for (const field of ['.bookingForm input >> nth=0', '.whenTime input', '.rideSearch input']) {
    await page.locator(field).focus();
    for (const letter of TYPED) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
  }
  // The observer is told once the last picture is drawn.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  const slow = await page.evaluate<number[]>('window.slowKeys');
  const keys = 3 * [...TYPED].length;
  const all = [...slow, ...Array.from({ length: Math.max(0, keys - slow.length) }, () => 16)];
  const p95 = percentile(all, 0.95);
  report({
    work: `key → picture with ${RIDES} rides on screen, ${keys} keys in three fields, p95`,
    figure: p95,
    unit: 'ms',
    bar: `<= ${LATENCY_BAR_MS}`,
    met: p95 <= LATENCY_BAR_MS,
  });
  report({ work: 'the same, slowest', figure: Math.max(...all), unit: 'ms' });
}

/** From the ringing telephone to the booked usual ride. */
async function reportKeys(house: House, page: Page, report: (figure: Figure) => void): Promise<void> {
  await reportCall(house, { id: 'bench', state: 'answered', number: PAIR_NUMBER, operator: 'desk' });
  await page.locator('.screenPop', { hasText: PAIR_NUMBER }).waitFor();
  let keys = 0;
  const press = async (key: string, seen: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
    await page.locator(seen).first().waitFor();
  };
  await press('F3', '.popPeople .cardStop');
  const place = await page.locator('.popPeople .cardStop', { hasText: 'ハル' }).locator('.key').textContent();
  await press(place ?? '1', '.usualRide');
  await press('1', '.whenRead:not(:empty)');
  await press('Enter', '.bookButton');
  await press('Enter', '.agreedCard');
  report({
    work: 'usual ride, ringing telephone → booked',
    figure: keys,
    unit: 'keys',
    bar: `<= ${KEYS_BAR}`,
    met: keys <= KEYS_BAR,
  });
}
