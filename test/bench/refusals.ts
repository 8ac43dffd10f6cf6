import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { RequestInput } from '../../backend/domain/ride/requestInput.ts';
import type { Bench, Figure } from '../support/bench.ts';
import { type House, openHouse } from '../support/openHouse.ts';
import { SeededRandom } from '../support/seededRandom.ts';
import { TOWN_DAY } from '../support/trialTown.ts';

const BAR_MS = 2000;

/** How long callers wait for whom there is no vehicle, while others are being booked. */
const bench: Bench = {
  name: 'refusals',
  about:
    'callers without an offer: how long until the reason is told, under load [--rides 300] [--callers 8] [--rounds 3]',
  async run(options, report) {
    const stopwatch = () => performance.now();
    const house = await openHouse({ stopwatch });
    try {
      const random = new SeededRandom(1);
      await fillDay(house, random, options.number('rides', 300));
      const refused: number[] = [];
      const served: number[] = [];
      const reasons = new Map<string, number>();
      for (let round = 0; round < options.number('rounds', 3); round++) {
        const callers = Array.from({ length: options.number('callers', 8) }, (_, c) => c);
        await Promise.all(
          callers.map(async (c) => {
            const isHopeless = c % 2 === 0;
            const needs = isHopeless ? (['stretcher'] as const) : [];
            const began = performance.now();
            const outcome = await house.stages.booking.request(
              anyRequest(house, random, { needs, children: isHopeless ? 2 : 0 }),
              SYSTEM_ACTOR,
            );
            (isHopeless ? refused : served).push(performance.now() - began);
            if (!outcome.ok && isHopeless) {
              const { code } = outcome.reason.rejection;
              reasons.set(code, (reasons.get(code) ?? 0) + 1);
            }
          }),
        );
      }
      tell(report, 'refused, with its reason and what could be had instead', refused, BAR_MS);
      tell(report, 'offered meanwhile', served);
      for (const [code, count] of reasons) {
        report({ work: `refused for ${code}`, figure: count, unit: 'callers' });
      }
    } finally {
      await house.close();
    }
  },
};

export default bench;

async function fillDay(house: House, random: SeededRandom, rides: number): Promise<void> {
  let booked = 0;
  for (let tries = 0; booked < rides && tries < rides * 4; tries++) {
    const asked = await house.stages.booking.request(anyRequest(house, random), SYSTEM_ACTOR);
    const offer = asked.ok ? asked.value.offers[0] : undefined;
    if (!offer) continue;
    const accepted = await house.stages.booking.accept(offer.id, SYSTEM_ACTOR);
    if (accepted.ok) booked += 1;
  }
}

function anyRequest(house: House, random: SeededRandom, given: Partial<RequestInput> = {}): RequestInput {
  const { people, region } = house.town;
  const from = random.pick(region.boardingPoints);
  const to = random.pick(region.boardingPoints.filter(({ id }) => id !== from.id));
  return {
    channel: 'phone',
    personId: random.pick(people).id,
    from: { kind: 'boardingPoint', id: from.id },
    to: { kind: 'boardingPoint', id: to.id },
    day: TOWN_DAY,
    requested: { kind: 'departAfter', second: 9 * 3600 + random.below(7 * 3600) },
    companions: 0,
    attendants: 0,
    children: 0,
    needs: [],
    note: null,
    ...given,
  };
}

function tell(report: (figure: Figure) => void, work: string, times: readonly number[], bar?: number): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  report({ work: `${work}, p50`, figure: at(0.5), unit: 'ms' });
  const worst = sorted.at(-1) ?? 0;
  report({
    work: `${work}, longest of ${sorted.length}`,
    figure: worst,
    unit: 'ms',
    ...(bar === undefined ? {} : { bar: `<= ${bar}`, met: worst <= bar }),
  });
}
