import type { PostgresStore } from '../../../backend/adapters/postgres/index.ts';
import type { Person } from '../../../backend/domain/person/person.ts';
import { serviceDayOf } from '../../../backend/domain/units/time.ts';
import { fillHistory } from '../../../backend/main/fillHistory.ts';
import type { RegionData } from '../../../seeds/region/regionData.ts';
import { type Figure, percentile } from '../../support/bench.ts';
import type { House } from '../../support/openHouse.ts';
import { TOWN_MORNING } from '../../support/trialTown.ts';

/** Of so many riders one in seven has habits: six weeks of rides. */
const RIDERS = 20_000;
/** Cards opened. */
const CARDS = 300;
const BAR_MS = 500;

/** From the caller's name to the card: members, today's rides, bookings ahead, and usual rides out of the history. */
export async function measureHouseholdCards(
  house: House,
  store: PostgresStore,
  region: RegionData,
  people: readonly Person[],
  report: (figure: Figure) => void,
): Promise<void> {
  const regulars = people.slice(0, RIDERS);
  await fillHistory(store, region, regulars, serviceDayOf(TOWN_MORNING), () => false);
  const operator = await house.signIn({ role: 'operator', login: 'cards' });
  const times: number[] = [];
  let withUsual = 0;
  const step = Math.max(1, Math.floor(regulars.length / CARDS));
  for (let i = 0; i < regulars.length; i += step) {
    const began = performance.now();
    const card = await operator.get(`/api/v1/people/${regulars[i]!.id}/card`);
    times.push(performance.now() - began);
    if (card.status !== 200) throw new Error(`The card was answered ${card.status}.`);
    if (card.body.usual.length > 0) withUsual += 1;
  }
  const p95 = percentile(times, 0.95);
  report({
    work: `${people.length.toLocaleString('en')} riders, ${times.length} household cards, ${withUsual} with usual rides, p95`,
    figure: p95,
    unit: 'ms',
    bar: `<= ${BAR_MS}`,
    met: p95 <= BAR_MS,
  });
}
