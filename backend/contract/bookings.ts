import { z } from 'zod';
import { offerViewSchema } from './offers.ts';
import { problemSchema } from './problem.ts';
import { rideViewSchema } from './rides.ts';
import { idSchema, spokenTextSchema } from './values.ts';

/**
 * `POST /api/v1/bookings`: says yes to several offers in one call (there and back, several dates, an alternative to a
 * refusal), and books ways home without a time by their request ids. In the order given; each succeeds or fails for
 * itself, so that one taken place does not cost the others. Status 200 where at least one was booked, else the
 * first problem's.
 */
export const bookingsSchema = z
  .strictObject({
    offerIds: z.array(idSchema).max(62).default([]),
    /** `willCall.requestId` of the answers. */
    willCallRequestIds: z.array(idSchema).max(31).default([]),
  })
  .refine(({ offerIds, willCallRequestIds }) => offerIds.length + willCallRequestIds.length > 0, {
    path: ['offerIds'],
  });
export type Bookings = z.input<typeof bookingsSchema>;

export const bookedAnswerSchema = z.object({
  results: z.array(
    z.object({
      /** The offer's or the will-call request's id. */
      id: z.string(),
      ride: rideViewSchema.nullable(),
      /** What was agreed, to be read aloud. */
      sentence: spokenTextSchema.nullable(),
      problem: problemSchema.nullable(),
      /** Of a changed ride: the way home that stood before, so that it can be asked about. */
      wayHome: z
        .object({
          ride: rideViewSchema,
          /** It leaves on the same day after the arrival, from where the rider is then. */
          isFitting: z.boolean(),
        })
        .nullable()
        .default(null),
    }),
  ),
  /** All that was agreed, both times read back. */
  sentence: spokenTextSchema,
  /** Until then `POST /api/v1/rides/undo` takes it back, ISO 8601. */
  undoUntil: z.string(),
});
export type BookedAnswer = z.infer<typeof bookedAnswerSchema>;

/**
 * `POST /api/v1/rides/undo`: takes back a booking (the ride's offers are open again, nothing counts as cancelled; of a
 * changed ride: the ride before stands again) or a
 * cancellation (the ride stands again under its old promise), for all the rides of one press.
 */
export const undoSchema = z.strictObject({
  what: z.enum(['booking', 'cancellation']),
  rideIds: z.array(idSchema).min(1).max(62),
});
export type Undo = z.input<typeof undoSchema>;

export const undoneAnswerSchema = z.object({
  results: z.array(
    z.object({
      rideId: z.string(),
      ride: rideViewSchema.nullable(),
      /** Offers that are open again after a booking was undone. */
      offers: z.array(offerViewSchema),
      problem: problemSchema.nullable(),
    }),
  ),
});
export type UndoneAnswer = z.infer<typeof undoneAnswerSchema>;

/**
 * `POST /api/v1/rides/{id}/ready`: the rider is ready to go home. `id` is the will-call ride, or (drivers) its outbound
 * ride. Offers at once; with `book` the soonest is booked in the same call. Where no vehicle can come, the ride stays
 * open, a call-back is owed, and the problem names the reason.
 */
export const readySchema = z.strictObject({
  by: z.enum(['phone', 'clinic', 'driver']),
  book: z.boolean().default(false),
});
export type Ready = z.input<typeof readySchema>;

export const readyAnswerSchema = z.object({
  ride: rideViewSchema,
  /** Empty once one is booked. */
  offers: z.array(offerViewSchema),
  targetWaitMinutes: z.number().int(),
  /** To be read aloud. */
  sentence: spokenTextSchema,
});
export type ReadyAnswer = z.infer<typeof readyAnswerSchema>;
