import { useEffect, useState } from 'react';
import type { RiderPresence } from '../../backend/contract/index.ts';
import { useDesk } from '../frame/deskContext.ts';

/** Tells the server which rider is open here, and who else has the same one open; their names. */
export function usePresence(personId: string | null): readonly string[] {
  const { line } = useDesk();
  const [presence, setPresence] = useState<RiderPresence | null>(null);
  useEffect(() => line?.onPresence(setPresence), [line]);
  useEffect(() => {
    line?.openRider(personId);
    return () => line?.openRider(null);
  }, [line, personId]);
  return presence?.personId === personId ? presence.others.map(({ displayName }) => displayName) : [];
}
