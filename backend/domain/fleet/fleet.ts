import type { Coordinates } from '../units/coordinates.ts';
import type { Configuration } from '../units/load.ts';
import type { DaySecond, ServiceDay, TimeWindow } from '../units/time.ts';

/** Legal category under which a provider may carry people (Road Transportation Act). */
export type ProviderCategory = 'areaTransport' | 'privateForPay' | 'taxi';

/** The company or body that runs vehicles. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly category: ProviderCategory;
  readonly phone: string;
}

/** Equipment and qualifications, in the order of the planner's skill bits: `SKILLS[k]` is bit `1 << k`. */
export const SKILLS = ['lift', 'stretcherAnchors', 'childSeat', 'careQualified'] as const;
export type Skill = (typeof SKILLS)[number];

/** The garage where shifts start and end. */
export interface Depot {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly coordinates: Coordinates;
}

/** Who drives, and the telephone to ring. Known by provider and name, as shifts name their drivers. */
export interface Driver {
  readonly providerId: string;
  readonly name: string;
  readonly phone: string;
}

/** A rest the driver is owed during a shift. */
export interface ShiftBreak {
  readonly window: TimeWindow;
  readonly seconds: number;
}

/** The machine. */
export interface Vehicle {
  readonly id: string;
  readonly name: string;
  readonly providerId: string;
  readonly depotId: string;
  /** Arrangements of its places; a folding seat makes a second one. */
  readonly configurations: readonly Configuration[];
  readonly skills: readonly Skill[];
  readonly costPerHourYen: number;
  readonly costPerKilometreYen: number;
}

/** On which days a vehicle has which shift. */
export interface ShiftTemplate {
  readonly vehicleId: string;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekdays: readonly number[];
  readonly start: DaySecond;
  readonly end: DaySecond;
  readonly breaks: readonly ShiftBreak[];
  readonly driverName: string;
  readonly validFrom: ServiceDay;
  readonly validTo: ServiceDay | null;
}

/** One vehicle with one driver for a stretch of time on one service day. */
export interface Shift {
  readonly id: string;
  readonly day: ServiceDay;
  readonly vehicleId: string;
  readonly providerId: string;
  readonly depotId: string;
  readonly driverName: string;
  readonly start: DaySecond;
  readonly end: DaySecond;
  readonly breaks: readonly ShiftBreak[];
}
