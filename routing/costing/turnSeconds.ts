import type { Turn } from './carProfile.ts';

/** How a driver slows down in turns. */
export interface TurnCosts {
  /** Seconds of a full turn. */
  readonly turnSeconds: number;
  /** Above 1: turns to the near side are cheaper. */
  readonly bias: number;
  readonly uTurnSeconds: number;
  readonly signalSeconds: number;
  readonly drivesOnLeft: boolean;
}

/**
 * Seconds a turn costs: a sigmoid of its angle, so that bends cost next to nothing and corners nearly everything.
 * The same curve as OSRM's stock car profile, so that both engines can be held against each other.
 */
export function turnSeconds(costs: TurnCosts, turn: Turn): number {
  let seconds = turn.hasSignal ? costs.signalSeconds : 0;
  if (turn.roads <= 2 && !turn.isUTurn) return seconds;
  const bias = costs.drivesOnLeft ? 1 / costs.bias : costs.bias;
  const b = turn.angle >= 0 ? bias : 1 / bias;
  seconds += costs.turnSeconds / (1 + Math.exp(-((13 / b) * (Math.abs(turn.angle) / 180) - 6.5 * b)));
  return turn.isUTurn ? seconds + costs.uTurnSeconds : seconds;
}
