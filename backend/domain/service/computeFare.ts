import type { Person } from '../person/person.ts';
import type { RidePlace } from '../place/place.ts';
import type { Party } from '../ride/party.ts';
import type { ServiceDay } from '../units/time.ts';
import { ageOn } from './checkEligibility.ts';
import type { ServiceRules } from './service.ts';

/** The fare of a ride in whole yen, known at booking. */
export function computeFare(
  rules: ServiceRules,
  ride: { person: Person; party: Party; from: RidePlace; to: RidePlace; day: ServiceDay },
): number {
  const { fares } = rules;
  const border = ride.from.municipality === ride.to.municipality ? 0 : fares.crossBorderYen;
  const others =
    ride.party.companions * (fares.companionYen + border) +
    paidAttendants(rules, ride) * fares.attendantYen +
    ride.party.children * fares.childYen;
  return riderFare(rules, ride.person, ride.day) + border + others;
}

function paidAttendants(
  { fares }: ServiceRules,
  { person, party }: { readonly person: Person; readonly party: Party },
): number {
  const isFree = fares.attendantFreeWithCertificate === true && person.certificates.length > 0;
  return Math.max(0, party.attendants - (isFree ? 1 : 0));
}

function riderFare({ fares, municipalities }: ServiceRules, person: Person, day: ServiceDay): number {
  if (!municipalities.includes(person.municipality)) return fares.visitorYen;
  const isSenior = fares.seniorAge !== null && ageOn(person, day) >= fares.seniorAge;
  return isSenior ? fares.seniorYen : fares.baseYen;
}
