import { z } from 'zod';
import { hoursSchema, yearlySchema } from './closures.ts';
import { momentSchema, serviceDaySchema } from './values.ts';

const spokenSchema = z.object({ ja: z.string(), en: z.string() });

export const roadClassSchema = z.enum([
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'minor',
  'service',
]);
export type RoadClassName = z.infer<typeof roadClassSchema>;

const altitudeSchema = z.number().int().min(-500).max(4000).nullable().default(null);

/**
 * `POST /api/v1/roads/seasons` enters a season, `PUT /api/v1/roads/seasons/{id}` changes one; with `?check=1` both only
 * tell what it would do. `factor` is the share of the open road's speed that is left. Without `classes` it holds for all
 * kinds of roads, `aboveMetres` and `belowMetres` leave out what lies lower or higher. Where another season slows the
 * same roads at the same time it is refused (`seasonsOverlap`), unless `mayOverlap`: then the factors are multiplied.
 */
export const seasonInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  factor: z.number().min(0.1).max(1),
  classes: z.array(roadClassSchema).min(1).max(7).nullable().default(null),
  aboveMetres: altitudeSchema,
  belowMetres: altitudeSchema,
  from: momentSchema.nullable().default(null),
  to: momentSchema.nullable().default(null),
  yearly: yearlySchema.nullable().default(null),
  hours: hoursSchema.nullable().default(null),
  mayOverlap: z.boolean().default(false),
});
export type SeasonInput = z.input<typeof seasonInputSchema>;

export const seasonViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  factor: z.number(),
  classes: z.array(roadClassSchema).nullable(),
  aboveMetres: z.number().nullable(),
  belowMetres: z.number().nullable(),
  from: momentSchema.nullable(),
  to: momentSchema.nullable(),
  yearly: yearlySchema.nullable(),
  hours: hoursSchema.nullable(),
  /** When it holds, as one says it. */
  when: spokenSchema,
  holdsNow: z.boolean(),
});
export type SeasonView = z.infer<typeof seasonViewSchema>;

/** `GET /api/v1/roads/seasons`: those that stand. */
export const seasonsAnswerSchema = z.object({ seasons: z.array(seasonViewSchema) });
export type SeasonsAnswer = z.infer<typeof seasonsAnswerSchema>;

/** What a season does: with which others it overlaps and since which day, and a sentence that says so. */
export const seasonCheckSchema = z.object({
  overlaps: z.array(z.object({ id: z.string(), name: z.string(), firstDay: serviceDaySchema })),
  sentence: spokenSchema.nullable(),
});
export type SeasonCheckView = z.infer<typeof seasonCheckSchema>;

/** Answer of `POST` (201) and `PUT` (200) of a season. Travel times follow in the background: see `RoadsStateView`. */
export const seasonSavedAnswerSchema = seasonCheckSchema.extend({ season: seasonViewSchema });
export type SeasonSavedAnswer = z.infer<typeof seasonSavedAnswerSchema>;

/** Answer of `DELETE /api/v1/roads/seasons/{id}`, which ends a season now. */
export const seasonEndedAnswerSchema = z.object({ season: seasonViewSchema });
export type SeasonEndedAnswer = z.infer<typeof seasonEndedAnswerSchema>;

/** `GET /api/v1/roads/state`: how far travel times follow what was entered, and what holds today. */
export const roadsStateViewSchema = z.object({
  areRoadsAnswering: z.boolean(),
  matrices: z.object({
    /** Of how many road states the coming days need, and how many of them are computed. */
    wanted: z.number().int(),
    ready: z.number().int(),
    /** 0 … 1 of all that is to be computed. */
    share: z.number(),
    isWorking: z.boolean(),
  }),
  /** One sentence while travel times do not follow yet, or could not: what is missing and what happens next. */
  sentence: spokenSchema.nullable(),
  /** States of today in order; each holds until the next begins (`HH:MM`). */
  today: z.array(
    z.object({
      from: z.string(),
      stateId: z.string(),
      closures: z.array(z.string()),
      seasons: z.array(z.string()),
      /** How many learned factors are in force. */
      learned: z.number().int(),
    }),
  ),
});
export type RoadsStateView = z.infer<typeof roadsStateViewSchema>;

export const learningSeasonSchema = z.enum(['winter', 'spring', 'summer', 'autumn']);
export const learningHoursSchema = z.enum(['early', 'morning', 'day', 'evening', 'night']);

/** Performed legs against planned ones. Legs count for the kind of road that makes up most of their driving time. */
export const learningRowSchema = z.object({
  /** null: legs of which no kind of road makes up half. */
  roadClass: roadClassSchema.nullable(),
  season: learningSeasonSchema,
  hours: learningHoursSchema,
  legs: z.number().int(),
  plannedSeconds: z.number().int(),
  performedSeconds: z.number().int(),
  /** Performed ÷ planned: the middle, and the values that a quarter of the legs lies below and above. */
  medianRatio: z.number(),
  lowerRatio: z.number(),
  upperRatio: z.number(),
});
export type LearningRow = z.infer<typeof learningRowSchema>;

/** A factor that performed legs speak for. It changes nothing until somebody accepts it. */
export const roadSuggestionViewSchema = z.object({
  id: z.string(),
  roadClass: roadClassSchema,
  season: learningSeasonSchema,
  hours: learningHoursSchema,
  /** Share of the speed as it was without learned factors; above 1 where the street is quicker. */
  factor: z.number(),
  legs: z.number().int(),
  firstDay: serviceDaySchema,
  lastDay: serviceDaySchema,
  madeAt: momentSchema,
  standing: z.enum(['open', 'accepted', 'refused', 'withdrawn', 'replaced']),
  /** Who accepted or refused it (account, and the name on screens), and when. */
  decidedBy: z.string().nullable(),
  deciderName: z.string().nullable(),
  decidedAt: momentSchema.nullable(),
  sentence: spokenSchema,
});
export type RoadSuggestionView = z.infer<typeof roadSuggestionViewSchema>;

/** `GET /api/v1/roads/learning`. Suggestions: open ones first, then the latest decisions. */
export const learningAnswerSchema = z.object({
  from: serviceDaySchema,
  to: serviceDaySchema,
  rows: z.array(learningRowSchema),
  /** Legs that are not counted: shorter than two minutes, or so far off that something else happened. */
  leftOut: z.object({ tooShort: z.number().int(), tooFarOff: z.number().int() }),
  suggestions: z.array(roadSuggestionViewSchema),
});
export type LearningAnswer = z.infer<typeof learningAnswerSchema>;

/**
 * Answer of `POST /api/v1/roads/learning/{id}/accept`, `/refuse`, `/withdraw` (an accepted one taken back) and `/reopen` (a
 * refused one waits for an answer again).
 */
export const suggestionDecidedAnswerSchema = z.object({ suggestion: roadSuggestionViewSchema });
export type SuggestionDecidedAnswer = z.infer<typeof suggestionDecidedAnswerSchema>;
