import { z } from 'zod';

const loadSchema = z.array(z.number().int());

/**
 * `GET /api/v1/days/{day}/capacity`: hour by hour, what the vehicles on duty hold and what is taken. Loads are
 * `[seats, wheelchair places, stretcher places]`. Places for ways home on call are held from the hour in which the
 * rider is expected to ring.
 */
export const capacityAnswerSchema = z.object({
  day: z.string(),
  hours: z.array(
    z.object({
      /** Second of the service day at which the hour begins. */
      from: z.number().int(),
      vehicles: z.number().int(),
      places: loadSchema,
      booked: loadSchema,
      withWillCalls: loadSchema,
      expectedCalls: z.number().int(),
    }),
  ),
});
export type CapacityAnswer = z.infer<typeof capacityAnswerSchema>;
