/**
 * Makes this the one window of the device that sends the driver's taps. Answers false while another one does, and calls
 * `onFreed` when that one is closed. Browsers without locks (plain http) get the answer true.
 */
export function claimOnlyWindow(onFreed: () => void): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) return Promise.resolve(true);
  const name = 'ainori.driver';
  const forEver = new Promise<void>(() => undefined);
  return new Promise((resolve) => {
    void locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      if (lock !== null) return forEver;
      void locks.request(name, () => onFreed());
      return undefined;
    });
  });
}
