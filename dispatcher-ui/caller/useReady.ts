import { useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { useLanguage } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { useDesk } from '../frame/deskContext.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';

/** The rider rings to go home. */
export interface Ready {
  /** To read aloud: the time of the vehicle that was booked; stays although the ride waits no longer. */
  readonly sentence: string | null;
  readonly fault: ApiFault | null;
  /** Books the soonest vehicle at once. */
  readonly tell: () => Promise<void>;
}

/** Kept by the ride's line, not by the button: news of the booked ride may take the button away before the answer. */
export function useReady(ride: RideView): Ready {
  const language = useLanguage();
  const { api, onFault } = useScreen();
  const { feed } = useDesk();
  const { reloadCard } = useCall();
  const [sentence, setSentence] = useState<string | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const sendOnce = useSendOnce();

  async function tell(): Promise<void> {
    setFault(null);
    try {
      const answer = await sendOnce(ride.id, (key) =>
        api.rideReady(ride.id, { by: 'phone', book: true }, key),
      );
      setSentence(answer.sentence[language]);
      feed.reader?.putRide(answer.ride);
      reloadCard();
    } catch (cause) {
      setFault(asFault(cause));
      onFault(cause);
    }
  }

  return { sentence, fault, tell };
}
