import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { useShortcuts } from '../frame/useShortcuts.ts';
import { type BookingDraft, draftFieldOf, emptyDraft, requestOf } from '../store/bookingDraft.ts';
import { BookedCard } from './BookedCard.tsx';
import { BookingForm } from './BookingForm.tsx';
import { loadDraft, saveDraft } from './draftStorage.ts';
import { OfferCards } from './OfferCards.tsx';
import { useBooking } from './useBooking.ts';
import './booking.css';

const texts = {
  title: { ja: '新しい予約', en: 'New booking' },
  booked: { ja: (name: string) => `${name} 様の予約を入れました`, en: (name: string) => `${name} is booked` },
  undo: { ja: '予約を取りやめる', en: 'Take it back' },
};

interface Booked {
  readonly rideId: string;
  readonly name: string;
}

/** The phone desk: the form, the offers to read aloud, the agreement. */
export function BookingDesk(): ReactNode {
  const t = useWords(texts);
  const { api, session, onFault } = useScreen();
  const desk = useDesk();
  const today = useServerNow(10_000).day;
  const [draft, setDraft] = useState<BookingDraft>(() => loadDraft(session.accountId, today));
  const [booked, setBooked] = useState<Booked | null>(null);
  const [undoFault, setUndoFault] = useState<ApiFault | null>(null);
  const { step, ask, accept, reset } = useBooking();
  const timeRef = useRef<HTMLInputElement>(null);
  const room = useRef<HTMLDivElement>(null);

  useEffect(() => saveDraft(session.accountId, draft), [session.accountId, draft]);

  const change = useCallback(
    (part: Partial<BookingDraft>) => {
      setDraft((before) => ({ ...before, ...part }));
      reset();
    },
    [reset],
  );

  const clear = useCallback(() => {
    setDraft(emptyDraft(today));
    reset();
  }, [reset, today]);

  // What was booked is no longer a draft; the form stands empty behind the agreement.
  useEffect(() => {
    if (step.kind !== 'booked') return;
    const { ride } = step.answer;
    setBooked({ rideId: ride.id, name: ride.riderName });
    setUndoFault(null);
    setDraft(emptyDraft(today));
  }, [step, today]);

  // A refusal is answered where it stands: the time is the field most calls change.
  useEffect(() => {
    if (step.kind !== 'refused') return;
    if (step.fault.kind === 'refused' && draftFieldOf(step.fault.field) === 'time') timeRef.current?.select();
    room.current?.querySelector('.faultNotice, .fieldError')?.scrollIntoView({ block: 'nearest' });
  }, [step]);

  function startNext(): void {
    reset();
    requestAnimationFrame(() => room.current?.querySelector<HTMLInputElement>('input')?.focus());
  }

  // The frame puts the caret into the form; here the agreement makes room for it.
  useShortcuts([['F2', reset]]);

  async function takeBack({ rideId }: Booked): Promise<void> {
    try {
      const answer = await api.cancelRide(rideId, 'bookedByMistake', newKey());
      desk.feed.reader?.putRide(answer.ride);
      setBooked(null);
      startNext();
    } catch (cause) {
      setUndoFault(asFault(cause));
      onFault(cause);
    }
  }

  const request = requestOf(draft);
  return (
    <div className="bookingDesk" ref={room}>
      {step.kind === 'booked' ? (
        <BookedCard
          answer={step.answer}
          onNext={startNext}
          onShow={() => {
            desk.setDay(step.answer.ride.day);
            desk.selectRide(step.answer.ride);
          }}
        />
      ) : (
        <>
          <h2 className="visuallyHidden">{t.title}</h2>
          <BookingForm
            draft={draft}
            onChange={change}
            onAsk={(asked) => void ask(asked)}
            onClear={clear}
            isAsking={step.kind === 'asking'}
            fault={step.kind === 'refused' ? step.fault : null}
            timeRef={timeRef}
          />
          {step.kind === 'offered' ? (
            <OfferCards
              offers={step.offers}
              acceptingId={step.acceptingId}
              fault={step.fault}
              onAccept={accept}
              onAgain={() => (request ? ask(request) : undefined)}
              onOther={() => {
                reset();
                timeRef.current?.select();
              }}
            />
          ) : null}
        </>
      )}
      <FaultNotice fault={undoFault} />
      {booked ? (
        <UndoToast
          key={booked.rideId}
          text={t.booked(booked.name)}
          undoText={t.undo}
          onUndo={() => takeBack(booked)}
          onGone={() => setBooked(null)}
        />
      ) : null}
    </div>
  );
}
