import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useDesk } from '../frame/deskContext.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';

/**
 * Takes the cancellation of a ride back.
 * @returns resolves when the ride stands again; rejects with why it stays cancelled, or may stay so
 */
export function useUndoCancel(rideId: string): () => Promise<void> {
  const { api } = useScreen();
  const { feed } = useDesk();
  const sendOnce = useSendOnce();
  return async () => {
    const { results } = await sendOnce(rideId, (key) =>
      api.undo({ what: 'cancellation', rideIds: [rideId] }, key),
    );
    for (const { ride } of results) if (ride) feed.reader?.putRide(ride);
  };
}
