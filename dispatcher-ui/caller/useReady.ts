import { useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
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
  const { api } = useScreen();
  const { feed } = useDesk();
  const { reloadCard } = useCall();
  const [sentence, setSentence] = useState<string | null>(null);
  const { fault, attempt } = useAttempt();
  const sendOnce = useSendOnce();

  async function tell(): Promise<void> {
    await attempt(async () => {
      const answer = await sendOnce(ride.id, (key) =>
        api.rideReady(ride.id, { by: 'phone', book: true }, key),
      );
      setSentence(answer.sentence[language]);
      feed.reader?.putRide(answer.ride);
      reloadCard();
    });
  }

  return { sentence, fault, tell };
}
