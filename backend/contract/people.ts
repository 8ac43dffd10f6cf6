import { z } from 'zod';
import { needSchema } from './values.ts';

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
  phone: z.string(),
  needs: z.array(needSchema),
  note: z.string().nullable(),
});
export type PersonView = z.infer<typeof personViewSchema>;

/** `GET /api/v1/people?q=` (operator, dispatcher, administrator; clinic: own patients). */
export const peopleAnswerSchema = z.object({ people: z.array(personViewSchema) });
export type PeopleAnswer = z.infer<typeof peopleAnswerSchema>;
