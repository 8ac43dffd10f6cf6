import { z } from 'zod';

/**
 * `GET /api/v1/days/{day}/searches`: what became of every request for that service day.
 * `searches` = `booked` + `denied` + `declined` + `abandoned` + `open`. A booking counts as booked whatever became of
 * the ride: cancellations, no-shows and missed rides are counted beside, from the same rides.
 */
export const searchFiguresSchema = z.object({
  day: z.string(),
  searches: z.number().int(),
  booked: z.number().int(),
  denied: z.number().int(),
  declined: z.number().int(),
  /** Offers nobody answered before they ran out. */
  abandoned: z.number().int(),
  /** Offers that can still be taken. */
  open: z.number().int(),
  /** Denied searches by the reason's code. */
  deniedBy: z.record(z.string(), z.number().int()),
  /** What riders said to refusals, by answer; `none` where it was not recorded. */
  answersToDenials: z.record(z.string(), z.number().int()),
  cancelledBy: z.record(z.string(), z.number().int()),
  noShows: z.number().int(),
  missed: z.number().int(),
  /** Ways home that nobody rang for. */
  neverReady: z.number().int(),
});
export type SearchFigures = z.infer<typeof searchFiguresSchema>;
