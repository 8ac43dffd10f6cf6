import { z } from 'zod';
import { roleSchema } from './values.ts';

/** `POST /api/v1/session` signs in, `GET` answers who is signed in (401: nobody), `DELETE` signs out (204). */
export const signInSchema = z.object({
  login: z.string().min(1).max(100),
  secret: z.string().min(1).max(200),
});

/** Who is signed in. `csrfToken` goes back in the header `X-Ainori-Csrf` with everything that writes. */
export const sessionViewSchema = z.object({
  accountId: z.string(),
  displayName: z.string(),
  role: roleSchema,
  municipalities: z.array(z.string()),
  providerId: z.string().nullable(),
  clinicId: z.string().nullable(),
  personId: z.string().nullable(),
  vehicleId: z.string().nullable(),
  csrfToken: z.string(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

/** Answer of `GET /api/v1/system`, open to everybody: what every screen shows in its head. */
export const systemViewSchema = z.object({
  regionId: z.string(),
  regionName: z.object({ ja: z.string(), en: z.string() }),
  /** The server's clock (in a sped-up trial not the wall clock), ISO 8601 with offset, and how fast it runs. */
  now: z.string(),
  speed: z.number(),
  /** The service day of `now`. */
  today: z.string(),
  isTrial: z.boolean(),
  /** Sentence about roads while some are closed or times are estimates, else null. */
  roadsNotice: z.object({ ja: z.string(), en: z.string() }).nullable(),
  /** Accounts to try, in trial mode only. */
  trialAccounts: z.array(
    z.object({ login: z.string(), secret: z.string(), role: roleSchema, displayName: z.string() }),
  ),
  supportPhone: z.string(),
  /** A driver who reports nothing for longer than this after a report was due is to be asked. */
  silentAfterSeconds: z.number(),
  credits: z.array(z.object({ ja: z.string(), en: z.string() })),
});
export type SystemView = z.infer<typeof systemViewSchema>;
