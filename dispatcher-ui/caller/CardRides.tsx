import { type ReactNode, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { RideLine } from '../booking/RideLine.tsx';
import { useCall } from '../call/callContext.ts';
import { CancelDialog } from '../rides/CancelDialog.tsx';
import { isCancellable, isWaitingReady } from '../store/filterRides.ts';
import { ReadyButton } from './ReadyButton.tsx';

const texts = {
  cancel: { ja: '取り消す', en: 'Cancel' },
  again: { ja: 'この内容で別の予約', en: 'Book another like it' },
};

/** Rides of the card, one line each; Enter opens what can be done with one. */
export function CardRides({
  rides,
  hasDay = false,
}: {
  rides: readonly RideView[];
  hasDay?: boolean;
}): ReactNode {
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <ul className="cardRides">
      {rides.map((ride) => (
        <li key={ride.id}>
          <button
            type="button"
            className="cardStop"
            aria-expanded={ride.id === openId}
            onClick={() => setOpenId(ride.id === openId ? null : ride.id)}
          >
            <RideLine ride={ride} hasDay={hasDay} />
          </button>
          {ride.id === openId ? <RideActions ride={ride} /> : null}
        </li>
      ))}
    </ul>
  );
}

function RideActions({ ride }: { ride: RideView }): ReactNode {
  const t = useWords(texts);
  const { bookLike, reloadCard } = useCall();
  const [isCancelling, setCancelling] = useState(false);
  const isOpen = isCancellable(ride);
  const isOnCall = ride.status === 'willCall' || isWaitingReady(ride);
  return (
    <div className="cardActions">
      {isOnCall ? <ReadyButton ride={ride} /> : null}
      {isOpen && !isOnCall ? (
        <WorkButton className="cardStop" onPress={() => bookLike(ride)}>
          {t.again}
        </WorkButton>
      ) : null}
      {isOpen ? (
        <WorkButton className="cardStop" onPress={() => setCancelling(true)}>
          {t.cancel}
        </WorkButton>
      ) : null}
      <CancelDialog
        ride={ride}
        isOpen={isCancelling}
        onClose={() => {
          setCancelling(false);
          reloadCard();
        }}
      />
    </div>
  );
}
