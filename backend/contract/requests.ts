import { z } from 'zod';
import {
  channelSchema,
  coordinatesSchema,
  idSchema,
  needSchema,
  serviceDaySchema,
  windowViewSchema,
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
  children: z.number().int().min(0).max(99).default(0),
});

/** `POST /api/v1/requests`. A rider's account may leave out `personId`. */
export const rideRequestSchema = z.strictObject({
  channel: channelSchema,
  personId: idSchema.optional(),
  from: placeChoiceSchema,
  to: placeChoiceSchema,
  time: requestedTimeSchema,
  party: partySchema.default({ companions: 0, attendants: 0, children: 0 }),
  /** Needs of this ride on top of those kept with the person. */
  needs: z.array(needSchema).max(8).default([]),
  note: z.string().max(500).nullable().default(null),
});
export type RideRequest = z.input<typeof rideRequestSchema>;

export const offerViewSchema = z.object({
  id: z.string(),
  rideId: z.string(),
  serviceName: z.object({ ja: z.string(), en: z.string() }),
  providerName: z.object({ ja: z.string(), en: z.string() }),
  pickupPlace: z.string(),
  dropoffPlace: z.string(),
  promisedPickup: windowViewSchema,
  promisedDropoff: windowViewSchema,
  pickupSecond: z.number().int(),
  dropoffSecond: z.number().int(),
  rideMinutes: z.number().int(),
  sharedWith: z.number().int(),
  fareYen: z.number().int(),
  isEstimate: z.boolean(),
  expiresAt: z.string(),
  /** To be read aloud on the telephone. */
  sentence: z.object({ ja: z.string(), en: z.string() }),
});
export type OfferView = z.infer<typeof offerViewSchema>;

/** Answer 201 of `POST /api/v1/requests`; a refusal is a problem with status 422 and the same `requestId`. */
export const offersAnswerSchema = z.object({ requestId: z.string(), offers: z.array(offerViewSchema) });
export type OffersAnswer = z.infer<typeof offersAnswerSchema>;
