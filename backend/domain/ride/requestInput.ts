import type { Need } from '../person/person.ts';
import type { Coordinates } from '../units/coordinates.ts';
import type { ServiceDay } from '../units/time.ts';
import type { Channel, RequestedTime } from './ride.ts';

/** A place as said: a boarding point, a named place, the rider's own home, or a point on the map. */
export type PlaceSaid =
  | { readonly kind: 'boardingPoint'; readonly id: string }
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'coordinates'; readonly at: Coordinates };

/** A request as it comes in, well formed but not yet judged. */
export interface RequestInput {
  readonly channel: Channel;
  readonly personId: string;
  readonly from: PlaceSaid;
  readonly to: PlaceSaid;
  readonly day: ServiceDay;
  readonly requested: RequestedTime;
  readonly companions: number;
  readonly attendants: number;
  readonly children: number;
  readonly needs: readonly Need[];
  readonly note: string | null;
}
