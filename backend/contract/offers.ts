import { z } from 'zod';
import { spokenTextSchema, windowViewSchema } from './values.ts';

/** Concrete times that can be had now. Seconds are of the service day `day`. */
export const offerViewSchema = z.object({
  id: z.string(),
  rideId: z.string(),
  day: z.string(),
  serviceName: spokenTextSchema,
  providerName: spokenTextSchema,
  pickupPlace: z.string(),
  dropoffPlace: z.string(),
  promisedPickup: windowViewSchema,
  promisedDropoff: windowViewSchema,
  pickupSecond: z.number().int(),
  dropoffSecond: z.number().int(),
  /** When the rider is told to arrive: about a time where both ends are the same, else between the two. */
  toldArrival: windowViewSchema,
  /** From the wished time to the pickup, or (arrive-by) from the dropoff to the appointment; 0 where it is earlier. */
  waitMinutes: z.number().int(),
  rideMinutes: z.number().int(),
  /** Other parties that share a leg, and how many people these are. */
  sharedWith: z.number().int(),
  sharedPeople: z.number().int(),
  fareYen: z.number().int(),
  isEstimate: z.boolean(),
  expiresAt: z.string(),
  /** Of an alternative to a refusal: in what it differs from what was asked. */
  alternative: z.enum(['otherTime', 'otherDay', 'otherPlace']).nullable(),
  /** To be read aloud on the telephone. */
  sentence: spokenTextSchema,
});
export type OfferView = z.infer<typeof offerViewSchema>;
