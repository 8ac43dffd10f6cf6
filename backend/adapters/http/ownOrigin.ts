/**
 * Does a writing request come from our own pages? Browsers send `Origin` with every write; a request without it and
 * without `Sec-Fetch-Site` comes from a program, which no other site can make send our cookie.
 * @param host the host the browser asked for, with port
 */
export function isOwnOrigin(
  origin: string | undefined,
  fetchSite: string | undefined,
  host: string,
): boolean {
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host;
  return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';
}
