import type { ServiceDay, TimeWindow } from '../units/time.ts';
import type { Eligibility } from './eligibility.ts';

/** Fare in whole yen. Dated with the rules it belongs to. */
export interface FareRules {
  readonly baseYen: number;
  /** Added when pickup and dropoff lie in different municipalities. */
  readonly crossBorderYen: number;
  /** Riders who live in none of the service's municipalities pay this instead of `baseYen`. */
  readonly visitorYen: number;
  /** Riders of this age or older pay `seniorYen`; null where there is no such fare. */
  readonly seniorAge: number | null;
  readonly seniorYen: number;
  readonly companionYen: number;
  /** Attendants and children under six ride free unless a number stands here. */
  readonly attendantYen: number;
  /** One attendant of a rider with a certificate of disability rides free, whatever others pay. */
  readonly attendantFreeWithCertificate?: boolean;
  readonly childYen: number;
}

/** When one may book. */
export interface BookingRules {
  /** How long before the pickup a request must come, in seconds. */
  readonly noticeSeconds: number;
  /** Pickups before `firstRunsUntil` must be booked by `cutoffSecond` of the day before; null where there is no such rule. */
  readonly firstRunsUntil: number | null;
  readonly cutoffSecond: number | null;
  /** The cutoff lies on the last day of service before, where offices are closed on the others; else on the day before. */
  readonly cutoffOnServiceDays?: boolean;
  /** How many days ahead bookings are open. */
  readonly horizonDays: number;
}

/** How wide promises are and how long a ride may take. */
export interface PromiseRules {
  /** The promised pickup window reaches from the planned time to this many seconds after it. */
  readonly pickupWidthSeconds: number;
  /** Arrive-by rides are planned to arrive at least this many seconds before the appointment time. */
  readonly arrivalBufferSeconds: number;
  /** How far from the wished time an offer may lie. */
  readonly searchSeconds: number;
  /** Maximum ride time = factor × direct time + plus. */
  readonly maxRideFactor: number;
  readonly maxRidePlusSeconds: number;
  readonly offerValidSeconds: number;
  /** How long after a will-call rider has rung the vehicle should be there; half an hour where absent. */
  readonly willCallTargetSeconds?: number;
}

/** Days on which a service rests, under the name people know them by. */
export interface ClosedPeriod {
  readonly name: string;
  readonly nameEn: string;
  readonly from: ServiceDay;
  readonly to: ServiceDay;
}

/** One version of a service's rules; the version valid on the ride's service day counts. */
export interface ServiceRules {
  readonly validFrom: ServiceDay;
  readonly validTo: ServiceDay | null;
  /** Municipality codes in which pickup and dropoff may lie. */
  readonly municipalities: readonly string[];
  /** Boarding points outside those municipalities that are served too (a hospital across the border). */
  readonly outsidePoints: readonly string[];
  /** `[weekday]`, 0 = Sunday: hours in which pickups may lie; empty: no service that day. */
  readonly hours: readonly (readonly TimeWindow[])[];
  readonly closedDays: readonly ServiceDay[];
  /** Named stretches without service, both ends included: お盆, 年末年始. */
  readonly closedPeriods?: readonly ClosedPeriod[];
  /** Does it fetch people at their door, or only at boarding points? */
  readonly doorToDoor: boolean;
  readonly booking: BookingRules;
  readonly promises: PromiseRules;
  readonly eligibility: Eligibility;
  readonly fares: FareRules;
}

/** What a provider offers under one set of dated municipal rules. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Providers whose vehicles may serve it. */
  readonly providerIds: readonly string[];
  readonly phone: string;
  readonly rules: readonly ServiceRules[];
}
