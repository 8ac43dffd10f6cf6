import type { ApartRule } from '../../domain/apart/apartPair.ts';
import { driverKey } from '../../domain/fleet/driverKey.ts';
import { type Shift, SKILLS } from '../../domain/fleet/fleet.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { PlanRequest } from '../../planner/index.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import { skillBits } from '../planRequest.ts';

/** What a request has to keep to for the sake of those from whom its rider is kept apart. */
export type ApartNeeds = Required<Pick<PlanRequest, 'apartFrom' | 'neededSkills'>>;

/** Bits of the planner's skills above those of equipment: each says "is driven by somebody else than this driver". */
const FIRST_BIT = SKILLS.length;
const DRIVER_BITS = 31 - FIRST_BIT;
const NO_NEEDS: ApartNeeds = { apartFrom: [], neededSkills: 0 };

/** All the bits that say of a vehicle by whom it is not driven. */
const EVERY_DRIVER_BIT = skillBits(SKILLS) ^ 0x7fff_ffff;

/**
 * Who is not to ride with whom on a day, in the planner's words. Riders are kept apart by `apartFrom`; from a driver by a
 * skill which every vehicle has but this driver's. Where more drivers are named than there are bits, some share one: a
 * rider is then kept from both of them, never from neither.
 */
export class ApartRules {
  readonly #others = new Map<string, Set<string>>();
  readonly #drivers = new Map<string, number>();
  readonly #bitOf = new Map<string, number>();

  constructor(readonly snapshot: Pick<DaySnapshot, 'apart' | 'shifts' | 'rides'>) {
    const onDuty = new Set(snapshot.shifts.map(driverKey));
    for (const rule of snapshot.apart) this.#take(rule, onDuty);
  }

  #take({ personId, from }: ApartRule, onDuty: ReadonlySet<string>): void {
    if (from.kind === 'rider') {
      // After a merge both may be one and the same.
      if (from.personId === personId) return;
      this.#link(personId, from.personId);
      this.#link(from.personId, personId);
      return;
    }
    const key = driverKey(from);
    if (!onDuty.has(key)) return;
    const bit = this.#bitOf.get(key) ?? 1 << (FIRST_BIT + (this.#bitOf.size % DRIVER_BITS));
    this.#bitOf.set(key, bit);
    this.#drivers.set(personId, (this.#drivers.get(personId) ?? 0) | bit);
  }

  #link(one: string, other: string): void {
    const others = this.#others.get(one) ?? new Set();
    this.#others.set(one, others.add(other));
  }

  /** What any ride of a rider has to keep to beside the rides of this day. */
  needsOf({ id, personId }: Pick<Ride, 'id' | 'personId'>): ApartNeeds {
    const others = this.#others.get(personId);
    const neededSkills = this.#drivers.get(personId) ?? 0;
    if (!others) return neededSkills === 0 ? NO_NEEDS : { apartFrom: [], neededSkills };
    const rides = [...this.snapshot.rides.values()];
    const apartFrom = rides
      .filter((ride) => ride.id !== id && others.has(ride.personId))
      .map((ride) => ride.id);
    return { apartFrom, neededSkills };
  }

  /** Is anybody kept apart from the rider's rides, or the rider from a driver of this day? */
  concerns({ personId }: Pick<Ride, 'personId'>): boolean {
    return this.#others.has(personId) || this.#drivers.has(personId);
  }

  /** Are the riders of two rides kept apart? */
  arePair(one: Pick<Ride, 'personId'>, other: Pick<Ride, 'personId'>): boolean {
    return this.#others.get(one.personId)?.has(other.personId) ?? false;
  }

  /** The bits that a shift's vehicle has: it is driven by nobody else than its driver. */
  skillsOf(shift: Shift): number {
    return EVERY_DRIVER_BIT & ~(this.#bitOf.get(driverKey(shift)) ?? 0);
  }

  /** Is the rider kept from the very driver of this shift? */
  isBarred({ personId }: Pick<Ride, 'personId'>, shift: Shift): boolean {
    return this.snapshot.apart.some(
      (rule) =>
        rule.personId === personId &&
        rule.from.kind === 'driver' &&
        driverKey(rule.from) === driverKey(shift),
    );
  }
}
