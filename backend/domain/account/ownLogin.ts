/** Shorter secrets are guessed. */
export const SHORTEST_SECRET = 8;

/** A user name as it is kept: half-width, small letters, no spaces around. */
export function normaliseLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** May somebody choose this user name? */
export function isFitLogin(login: string): boolean {
  return /^[a-z0-9][a-z0-9._@-]{3,39}$/.test(login);
}

/** Long enough, and not the name itself? */
export function isFitSecret(secret: string, login: string): boolean {
  return secret.length >= SHORTEST_SECRET && normaliseLogin(secret) !== login;
}
