import { z } from 'zod';

/** `GET /api/v1/days/{day}/figures`: the day in numbers, same definitions as `npm run simulate`. */
export const dayFiguresSchema = z.object({
  day: z.string(),
  requests: z.number().int(),
  served: z.number().int(),
  denied: z.record(z.string(), z.number().int()),
  unmet: z.record(z.string(), z.number().int()),
  meanWaitSeconds: z.number().nullable(),
  meanDetourSeconds: z.number().nullable(),
  onTimeShare: z.number().nullable(),
  tripsPerVehicleHour: z.number().nullable(),
  kilometres: z.number(),
  emptyShare: z.number().nullable(),
});
export type DayFiguresView = z.infer<typeof dayFiguresSchema>;
