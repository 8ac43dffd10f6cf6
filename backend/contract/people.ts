import { z } from 'zod';
import { careLevelSchema, certificateSchema, needSchema } from './values.ts';

export const personViewSchema = z.object({
  id: z.string(),
  householdId: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  familyKana: z.string(),
  givenKana: z.string(),
  birthYear: z.number().int(),
  municipality: z.string(),
  hamlet: z.string(),
  houseName: z.string().nullable(),
  /** Reading of the house name. */
  houseKana: z.string().nullable(),
  phone: z.string(),
  /** Further numbers of the person or household. */
  otherPhones: z.array(z.string()),
  needs: z.array(needSchema),
  careLevel: careLevelSchema.nullable(),
  certificates: z.array(certificateSchema),
  note: z.string().nullable(),
  /** The day on which the rider agreed to be kept in the register. */
  consentOn: z.string().nullable(),
  /** Counts changes; a writer names the revision it read. */
  revision: z.number().int(),
});
export type PersonView = z.infer<typeof personViewSchema>;

/** A rider found, and which of the landmarks that were said is how near to the home. */
export const foundPersonSchema = personViewSchema.extend({
  near: z.object({ place: z.string(), metres: z.number() }).optional(),
});
export type FoundPerson = z.infer<typeof foundPersonSchema>;

/** `GET /api/v1/people?q=` (operator, dispatcher, administrator; clinic: own patients). */
export const peopleAnswerSchema = z.object({ people: z.array(foundPersonSchema) });
export type PeopleAnswer = z.infer<typeof peopleAnswerSchema>;
