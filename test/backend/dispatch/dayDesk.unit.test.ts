import { describe, expect, it } from 'vitest';
import { DayDesk } from '../../../backend/dispatch/dayDesk.ts';
import type { PreparedView } from '../../../backend/dispatch/preparedView.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { findInsertions, type PlanRequest } from '../../../backend/planner/index.ts';
import type { LocatedPoints, TravelMatrix, TravelPoint } from '../../../backend/ports/travel.ts';
import {
  openValley,
  StraightRoadMatrix,
  VALLEY_DAY,
  VALLEY_POINTS,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../support/smallValley.ts';

/** The valley's road in arrays that are kept and only filled further, as the matrix of real roads does. */
class KeptMatrix implements TravelMatrix {
  readonly #road = new StraightRoadMatrix();
  readonly #seconds = new Int32Array(64 * 64);
  readonly #metres = new Int32Array(64 * 64);

  async locate(points: readonly TravelPoint[]): Promise<LocatedPoints> {
    const located = await this.#road.locate(points);
    const { size, layers } = located.times;
    for (let from = 0; from < size; from++) {
      this.#seconds.set(layers[0]!.seconds.subarray(from * size, (from + 1) * size), from * 64);
      this.#metres.set(layers[0]!.metres.subarray(from * size, (from + 1) * size), from * 64);
    }
    const kept = { fromSecond: 0, seconds: this.#seconds, metres: this.#metres };
    return { ...located, times: { stride: 64, size, layers: [kept] } };
  }
}

async function openKept() {
  const matrix = new KeptMatrix();
  const eightSeats = [[8, 0, 0]];
  const valley = await openValley({
    people: valleyPeople(9),
    configurations: [eightSeats, eightSeats, eightSeats],
    breaks: [{ window: { earliest: 12 * 3600, latest: 13 * 3600 }, seconds: 1800 }],
    matrix,
  });
  const openDesk = () =>
    new DayDesk({
      store: valley.store,
      matrix,
      clock: valley.clock,
      ids: valley.ids,
      weights: { excessRideHour: 1200, waitHour: 600 },
      onPlanChecked: () => undefined,
    });
  return { valley, openDesk };
}

async function viewOf(desk: DayDesk): Promise<PreparedView> {
  return desk.view(await desk.snapshot(VALLEY_DAY));
}

async function book(
  valley: Valley,
  person: number,
  from: string,
  to: string,
  second: number,
): Promise<string> {
  const asked = await valley.booking.request(
    valleyRequest({
      personId: `person-${person}`,
      from: { kind: 'boardingPoint', id: from },
      to: { kind: 'boardingPoint', id: to },
      requested: { kind: 'departAfter', second },
    }),
    SYSTEM_ACTOR,
  );
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const accepted = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!accepted.ok) throw new Error(accepted.reason.code);
  return accepted.value.id;
}

/** All insertions of a few requests that nobody made, in order. */
function answersOf({ view, day }: PreparedView) {
  const at = (id: string) => view.locations.get(id);
  const asked = VALLEY_POINTS.flatMap((from) => VALLEY_POINTS.map((to) => [at(from), at(to)] as const));
  return asked.flatMap(([from, to], i) => {
    if (from === undefined || to === undefined || from === to) return [];
    const request: PlanRequest = {
      id: `asked-${i}`,
      pickupLocation: from,
      dropoffLocation: to,
      pickupWindow: { earliest: 9 * 3600, latest: 9 * 3600 + i * 400 },
      dropoffWindow: { earliest: 0, latest: 86_400 },
      maxRideSeconds: 3600,
      load: [1, 0, 0],
      pickupDwellSeconds: 60,
      pickupJoinSeconds: 20,
      dropoffDwellSeconds: 40,
      dropoffJoinSeconds: 15,
      neededSkills: 0,
      allowedOperators: -1,
    };
    return [findInsertions(day, request, { limit: 50, explain: false }).insertions];
  });
}

/** Vehicles that are not those of the view before. */
function preparedAnew(view: PreparedView, before: PreparedView): number {
  return view.day.vehicles.filter(({ figures }, v) => figures !== before.day.vehicles[v]!.figures).length;
}

describe('DayDesk', () => {
  it('booking after booking: one vehicle is prepared anew, and the view answers as one made from nothing', async () => {
    const { valley, openDesk } = await openKept();
    const desk = openDesk();
    let before = await viewOf(desk);
    const rides: readonly (readonly [string, string, number])[] = [
      ['A', 'F', 9 * 3600],
      ['F', 'A', 9 * 3600],
      ['C', 'D', 9 * 3600 + 300],
      ['D', 'C', 9 * 3600 + 600],
      ['B', 'E', 10 * 3600],
      ['E', 'B', 12 * 3600],
    ];
    for (const [i, [from, to, second]] of rides.entries()) {
      await book(valley, i + 1, from, to, second);
      const view = await viewOf(desk);
      expect(preparedAnew(view, before)).toBe(1);
      const fresh = await viewOf(openDesk());
      expect(view.evaluated.evaluations).toEqual(fresh.evaluated.evaluations);
      expect(answersOf(view)).toEqual(answersOf(fresh));
      before = view;
    }
  });

  it('a new address and a clock before the shifts begin: nothing is prepared anew', async () => {
    const { valley, openDesk } = await openKept();
    const desk = openDesk();
    await book(valley, 1, 'A', 'F', 9 * 3600);
    const before = await viewOf(desk);
    valley.clock.moveTo(valley.clock.now() + 60_000);
    const snapshot = await desk.snapshot(VALLEY_DAY);
    const view = await desk.view(snapshot, [{ id: 'door:person-9', lon: 139.725, lat: 37.5 }]);
    expect(view.view.nowSecond).toBe(before.view.nowSecond + 60);
    expect(preparedAnew(view, before)).toBe(0);
    expect(answersOf(view)).toEqual(answersOf(await viewOf(openDesk())));
  });

  it('the day of a version written elsewhere: read again, what stayed the same is kept', async () => {
    const { valley, openDesk } = await openKept();
    const desk = openDesk();
    await book(valley, 1, 'A', 'F', 9 * 3600);
    const before = await viewOf(desk);
    desk.forget(VALLEY_DAY);
    const view = await viewOf(desk);
    expect(view.view.snapshot).not.toBe(before.view.snapshot);
    expect(preparedAnew(view, before)).toBe(0);
  });
});
