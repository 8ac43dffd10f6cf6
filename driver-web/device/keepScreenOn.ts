/** Keeps the screen lit while the page is in sight; where the browser cannot, nothing happens. */
export function keepScreenOn(): void {
  const wakeLock = navigator.wakeLock as WakeLock | undefined;
  if (wakeLock === undefined) return;
  const ask = (): void => {
    // Refused on low battery: the day goes on with a screen that dims.
    if (document.visibilityState === 'visible') void wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
