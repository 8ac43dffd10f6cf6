import { describe, expect, it } from 'vitest';
import { createCalledOnlineDay, latestPickup } from './onlineDay.ts';

describe('a day of calls as the invented demand of the region has them', () => {
  const { problem, arrivals } = createCalledOnlineDay(1);

  it('in the order in which they come, all an hour or more before the rider must be fetched', () => {
    expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
    const notices = problem.requests.map((request, r) => latestPickup(problem, request) - arrivals[r]!);
    expect(Math.min(...notices)).toBeGreaterThanOrEqual(3_600);
  });

  it('about one in two on days before', () => {
    const before = arrivals.filter((at) => at < 0).length;
    expect(before).toBeGreaterThan(arrivals.length * 0.4);
    expect(before).toBeLessThan(arrivals.length * 0.75);
  });
});
