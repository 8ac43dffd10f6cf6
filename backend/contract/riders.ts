import { z } from 'zod';
import { personViewSchema } from './people.ts';
import {
  careLevelSchema,
  certificateSchema,
  coordinatesSchema,
  idSchema,
  needSchema,
  serviceDaySchema,
} from './values.ts';

const lineSchema = z.string().max(80);

/** Where a rider lives: a named place, a point on the map, or with somebody who is registered. */
export const homeSaidSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), id: idSchema }),
  z.object({ kind: z.literal('coordinates'), at: coordinatesSchema }),
  z.object({ kind: z.literal('with'), personId: idSchema }),
]);

/**
 * `POST /api/v1/people` adds a rider (201). Kana in any script; `birth` as people say it (`昭18`, `S18`, `1943`). `home` may
 * be left out in a change only. Refusals name the field: `kanaUnreadable`, `birthYearUnreadable`, `phoneUnreadable`,
 * `textTooLong`, `homeMissing`…
 */
export const riderEntrySchema = z.strictObject({
  familyName: lineSchema,
  givenName: lineSchema,
  familyKana: lineSchema,
  givenKana: lineSchema,
  birth: z.string().max(20),
  home: homeSaidSchema.nullable().default(null),
  hamlet: lineSchema.default(''),
  houseName: lineSchema.nullable().default(null),
  houseKana: lineSchema.nullable().default(null),
  phone: z.string().max(40).default(''),
  otherPhones: z.array(z.string().max(40)).max(8).default([]),
  needs: z.array(needSchema).max(8).default([]),
  careLevel: careLevelSchema.nullable().default(null),
  certificates: z.array(certificateSchema).max(3).default([]),
  note: z.string().max(500).nullable().default(null),
  consentOn: serviceDaySchema.nullable().default(null),
});
export type RiderEntryInput = z.input<typeof riderEntrySchema>;

/**
 * `POST /api/v1/people/{id}` changes a rider. `revision` is what was on the screen: another one in the register refuses
 * the change (`staleVersion`, 409), and `GET /api/v1/people/{id}` has the other version.
 */
export const riderChangeSchema = riderEntrySchema.extend({ revision: z.number().int().min(1) });
export type RiderChangeInput = z.input<typeof riderChangeSchema>;

/** `POST /api/v1/people/similar`: riders who may be the same; answered with `peopleAnswerSchema`. */
export const similarSchema = z.strictObject({
  familyKana: lineSchema.default(''),
  givenKana: lineSchema.default(''),
  birth: z.string().max(20).default(''),
  phone: z.string().max(40).default(''),
  hamlet: lineSchema.default(''),
});
export type SimilarInput = z.input<typeof similarSchema>;

/** `GET /api/v1/kana?q=佐藤`: how the register's people of that name are read, the most usual first. */
export const kanaAnswerSchema = z.object({ readings: z.array(z.string()) });
export type KanaAnswer = z.infer<typeof kanaAnswerSchema>;

/** Who else has a rider open, as `rider:presence` tells everybody who has. */
export const riderPresenceSchema = z.object({
  personId: z.string(),
  others: z.array(z.object({ accountId: z.string(), displayName: z.string() })),
});
export type RiderPresence = z.infer<typeof riderPresenceSchema>;

/** `rider:open` on the socket: which rider this page has open; null: none any more. Answered by acknowledgement. */
export const openRiderSchema = z.object({ personId: idSchema.nullable() });

/** `GET /api/v1/people/duplicates`: pairs that may be the same person, the likeliest first. */
export const duplicatesAnswerSchema = z.object({
  pairs: z.array(z.object({ people: z.tuple([personViewSchema, personViewSchema]), score: z.number() })),
});
export type DuplicatesAnswer = z.infer<typeof duplicatesAnswerSchema>;

/** `POST /api/v1/people/{id}/merge`: the other one's rides, numbers and notes move here; both revisions as read. */
export const mergeSchema = z.strictObject({
  revision: z.number().int().min(1),
  goneId: idSchema,
  goneRevision: z.number().int().min(1),
});
export type MergeInput = z.infer<typeof mergeSchema>;

export const mergeViewSchema = z.object({
  id: z.string(),
  kept: personViewSchema,
  goneId: z.string(),
  goneName: z.string(),
  movedRides: z.number().int(),
  mergedAt: z.string(),
});
export type MergeView = z.infer<typeof mergeViewSchema>;

/** `GET /api/v1/merges`: those that can be taken back, the newest first. `DELETE /api/v1/merges/{id}` takes one back. */
export const mergesAnswerSchema = z.object({ merges: z.array(mergeViewSchema) });
export type MergesAnswer = z.infer<typeof mergesAnswerSchema>;

/** `POST /api/v1/people/{id}/distinct`: the other entry is another person. Answers `DistinctDone` (201). */
export const distinctSchema = z.strictObject({ otherId: idSchema });
export const distinctDoneSchema = z.object({ id: z.string() });
export type DistinctDone = z.infer<typeof distinctDoneSchema>;

/**
 * `GET /api/v1/distinct`: pairs of entries said to be two people, the newest first. `DELETE /api/v1/distinct/{id}` takes
 * one back.
 */
export const distinctAnswerSchema = z.object({
  pairs: z.array(
    z.object({
      id: z.string(),
      people: z.tuple([personViewSchema, personViewSchema]),
      notedAt: z.string(),
    }),
  ),
});
export type DistinctAnswer = z.infer<typeof distinctAnswerSchema>;

export const importFieldSchema = z.enum([
  'name',
  'familyName',
  'givenName',
  'kana',
  'familyKana',
  'givenKana',
  'birth',
  'phone',
  'mobile',
  'address',
  'hamlet',
  'houseName',
  'needs',
  'note',
  'consent',
]);
export type ImportFieldName = z.infer<typeof importFieldSchema>;

/** Which column (from 0) holds a field. */
export const columnMappingSchema = z.partialRecord(importFieldSchema, z.number().int().min(0).max(200));
export type ColumnMappingView = z.infer<typeof columnMappingSchema>;

export const importRowViewSchema = z.object({
  /** As the sheet counts: the header is row 1. */
  row: z.number().int(),
  /** The row as the file has it, or as it was mended; `cells[i]` stands under `headers[i]`. */
  cells: z.array(z.string()),
  name: z.string(),
  kana: z.string(),
  birthYear: z.number().int().nullable(),
  hamlet: z.string(),
  phone: z.string(),
  /** Nothing keeps it out. */
  isGood: z.boolean(),
  remarks: z.array(
    z.object({
      field: importFieldSchema,
      /** The header of the column at fault. */
      column: z.string(),
      code: z.string(),
      isError: z.boolean(),
      sentence: z.object({ ja: z.string(), en: z.string() }),
      action: z.object({ ja: z.string(), en: z.string() }),
    }),
  ),
  /** Registered riders who may be the same. */
  similar: z.array(personViewSchema),
});
export type ImportRowView = z.infer<typeof importRowViewSchema>;

/**
 * A file on its way in. `POST /api/v1/imports?name=` with the file as `application/octet-stream` opens one (201);
 * `POST /api/v1/imports/{id}/check` begins to check it under a mapping, `GET /api/v1/imports/{id}` tells how far it is,
 * `POST …/cancel` stops it.
 */
export const importViewSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  headers: z.array(z.string()),
  /** The first rows, to see what the columns hold. */
  sample: z.array(z.array(z.string())),
  mapping: columnMappingSchema,
  state: z.enum(['uploaded', 'checking', 'checked', 'cancelled', 'failed', 'imported']),
  rowCount: z.number().int(),
  done: z.number().int(),
  /** Of the rows checked so far. */
  goodCount: z.number().int(),
  errorCount: z.number().int(),
  similarCount: z.number().int(),
  /** Of all rows checked, as the sheet counts: those that errors keep out, and the good ones with somebody similar. */
  errorRows: z.array(z.number().int()),
  similarRows: z.array(z.number().int()),
  /** Rows with something to look at, the first 500 of them: those kept out first, then those with somebody similar. */
  rows: z.array(importRowViewSchema),
});
export type ImportView = z.infer<typeof importViewSchema>;

/** `GET /api/v1/imports/{id}/errors`: every row that errors keep out, however many there are. */
export const importErrorsAnswerSchema = z.object({ rows: z.array(importRowViewSchema) });
export type ImportErrorsAnswer = z.infer<typeof importErrorsAnswerSchema>;

/**
 * `POST /api/v1/imports/{id}/rows/{row}` mends a checked row, which is then checked again; the file itself stays. Cells may
 * be as long, and as many, as in a sheet: what of them the register keeps has limits of its own.
 */
export const mendRowSchema = z.strictObject({ cells: z.array(z.string().max(32_767)).max(16_384) });

export const checkImportSchema = z.strictObject({ mapping: columnMappingSchema });

/** `POST /api/v1/imports/{id}/run`. `rows` null: all without errors of whom nobody similar is registered. */
export const runImportSchema = z.strictObject({
  rows: z.array(z.number().int()).max(20_000).nullable(),
  /** With `rows` null: those with somebody similar, too. */
  withSimilar: z.boolean().default(false),
});

export const doneImportViewSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  importedAt: z.string(),
  count: z.number().int(),
  isRolledBack: z.boolean(),
});
export type DoneImportView = z.infer<typeof doneImportViewSchema>;

/** `GET /api/v1/imports`: what was imported, the newest first. */
export const importsAnswerSchema = z.object({ imports: z.array(doneImportViewSchema) });
export type ImportsAnswer = z.infer<typeof importsAnswerSchema>;

/** `POST /api/v1/imports/{id}/rollback`: who had booked or was changed meanwhile stays and is named. */
export const rollbackAnswerSchema = z.object({
  removed: z.number().int(),
  kept: z.array(personViewSchema),
});
export type RollbackAnswer = z.infer<typeof rollbackAnswerSchema>;
