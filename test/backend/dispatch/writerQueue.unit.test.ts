import { describe, expect, it } from 'vitest';
import { WriterQueue } from '../../../backend/dispatch/writerQueue.ts';

describe('WriterQueue', () => {
  it('three writers of one day: one after the other in order, also after one that failed', async () => {
    const queue = new WriterQueue();
    const seen: string[] = [];
    let running = 0;
    const work =
      (name: string, fails = false) =>
      async () => {
        running += 1;
        seen.push(`${name} alone: ${running === 1}`);
        await Promise.resolve();
        running -= 1;
        if (fails) throw new Error(name);
        return name;
      };
    const results = await Promise.allSettled([
      queue.run('day', work('a')),
      queue.run('day', work('b', true)),
      queue.run('day', work('c')),
    ]);
    expect(seen).toEqual(['a alone: true', 'b alone: true', 'c alone: true']);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('writers of two days: neither waits for the other', async () => {
    const queue = new WriterQueue();
    let release = () => {};
    const held = queue.run('monday', () => new Promise<void>((resolve) => (release = resolve)));
    expect(await queue.run('tuesday', async () => 'done')).toBe('done');
    release();
    await held;
  });
});
