import { z } from 'zod';
import { offerViewSchema } from './offers.ts';
import { problemSchema } from './problem.ts';
import {
  channelSchema,
  coordinatesSchema,
  idSchema,
  needSchema,
  riderAnswerSchema,
  serviceDaySchema,
  spokenTextSchema,
} from './values.ts';

/** A place as said: a boarding point, a named place, the rider's own home, or a point on the map. */
export const placeChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('boardingPoint'), id: idSchema }),
  z.object({ kind: z.literal('place'), id: idSchema }),
  z.object({ kind: z.literal('home') }),
  z.object({ kind: z.literal('coordinates'), at: coordinatesSchema }),
]);
export type PlaceChoice = z.infer<typeof placeChoiceSchema>;

/** `10:05`, local time of the region; hours up to 27 for a service day that goes past midnight. */
export const clockTextSchema = z.string().regex(/^([01]\d|2[0-7]):[0-5]\d$/);

export const requestedTimeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('arriveBy'), day: serviceDaySchema, at: clockTextSchema }),
  z.object({
    kind: z.literal('departAfter'),
    day: serviceDaySchema,
    at: clockTextSchema,
    /** No pickup later than this. */
    until: clockTextSchema.optional(),
  }),
]);

export const partySchema = z.object({
  companions: z.number().int().min(0).max(99).default(0),
  attendants: z.number().int().min(0).max(99).default(0),
  /** Under six: each needs a vehicle with child seats. */
  children: z.number().int().min(0).max(99).default(0),
  /** Large pieces; each takes the room of a seat. */
  luggage: z.number().int().min(0).max(99).default(0),
});

/** The way home on the same day: with a time, or (`willCall`) whenever the rider rings. */
export const returnTimeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('arriveBy'), at: clockTextSchema }),
  z.strictObject({ kind: z.literal('departAfter'), at: clockTextSchema, until: clockTextSchema.optional() }),
  /** `expectedAt`: about when; two hours after the appointment where absent. */
  z.strictObject({ kind: z.literal('willCall'), expectedAt: clockTextSchema.optional() }),
]);
export type ReturnTime = z.infer<typeof returnTimeSchema>;

/** A rule of eligibility set aside for this ride, by somebody whose role may (`mayOverride` of the refusal). */
export const overrideSchema = z.strictObject({
  rule: z.string().min(1).max(60),
  reason: z.string().trim().min(1).max(200),
});

/** `POST /api/v1/requests`. A rider's account may leave out `personId`. */
export const rideRequestSchema = z.strictObject({
  channel: channelSchema,
  personId: idSchema.optional(),
  from: placeChoiceSchema,
  to: placeChoiceSchema,
  time: requestedTimeSchema,
  party: partySchema.default({ companions: 0, attendants: 0, children: 0, luggage: 0 }),
  /** Needs of this ride on top of those kept with the person. */
  needs: z.array(needSchema).max(8).default([]),
  note: z.string().max(500).nullable().default(null),
  /** Number of the paper, for `fax` (needed there, refused elsewhere). */
  reference: z.string().trim().min(1).max(40).nullable().default(null),
  /** Ask for the way home in the same call; places are reversed, the party is the same. */
  return: returnTimeSchema.nullable().default(null),
  override: overrideSchema.nullable().default(null),
  /** A word of the asker's own that the requests of one call for several dates have in common. */
  group: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .nullable()
    .default(null),
  /** The grant of the proxy who asks for the rider; null: the rider. Only the desk may name one. */
  proxyId: idSchema.nullable().default(null),
  /** The ride that is changed: it stands until an offer of this request is taken, and is no more then. */
  replaces: idSchema.nullable().default(null),
});
export type RideRequest = z.input<typeof rideRequestSchema>;

/** Shown instead of times for a way home without one. Book it by its `requestId`. */
export const willCallOfferSchema = z.object({
  requestId: z.string(),
  /** About when the rider will be ready, second of the service day. */
  expectedSecond: z.number().int(),
  /** How long after the call we mean to be there. */
  targetWaitMinutes: z.number().int(),
  /** To be read aloud. */
  sentence: spokenTextSchema,
});
export type WillCallOffer = z.infer<typeof willCallOfferSchema>;

/** The way home as asked for: offers, or a will-call to be booked, or why not. */
export const returnAnswerSchema = z.object({
  requestId: z.string().nullable(),
  offers: z.array(offerViewSchema),
  willCall: willCallOfferSchema.nullable(),
  problem: problemSchema.nullable(),
});
export type ReturnAnswer = z.infer<typeof returnAnswerSchema>;

/**
 * Answer 201 of `POST /api/v1/requests`; a refusal is a problem with status 422 and the same `requestId`, its
 * `alternatives` and, for a rule of eligibility, `mayOverride`.
 */
export const offersAnswerSchema = z.object({
  requestId: z.string(),
  offers: z.array(offerViewSchema),
  /** 「20分あとなら、おふたりと相乗りになります」: another of the offers is shared where the first is not. */
  poolingHint: z.object({ offerId: z.string(), sentence: spokenTextSchema }).nullable(),
  /** Where a return was asked for. */
  return: returnAnswerSchema.nullable(),
});
export type OffersAnswer = z.infer<typeof offersAnswerSchema>;

/** `POST /api/v1/rides/{id}/return`: the way home of a booked ride, asked for afterwards. Answers `ReturnAnswer` (201). */
export const returnRequestSchema = z.strictObject({
  return: returnTimeSchema,
  /** Who asks now, as in `RideRequest`. */
  proxyId: idSchema.nullable().default(null),
  /** The way home that is changed; null: there is none yet. */
  replaces: idSchema.nullable().default(null),
});
export type ReturnRequest = z.input<typeof returnRequestSchema>;

/**
 * `POST /api/v1/request-groups`: the same ride on several dates. `time.day` is left out; each of `days` is offered or
 * refused for itself. Answers 201 also when some or all days are refused.
 */
export const requestGroupSchema = z.strictObject({
  ...rideRequestSchema.omit({ time: true, group: true, replaces: true }).shape,
  time: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('arriveBy'), at: clockTextSchema }),
    z.strictObject({
      kind: z.literal('departAfter'),
      at: clockTextSchema,
      until: clockTextSchema.optional(),
    }),
  ]),
  days: z.array(serviceDaySchema).min(1).max(31),
});

export const requestGroupAnswerSchema = z.object({
  groupId: z.string(),
  /** In the order of the calendar. */
  days: z.array(
    z.object({
      day: z.string(),
      requestId: z.string().nullable(),
      offers: z.array(offerViewSchema),
      return: returnAnswerSchema.nullable(),
      problem: problemSchema.nullable(),
    }),
  ),
  /** How many days can be had, to be read aloud. */
  sentence: spokenTextSchema,
});
export type RequestGroupAnswer = z.infer<typeof requestGroupAnswerSchema>;

/**
 * `POST /api/v1/requests/{id}/answer`: what the rider said to offers that are not taken (the search ends as
 * `declined`) or to a refusal. `tookAnother` is recorded by itself when an alternative is booked.
 */
export const requestAnswerSchema = z.strictObject({ answer: riderAnswerSchema });
export type RequestAnswer = z.infer<typeof requestAnswerSchema>;

export const answeredSchema = z.object({ requestId: z.string(), answer: riderAnswerSchema });
export type Answered = z.infer<typeof answeredSchema>;
