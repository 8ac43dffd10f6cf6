import { useEffect, useState } from 'react';
import type { RiderPresence } from '../../backend/contract/index.ts';
import { useDesk } from '../frame/deskContext.ts';

/** Who else has the rider open now; tells them that this desk has, until the form is closed. */
export function usePresence(personId: string | null): RiderPresence['others'] {
  const { line } = useDesk();
  const [others, setOthers] = useState<RiderPresence['others']>([]);
  useEffect(() => {
    setOthers([]);
    if (!line || personId === null) return;
    const stop = line.onPresence((presence) => setOthers(presence.others));
    line.openRider(personId);
    return () => {
      stop();
      line.openRider(null);
    };
  }, [line, personId]);
  return others;
}
