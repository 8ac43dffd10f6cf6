import { z } from 'zod';
import { personViewSchema } from './people.ts';
import { clockTextSchema, placeChoiceSchema } from './requests.ts';
import { rideViewSchema } from './rides.ts';
import { needSchema, serviceDaySchema, spokenTextSchema, windowViewSchema } from './values.ts';

/** A ride that somebody usually takes: fills every field of a request. */
export const usualRideSchema = z.object({
  /** `habit`: from history. `wayHome`: from where the rider was last set down today. */
  kind: z.enum(['habit', 'wayHome']),
  from: placeChoiceSchema,
  fromName: z.string(),
  to: placeChoiceSchema,
  toName: z.string(),
  /** With the next day on which it is usual. */
  time: z.object({
    kind: z.enum(['arriveBy', 'departAfter']),
    day: serviceDaySchema,
    at: clockTextSchema,
  }),
  /** 0 = Sunday; the weekdays on which it is taken most. */
  weekdays: z.array(z.number().int()),
  party: z.object({
    companions: z.number().int(),
    attendants: z.number().int(),
    children: z.number().int(),
    luggage: z.number().int(),
  }),
  /** On top of those kept with the person. */
  needs: z.array(needSchema),
  /** How the rider usually comes home from there: to be sent as `return` of the request. Absent: not known. */
  return: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.enum(['arriveBy', 'departAfter']), at: clockTextSchema }),
      z.object({ kind: z.literal('willCall') }),
    ])
    .optional(),
  /** How often within the last year, and the last day. */
  count: z.number().int(),
  lastDay: z.string(),
  /** One line: 「火・金 9:30までに 坂下厚生病院へ」. */
  sentence: spokenTextSchema,
});
export type UsualRideView = z.infer<typeof usualRideSchema>;

/**
 * `GET /api/v1/people/{id}/card`: who calls, with the household. Members and rides are those that the account may see.
 * At most three usual rides, the likeliest first.
 */
export const householdCardSchema = z.object({
  person: personViewSchema,
  /** When the person likes to be rung, in seconds of a day. */
  bestHours: windowViewSchema.nullable(),
  /** Without the person. */
  members: z.array(personViewSchema),
  /** The person's rides of today and of the days to come that stand, in order of time. */
  today: z.array(rideViewSchema),
  next: z.array(rideViewSchema),
  usual: z.array(usualRideSchema),
  /** As in `cardStampSchema`. */
  ridesStamp: z.string(),
});
export type HouseholdCard = z.infer<typeof householdCardSchema>;
