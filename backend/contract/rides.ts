import { z } from 'zod';
import { bookedBySchema, cancelledBySchema, cancellerSchema, doneBySchema } from './proxies.ts';
import {
  cancelReasonSchema,
  channelSchema,
  namedPlaceSchema,
  needSchema,
  riderAnswerSchema,
  rideStatusSchema,
  spokenTextSchema,
  windowViewSchema,
} from './values.ts';

export const ridePlaceViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  municipality: z.string(),
  lon: z.number(),
  lat: z.number(),
});
export type RidePlaceView = z.infer<typeof ridePlaceViewSchema>;

/** A ride as the signed-in account may see it. Times are seconds of the service day. */
export const rideViewSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  status: rideStatusSchema,
  endReason: z.string().nullable(),
  personId: z.string(),
  riderName: z.string(),
  riderKana: z.string(),
  phone: z.string().nullable(),
  municipality: z.string(),
  channel: channelSchema,
  /** Number of the paper, for `fax`. */
  reference: z.string().nullable(),
  /** The outbound ride of a way home. */
  returnOf: z.string().nullable(),
  /** Shared by rides asked for in one call over several dates. */
  groupId: z.string().nullable(),
  /** A ride booked without a time; `readyAt` once the rider has rung. */
  willCall: z
    .object({
      expectedSecond: z.number().int(),
      readyAt: z.string().nullable(),
      readyBy: z.enum(['phone', 'clinic', 'driver']).nullable(),
    })
    .nullable(),
  /** What the rider said to offers or to a refusal. */
  riderAnswer: riderAnswerSchema.nullable(),
  day: z.string(),
  from: ridePlaceViewSchema,
  to: ridePlaceViewSchema,
  requested: z.object({ kind: z.enum(['arriveBy', 'departAfter']), second: z.number().int() }),
  partySize: z.number().int(),
  party: z.object({
    companions: z.number().int(),
    attendants: z.number().int(),
    children: z.number().int(),
    luggage: z.number().int(),
  }),
  load: z.array(z.number().int()),
  needs: z.array(needSchema),
  note: z.string().nullable(),
  serviceId: z.string().nullable(),
  fareYen: z.number().int().nullable(),
  promisedPickup: windowViewSchema.nullable(),
  promisedDropoff: windowViewSchema.nullable(),
  scheduledPickup: z.number().int().nullable(),
  scheduledDropoff: z.number().int().nullable(),
  performedPickup: z.number().int().nullable(),
  performedDropoff: z.number().int().nullable(),
  shiftId: z.string().nullable(),
  vehicleName: z.string().nullable(),
  isEstimate: z.boolean().default(false),
  /** Who booked for the rider; absent or null: the rider. */
  bookedBy: bookedBySchema.nullable().optional(),
  /** Who cancelled instead of the rider. */
  cancelledBy: cancelledBySchema.nullable().optional(),
  /** The place is held until then for a rider who has not said yes yet. */
  heldUntil: z.string().nullable().default(null),
  /** Whose hand ended it; the name only for those who may know it. */
  endedBy: doneBySchema.nullable().default(null),
  endedAt: z.string().nullable().default(null),
  /** What it was before it was changed, when and by whom. */
  changedFrom: z
    .object({
      rideId: z.string(),
      day: z.string(),
      from: namedPlaceSchema,
      to: namedPlaceSchema,
      requested: z.object({ kind: z.enum(['arriveBy', 'departAfter']), second: z.number().int() }),
      pickupSecond: z.number().int().nullable(),
      at: z.string(),
      by: doneBySchema,
    })
    .nullable()
    .default(null),
  /**
   * Its vehicle was chosen by hand; only for those who plan or take calls. `fromVehicleName`: the vehicle it was moved from,
   * null where nobody carried it; absent where it was only kept.
   */
  keptByHand: z
    .object({
      at: z.string(),
      by: doneBySchema,
      fromVehicleName: z.string().nullable().optional(),
      /** Another provider of its service carried it before. */
      changedProvider: z.boolean().default(false),
      /** Promises that the move broke; taking it back concerns their riders, too. */
      brokenCount: z.number().int().default(0),
    })
    .nullable()
    .default(null),
  /** The ride that stands instead of this one. */
  replacedById: z.string().nullable().default(null),
});
export type RideView = z.infer<typeof rideViewSchema>;

/** `GET /api/v1/rides?day=` (console, municipality, clinic; a rider's own). */
export const ridesAnswerSchema = z.object({ day: z.string(), rides: z.array(rideViewSchema) });
export type RidesAnswer = z.infer<typeof ridesAnswerSchema>;

/** `GET /api/v1/rides/{id}`, `POST /api/v1/offers/{id}/accept` and the cancel below answer this. */
export const rideAnswerSchema = z.object({
  ride: rideViewSchema,
  /** What was agreed, to be read aloud. */
  sentence: spokenTextSchema,
});
export type RideAnswer = z.infer<typeof rideAnswerSchema>;

/** `POST /api/v1/rides/{id}/cancel`. `withReturn` ends the way home too, in the same call. */
export const cancelRideSchema = z.strictObject({
  reason: cancelReasonSchema,
  withReturn: z.boolean().default(false),
  /** Null: the rider. Only the desk may name somebody. */
  by: cancellerSchema.nullable().default(null),
});
export type CancelRide = z.input<typeof cancelRideSchema>;

/** Answer of a cancel. `openReturn`: the way home still stands; `question` asks aloud whether it should. */
export const cancelAnswerSchema = rideAnswerSchema.extend({
  cancelledReturn: rideViewSchema.nullable(),
  openReturn: rideViewSchema.nullable(),
  question: spokenTextSchema.nullable(),
});
export type CancelAnswer = z.infer<typeof cancelAnswerSchema>;
