import { z } from 'zod';
import { offerViewSchema } from './offers.ts';
import { rideViewSchema } from './rides.ts';
import { roleSchema, spokenTextSchema } from './values.ts';

/** Answer to anything refused (RFC 9457 problem details), with words for people. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Named code (`RejectionCode` of the domain). */
  code: z.string(),
  /** One sentence a person understands, in Japanese and English. */
  sentence: z.object({ ja: z.string(), en: z.string() }),
  /** What to do about it. */
  action: z.object({ ja: z.string(), en: z.string() }),
  /** Path of the input field at fault. */
  field: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Given where one request has several wrong fields. */
  fields: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
  requestId: z.string().optional(),
  /** Of a refused request: what could be booked instead, nearest first; each by one `POST /api/v1/bookings`. */
  alternatives: z.array(offerViewSchema).optional(),
  /** The rule that refuses and whose roles may set it aside (`override` of the request), in words too. */
  mayOverride: z
    .object({ rule: z.string(), roles: z.array(roleSchema), sentence: spokenTextSchema })
    .optional(),
  /** The rider's other ride that stands in the way. */
  otherRide: rideViewSchema.optional(),
});
export type Problem = z.infer<typeof problemSchema>;
