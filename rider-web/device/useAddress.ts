import { useSyncExternalStore } from 'react';

/** Where in the page: the part of the address behind `#`, so that the phone's back button goes one question back. */
export function useAddress(): string {
  return useSyncExternalStore(onAddress, () => location.hash.replace(/^#\/?/, ''));
}

/** Goes to another part of the page; `replace` leaves no step to go back to. */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    location.hash = address;
    return;
  }
  history.replaceState(null, '', `#${address}`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function onAddress(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
