import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { RideLine } from '../booking/RideLine.tsx';
import { useCall } from '../call/callContext.ts';
import { CancelDialog } from '../rides/CancelDialog.tsx';
import { RideHistory } from '../rides/RideHistory.tsx';
import { isCancellable, isChangeable, isWaitingReady } from '../store/filterRides.ts';
import { useReady } from './useReady.ts';

const texts = {
  ready: { ja: '帰りの用意ができた', en: 'Ready to go home' },
  change: { ja: '変える', en: 'Change' },
  cancel: { ja: '取り消す', en: 'Cancel' },
  again: { ja: '同じ内容で別の予約', en: 'Another like it' },
};

/** Rides of the card, one line each; Enter opens what can be done with one, its letters do it from the line. */
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
        <CardRide
          key={ride.id}
          ride={ride}
          hasDay={hasDay}
          isOpen={ride.id === openId}
          onToggle={() => setOpenId(ride.id === openId ? null : ride.id)}
        />
      ))}
    </ul>
  );
}

interface CardRideProps {
  readonly ride: RideView;
  readonly hasDay: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function CardRide({ ride, hasDay, isOpen, onToggle }: CardRideProps): ReactNode {
  const t = useWords(texts);
  const { bookLike, changeRide, reloadCard, card } = useCall();
  const [isCancelling, setCancelling] = useState(false);
  const canCancel = isCancellable(ride);
  const canChange = isChangeable(ride);
  const ready = useReady(ride);
  const isOnCall = ride.status === 'willCall' || isWaitingReady(ride);
  const acts: Readonly<Record<string, (() => void) | undefined>> = {
    C: canChange && card ? () => changeRide(ride, card.person) : undefined,
    X: canCancel ? () => setCancelling(true) : undefined,
  };

  function press(event: KeyboardEvent): void {
    const isElsewhere = event.target instanceof HTMLElement && event.target.closest('dialog, input') !== null;
    if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = acts[event.key.toUpperCase()];
    if (!act) return;
    // Else the letter would be typed into the field the caret goes to.
    event.preventDefault();
    act();
  }

  return (
    <li onKeyDown={press}>
      <button type="button" className="cardStop" aria-expanded={isOpen} onClick={onToggle}>
        <RideLine ride={ride} hasDay={hasDay} />
        {canChange ? (
          <span className="cardKeys" aria-hidden="true">
            <span className="key">C</span> {t.change} <span className="key">X</span> {t.cancel}
          </span>
        ) : null}
      </button>
      {isOpen ? (
        <div className="cardActions">
          <RideHistory ride={ride} />
          {isOnCall ? (
            <WorkButton look="main" className="cardStop" onPress={ready.tell}>
              {t.ready}
            </WorkButton>
          ) : null}
          {ready.sentence ? <ReadAloud sentence={ready.sentence} /> : null}
          <FaultNotice fault={ready.fault} />
          {canChange ? (
            <WorkButton className="cardStop" shortcut="C" onPress={() => acts.C?.()}>
              {t.change}
            </WorkButton>
          ) : null}
          {canCancel && !isOnCall ? (
            <WorkButton className="cardStop" onPress={() => bookLike(ride)}>
              {t.again}
            </WorkButton>
          ) : null}
          {canCancel ? (
            <WorkButton className="cardStop" shortcut="X" onPress={() => setCancelling(true)}>
              {t.cancel}
            </WorkButton>
          ) : null}
        </div>
      ) : null}
      <CancelDialog
        ride={ride}
        isOpen={isCancelling}
        onClose={() => {
          setCancelling(false);
          reloadCard();
        }}
      />
    </li>
  );
}

/** Takes the focus, which the button that was pressed loses when it goes. */
function ReadAloud({ sentence }: { sentence: string }): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => place.current?.focus(), []);
  return (
    <p className="cardSentence" role="status" tabIndex={-1} ref={place}>
      {sentence}
    </p>
  );
}
