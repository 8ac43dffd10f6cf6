/** The server's clock, kept on this device: in a sped-up trial it is neither the wall clock nor as slow. */
export interface ServerClock {
  /** The server's moment now, ms since 1970. */
  readonly now: () => number;
  /** How many server seconds go by in one real second. */
  readonly speed: number;
}

/**
 * A clock that goes on from what the server said. `steadyMs` counts real milliseconds and never jumps
 * (`performance.now`), so that a wrong or corrected device clock does not matter.
 */
export function createServerClock(said: { now: string; speed: number }, steadyMs: () => number): ServerClock {
  const [serverStart, steadyStart] = [Date.parse(said.now), steadyMs()];
  return { now: () => serverStart + (steadyMs() - steadyStart) * said.speed, speed: said.speed };
}
