import { describe, expect, it } from 'vitest';
import { UnknownCursor } from '../../../backend/domain/fault/unknownCursor.ts';
import { readOn } from '../../support/readOn.ts';
import { SAMPLE_DAY, sampleEvent } from '../../support/sampleRows.ts';
import { settledHead } from '../../support/settledHead.ts';
import type { StoreBench } from './storeSuite.ts';

/** The append-only log. */
export function eventsSuite(bench: StoreBench): void {
  describe('event log', () => {
    const append = (...rideIds: string[]) =>
      bench.write(({ events }) => events.append(rideIds.map((rideId) => sampleEvent({ rideId }))));

    it('events appended one after the other: read in that order, once each, in steps of any size', async () => {
      let cursor = await settledHead(bench.store);
      await append('a', 'b', 'c');
      await append('d');
      await append('e', 'f');
      const seen: (string | null)[] = [];
      for (const step of [2, 1, 3]) {
        const page = await readOn(bench.store, cursor, step);
        seen.push(...page.map(({ rideId }) => rideId));
        cursor = page.at(-1)!.cursor;
      }
      expect(seen).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
      expect(await bench.read(({ events }) => events.readAfter(cursor, 10))).toEqual([]);
    });

    it('the head: nothing is behind it until something is appended', async () => {
      const before = await settledHead(bench.store);
      await append('g');
      await readOn(bench.store, before, 1);
      const head = await settledHead(bench.store);
      await append('h');
      const [after] = await readOn(bench.store, head, 1);
      const { cursor, ...event } = after!;
      expect(event).toEqual(sampleEvent({ rideId: 'h' }));
      expect(await settledHead(bench.store)).toBe(cursor);
    });

    it('no cursor: reads from the beginning', async () => {
      expect(await readOn(bench.store, undefined, 1)).toHaveLength(1);
    });

    it.each(['nonsense', '', '9.9.9.9', '77.1.1', '1.999999999999999.1'])(
      'the cursor "%s", which the log never gave: refused',
      async (cursor) => {
        await expect(bench.read(({ events }) => events.readAfter(cursor, 1))).rejects.toThrow(UnknownCursor);
      },
    );

    it('events of a transaction that is rolled back: never read', async () => {
      const head = await settledHead(bench.store);
      const failing = bench.write(async ({ events }) => {
        await events.append([sampleEvent({ rideId: 'undone' })]);
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      await append('done');
      const after = await readOn(bench.store, head, 1);
      expect(after.map(({ rideId }) => rideId)).toEqual(['done']);
    });

    it('events of a ride and of a day: all of them, in order', async () => {
      await append('x', 'y');
      await append('x');
      await bench.read(async ({ events }) => {
        expect((await events.listByRide('x')).map(({ rideId }) => rideId)).toEqual(['x', 'x']);
        const day = (await events.listByDay(SAMPLE_DAY)).map(({ rideId }) => rideId);
        expect(day.slice(-3)).toEqual(['x', 'y', 'x']);
        expect(await events.listByDay('2031-01-01')).toEqual([]);
      });
    });

    it('new events: the bell rings, and no more once it is stopped', async () => {
      let stop = () => {};
      const rung = new Promise<void>((resolve) => {
        stop = bench.store.onNewEvents(resolve);
      });
      await append('ring');
      await rung;
      stop();
    });
  });
}
