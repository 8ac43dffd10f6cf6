/** Keeps the page itself on the device, so that it opens where there is no network. */
export function installPage(): void {
  // The development server serves the page in pieces that change with every edit.
  if (import.meta.hot || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./serviceWorker.js', { type: 'module' }).catch(() => undefined);
  void navigator.storage?.persist?.().catch(() => false);
}
