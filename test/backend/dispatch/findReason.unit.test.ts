import { describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { Stopwatch } from '../../../backend/ports/stopwatch.ts';
import { openValley, valleyRequest } from '../../support/smallValley.ts';

/** A watch that goes on by so many milliseconds at every look. */
function watchOf(stepMs: number): Stopwatch {
  let now = 0;
  return () => {
    now += stepMs;
    return now;
  };
}

/** Six people where the vehicle has two seats. */
async function refuse(stopwatch?: Stopwatch) {
  const valley = await openValley({
    configurations: [[[2, 0, 0]]],
    ...(stopwatch && { stopwatch }),
  });
  const refused = await valley.booking.request(valleyRequest({ companions: 5 }), SYSTEM_ACTOR);
  if (refused.ok) throw new Error('it was offered');
  return { code: refused.reason.rejection.code, alternatives: refused.reason.alternatives };
}

describe('the reason of a refusal', () => {
  it('time enough: the rule that binds', async () => {
    expect((await refuse(watchOf(1))).code).toBe('noCapacity');
    expect((await refuse()).code).toBe('noCapacity');
  });

  it('the time is over before it is proved: said as such', async () => {
    expect(await refuse(watchOf(600))).toEqual({ code: 'reasonUnproved', alternatives: [] });
  });

  it('alternatives: those that were found in time are told, no others', async () => {
    const refused = async (stepMs: number) => {
      const valley = await openValley({ stopwatch: watchOf(stepMs) });
      const early = { kind: 'departAfter', second: 3 * 3600 } as const;
      const asked = await valley.booking.request(valleyRequest({ requested: early }), SYSTEM_ACTOR);
      return asked.ok ? -1 : asked.reason.alternatives.length;
    };
    expect(await refused(1)).toBeGreaterThan(0);
    expect(await refused(2000)).toBe(0);
  });
});
