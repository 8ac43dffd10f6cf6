import type { Need } from '../person/person.ts';
import type { Coordinates } from '../units/coordinates.ts';
import type { ServiceDay } from '../units/time.ts';
import type { Channel, RequestedTime, RuleOverride } from './ride.ts';
import type { BookedBy } from './rideHand.ts';

/** A place as said: a boarding point, a named place, the rider's own home, or a point on the map. */
export type PlaceSaid =
  | { readonly kind: 'boardingPoint'; readonly id: string }
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'coordinates'; readonly at: Coordinates };

/** A request as it comes in, well formed but not yet judged. */
export interface RequestInput {
  readonly channel: Channel;
  /** Number of the paper it was ordered on, for `fax`. */
  readonly reference?: string | null;
  readonly personId: string;
  readonly from: PlaceSaid;
  readonly to: PlaceSaid;
  readonly day: ServiceDay;
  readonly requested: RequestedTime;
  readonly companions: number;
  readonly attendants: number;
  readonly children: number;
  /** Large pieces; none where absent. */
  readonly luggage?: number;
  readonly needs: readonly Need[];
  readonly note: string | null;
  /** The outbound ride that this one leads home from. */
  readonly returnOf?: string | null;
  /** The ride that is changed: it stands until the new one is booked, and is no more then. */
  readonly replaces?: string | null;
  /** Shared by rides asked for in one call over several dates. */
  readonly groupId?: string | null;
  /** Without a time: `requested.second` is when the rider will probably be ready. */
  readonly isWillCall?: boolean;
  /** A rule of eligibility set aside, by an actor whose role may. */
  readonly override?: RuleOverride | null;
  /** The grant of somebody who asks for the rider; judged before anything else. */
  readonly proxyId?: string | null;
  /** Who asks for the rider, where that is known already. */
  readonly bookedBy?: BookedBy | null;
}
