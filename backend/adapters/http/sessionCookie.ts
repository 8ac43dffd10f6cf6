import { createHmac, timingSafeEqual } from 'node:crypto';

const SESSION_COOKIE = 'ainori_session';

/** How long a session lasts: a working day with its evening, in milliseconds. */
export const SESSION_MS = 14 * 3600 * 1000;

/** The session's token in a `Cookie` header, undefined when there is none. */
export function readSessionToken(cookieHeader: string | undefined): string | undefined {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === SESSION_COOKIE && value && /^[\w-]{16,200}$/.test(value)) return value;
  }
  return undefined;
}

/** The `Set-Cookie` value that keeps a session in the browser. */
export function sessionCookie(token: string, isSecure: boolean): string {
  return `${SESSION_COOKIE}=${token}; ${attributes(isSecure)}; Max-Age=${SESSION_MS / 1000}`;
}

/** The `Set-Cookie` value that takes it away. */
export function clearedSessionCookie(isSecure: boolean): string {
  return `${SESSION_COOKIE}=; ${attributes(isSecure)}; Max-Age=0`;
}

function attributes(isSecure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

/**
 * The token that proves a write came from our own page: derived from the session's token, which no other site can
 * read, so nothing more has to be stored.
 */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('ainori-csrf').digest('base64url');
}

/** Does the header hold the session's own token? Compared in constant time. */
export function isCsrfToken(given: string | undefined, sessionToken: string): boolean {
  const expected = Buffer.from(csrfTokenOf(sessionToken));
  const actual = Buffer.from(given ?? '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
