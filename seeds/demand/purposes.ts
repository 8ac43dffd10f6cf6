import type { PlaceCategory } from '../../backend/domain/place/place.ts';

/** A reason to ride, with its hours. Seconds of the service day. */
export interface Purpose {
  readonly name: 'hospital' | 'clinic' | 'shopping' | 'office' | 'bath' | 'station' | 'visit';
  readonly kinds: readonly PlaceCategory[];
  /** Relative share of outings on Monday to Friday, Saturday, Sunday. */
  readonly shares: { readonly weekday: number; readonly saturday: number; readonly sunday: number };
  /** `arriveBy`: an appointment or opening hour counts; `departAfter`: when one feels like leaving. */
  readonly outbound: 'arriveBy' | 'departAfter';
  /** Hours of the outbound time: relative weight of the hour that begins at each key. */
  readonly hours: Readonly<Record<number, number>>;
  /** How long one stays before the ride home, least and most. */
  readonly stay: readonly [number, number];
  /** Share of outings that ride home with us too. */
  readonly returnShare: number;
  /** How much likelier a place in the own municipality is than one just as far across the border. */
  readonly homeBonus: number;
  /** Distance at which a place draws 1/e of what it draws next door. */
  readonly reachMetres: number;
}

const MINUTE = 60;

/** Outings of elderly people in the country: doctors in the morning, shops late in the morning, home from noon to three. */
export const PURPOSES: readonly Purpose[] = [
  {
    name: 'hospital',
    kinds: ['hospital'],
    shares: { weekday: 30, saturday: 14, sunday: 3 },
    outbound: 'arriveBy',
    hours: { 8: 30, 9: 40, 10: 20, 11: 5, 13: 4, 14: 4 },
    stay: [75 * MINUTE, 210 * MINUTE],
    returnShare: 0.92,
    homeBonus: 2,
    reachMetres: 11_000,
  },
  {
    name: 'clinic',
    kinds: ['clinic'],
    shares: { weekday: 16, saturday: 12, sunday: 1 },
    outbound: 'arriveBy',
    hours: { 8: 20, 9: 40, 10: 25, 11: 5, 14: 6, 15: 8, 16: 4 },
    stay: [45 * MINUTE, 120 * MINUTE],
    returnShare: 0.92,
    homeBonus: 8,
    reachMetres: 6_000,
  },
  {
    name: 'shopping',
    kinds: ['shop'],
    shares: { weekday: 26, saturday: 36, sunday: 44 },
    outbound: 'departAfter',
    hours: { 9: 18, 10: 38, 11: 16, 13: 16, 14: 10, 15: 5 },
    stay: [60 * MINUTE, 120 * MINUTE],
    returnShare: 0.95,
    homeBonus: 8,
    reachMetres: 5_000,
  },
  {
    name: 'office',
    kinds: ['townHall', 'postOffice', 'hall'],
    shares: { weekday: 10, saturday: 6, sunday: 8 },
    outbound: 'arriveBy',
    hours: { 9: 25, 10: 35, 13: 30, 14: 10 },
    stay: [45 * MINUTE, 150 * MINUTE],
    returnShare: 0.9,
    homeBonus: 30,
    reachMetres: 5_000,
  },
  {
    name: 'bath',
    kinds: ['hotSpring'],
    shares: { weekday: 7, saturday: 12, sunday: 20 },
    outbound: 'departAfter',
    hours: { 9: 10, 10: 30, 13: 40, 14: 20 },
    stay: [120 * MINUTE, 180 * MINUTE],
    returnShare: 0.97,
    homeBonus: 6,
    reachMetres: 6_000,
  },
  {
    name: 'station',
    kinds: ['station'],
    shares: { weekday: 5, saturday: 8, sunday: 10 },
    outbound: 'arriveBy',
    hours: { 8: 20, 9: 25, 10: 15, 13: 15, 15: 15, 17: 10 },
    stay: [240 * MINUTE, 480 * MINUTE],
    returnShare: 0.35,
    homeBonus: 5,
    reachMetres: 5_000,
  },
  {
    name: 'visit',
    kinds: ['hamlet', 'school', 'other'],
    shares: { weekday: 6, saturday: 12, sunday: 14 },
    outbound: 'departAfter',
    hours: { 9: 15, 10: 25, 13: 35, 14: 20, 15: 5 },
    stay: [90 * MINUTE, 210 * MINUTE],
    returnShare: 0.85,
    homeBonus: 5,
    reachMetres: 5_000,
  },
];
