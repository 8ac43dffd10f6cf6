import { RoadTravelMatrix } from '../adapters/osrm/travelMatrix.ts';
import { PlainFault } from '../main/plainFault.ts';
import type { Roads } from '../ports/roads.ts';
import type { TravelPoint } from '../ports/travel.ts';

/** So many times the roads may leave all that is asked unanswered, one after the other. */
const MOST_IN_VAIN = 12;
/** Roads that did not answer are left alone for a while by whoever asks them. */
const WAIT_MS = 5_500;

/** What the travel times of a day are made of. */
export interface WholeMatrix {
  readonly roads: Roads;
  readonly networkId: string;
  /** Every place of the day. */
  readonly points: readonly TravelPoint[];
  /** Told how many places are done. */
  readonly note: (sentence: string) => void;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/**
 * Every place of the day is known before it begins, and each by the roads: no time of it depends on how fast the machine
 * is. On a busy one the roads may be late to answer, and are asked again until they have.
 * @throws PlainFault where they do not answer at all
 */
export async function openWholeMatrix(whole: WholeMatrix): Promise<RoadTravelMatrix> {
  const { roads, networkId, points, note, wait = waitMs } = whole;
  const matrix = await RoadTravelMatrix.open({
    layers: [{ fromSecond: 0, roadStateId: 'open', roads }],
    points,
    networkId,
    onProgress: (done, total) => note(`${done} of ${total} places`),
  });
  let left = await matrix.recheck();
  for (let inVain = 0; left > 0; ) {
    note(`${points.length - left} of ${points.length} places; the roads are late to answer`);
    await wait(WAIT_MS);
    const before = left;
    left = await matrix.recheck();
    inVain = left < before ? 0 : inVain + 1;
    if (inVain < MOST_IN_VAIN) continue;
    matrix.close();
    throw new PlainFault(
      `The roads do not answer: ${left} of ${points.length} places have estimated times only. Try again on a less busy machine.`,
    );
  }
  return matrix;
}

function waitMs(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
