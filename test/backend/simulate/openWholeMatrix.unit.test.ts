import { describe, expect, it } from 'vitest';
import { PlainFault } from '../../../backend/main/plainFault.ts';
import { openWholeMatrix } from '../../../backend/simulate/openWholeMatrix.ts';
import { FakeRoads } from '../adapters/osrm/fakeRoads.ts';

const POINTS = Array.from({ length: 120 }, (_, i) => ({ id: `p${i}`, lon: 139.7 + i / 1000, lat: 37.5 }));

/** Opens the matrix of a day; every wait is a turn of `then`. */
async function open(roads: FakeRoads, then: (turn: number) => void) {
  let waits = 0;
  const notes: string[] = [];
  const matrix = await openWholeMatrix({
    roads,
    networkId: 'test',
    points: POINTS,
    note: (sentence) => notes.push(sentence),
    async wait() {
      waits += 1;
      then(waits);
    },
  });
  const located = await matrix.locate(POINTS);
  matrix.close();
  return { located, waits, notes };
}

describe('the travel times of a day that is played', () => {
  it('the roads answer: nothing is waited for', async () => {
    const { located, waits } = await open(new FakeRoads(), () => {});
    expect([located.quality, waits]).toEqual(['roads', 0]);
  });

  it('the roads are late: asked again until every place is known by them, with the times as if they had answered', async () => {
    const late = new FakeRoads();
    late.areThere = false;
    const { located, waits, notes } = await open(late, (turn) => {
      late.areThere = turn === 3;
    });
    const { located: prompt } = await open(new FakeRoads(), () => {});
    expect([located.quality, waits]).toEqual(['roads', 3]);
    expect(notes.at(-1)).toContain('late to answer');
    const cells = (of: typeof located) =>
      of.indices.map((a) => of.indices.map((b) => of.times.layers[0]!.seconds[a * of.times.stride + b]));
    expect(cells(located)).toEqual(cells(prompt));
  });

  it('the roads never answer: ended in one sentence, instead of a day on estimates', async () => {
    const gone = new FakeRoads();
    gone.areThere = false;
    await expect(open(gone, () => {})).rejects.toThrow(PlainFault);
    await expect(open(gone, () => {})).rejects.toThrow('120 of 120 places have estimated times only');
  });
});
