import type { ServiceDay } from '../../domain/units/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { RoadStates } from '../../ports/roadStates.ts';
import type { Store } from '../../ports/store.ts';
import type { DatedTravel } from '../../ports/travel.ts';
import type { Dispatch } from '../dispatch.ts';
import type { RoadsReplan } from '../replan/replanForRoads.ts';

/** What the road desk needs of the world. */
export interface RoadDeskWorld {
  readonly store: Store;
  readonly states: RoadStates;
  readonly travel: DatedTravel;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly dispatch: Pick<Dispatch, 'replanForRoads' | 'replanEstimates' | 'improveDay'>;
  /** Told of every day whose plan was moved. */
  readonly onReplanned: (day: ServiceDay, replan: RoadsReplan) => void;
  /** Told when travel times could not be brought in line; they are tried again. */
  readonly onFault: (fault: unknown) => void;
}
