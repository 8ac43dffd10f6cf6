import { afterEach, describe, expect, it } from 'vitest';
import { DatedTravelMatrix } from '../../../../backend/adapters/osrm/datedTravelMatrix.ts';
import { RoadsFault } from '../../../../backend/domain/fault/roadsFault.ts';
import type { RoadClosure } from '../../../../backend/domain/road/roadClosure.ts';
import { OPEN_CALENDAR, type RoadState } from '../../../../backend/domain/road/roadState.ts';
import type { RoadStates } from '../../../../backend/ports/roadStates.ts';
import type { Roads } from '../../../../backend/ports/roads.ts';
import type { LocatedPoints } from '../../../../backend/ports/travel.ts';
import { FakeRoads } from './fakeRoads.ts';

const DAY = '2026-11-24';
const HALLS = Array.from({ length: 5 }, (_, i) => ({ id: `hall-${i}`, lon: 139.8 + i * 0.01, lat: 37.5 }));
const DOOR = { id: 'door', lon: 139.9, lat: 37.55 };

/** On closed roads everything takes three times as long. */
class FakeStates implements RoadStates {
  readonly open = new FakeRoads();
  readonly closed = new FakeRoads();
  readonly defined: string[] = [];
  isDown = false;

  async define(state: RoadState) {
    if (this.isDown) throw new RoadsFault('unreachable', 'gone');
    this.defined.push(state.id);
    return { lines: [], slowedRoads: 1 };
  }

  ownRoads(stateId: string): Roads {
    return this.roads(stateId);
  }

  roads(stateId: string): Roads {
    if (stateId === 'open') return this.open;
    const { closed } = this;
    return {
      async table(from, to, signal) {
        const { seconds, metres } = await closed.table(from, to, signal);
        return { seconds: seconds.map((row) => row.map((value) => 3 * value)), metres };
      },
      route: () => closed.route(),
      nearest: (point, signal) => closed.nearest(point, signal),
    };
  }
}

const FROM_TEN_TO_THREE: RoadClosure = {
  id: 'closure-1',
  name: '国道252号',
  stretch: { kind: 'ref', ref: '252', between: null },
  times: {
    from: null,
    to: null,
    yearly: { from: '11-24', to: '11-30' },
    hours: { from: 10 * 3600, to: 15 * 3600, weekdays: null },
  },
  reason: '落石',
  enteredBy: 'account-1',
  enteredAt: 0,
  reopenedAt: null,
  lines: [],
};
const CALENDAR = { ...OPEN_CALENDAR, closures: [FROM_TEN_TO_THREE] };

let matrix: DatedTravelMatrix;
afterEach(() => matrix.close());

/** Seconds from hall 0 to hall 1 in each layer, with the hour from which the layer counts. */
const hours = ({ indices, times }: LocatedPoints) =>
  times.layers.map((layer) => [
    layer.fromSecond / 3600,
    layer.seconds[indices[0]! * times.stride + indices[1]!]!,
  ]);

async function open(states: FakeStates) {
  matrix = await DatedTravelMatrix.open({ states, points: HALLS });
  const [[, free]] = hours(await matrix.locate(HALLS)) as [[number, number]];
  return free;
}

describe('a matrix with closures', () => {
  it('hours closed on one day: that day has three layers, another has one', async () => {
    const free = await open(new FakeStates());
    await matrix.refresh(CALENDAR, [DAY]);
    const located = await matrix.locate(HALLS, DAY);
    // closed from 10:00, for departures from 9:00; three times as long then
    expect(hours(located)).toEqual([
      [0, free],
      [9, expect.closeTo(3 * free, -1)],
      [15, free],
    ]);
    expect(located.roadBands?.map(({ stateId }) => stateId)).toEqual([
      'open',
      expect.stringMatching(/^roads-/),
      'open',
    ]);
    expect(hours(await matrix.locate(HALLS, '2026-12-01'))).toEqual([[0, free]]);
  });

  it('a closure comes: open roads are not asked again, doors known by then stay known', async () => {
    const states = new FakeStates();
    await open(states);
    await matrix.locate([DOOR, HALLS[0]!]);
    const asked = states.open.tables;
    await matrix.refresh(CALENDAR, [DAY]);
    const located = await matrix.locate([DOOR, HALLS[0]!], DAY);
    expect(states.open.tables).toBe(asked);
    expect(located.quality).toBe('roads');
    expect(matrix.revision).toBe(1);
  });

  it('the same calendar again: nothing is computed, earlier answers hold', async () => {
    const states = new FakeStates();
    await open(states);
    await matrix.refresh(CALENDAR, [DAY]);
    const asked = states.closed.tables;
    await matrix.refresh(CALENDAR, [DAY]);
    expect([states.closed.tables, matrix.revision]).toEqual([asked, 1]);
  });

  it('the engine is away when a closure comes: refused, and everybody is answered as before', async () => {
    const states = new FakeStates();
    const free = await open(states);
    states.isDown = true;
    await expect(matrix.refresh(CALENDAR, [DAY])).rejects.toMatchObject({ code: 'unreachable' });
    expect(hours(await matrix.locate(HALLS, DAY))).toEqual([[0, free]]);
  });

  it('a day nobody thought of: its states are computed when it is asked for', async () => {
    const free = await open(new FakeStates());
    await matrix.refresh(CALENDAR, []);
    expect(hours(await matrix.locate(HALLS, DAY))[1]).toEqual([9, expect.closeTo(3 * free, -1)]);
  });
});
