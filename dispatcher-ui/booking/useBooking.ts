import { useCallback, useRef, useState } from 'react';
import type { OfferView, RideAnswer, RideRequest } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { useDesk } from '../frame/deskContext.ts';
import { createKeyRing } from '../store/keyRing.ts';

/** How far the call has come. */
export type BookingStep =
  | { readonly kind: 'editing' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly fault: ApiFault }
  | {
      readonly kind: 'offered';
      readonly offers: readonly OfferView[];
      readonly acceptingId: string | null;
      readonly fault: ApiFault | null;
    }
  | { readonly kind: 'booked'; readonly answer: RideAnswer };

export interface Booking {
  readonly step: BookingStep;
  readonly ask: (request: RideRequest) => Promise<void>;
  readonly accept: (offerId: string) => Promise<void>;
  /** Back to the form: the offers no longer fit what is typed. */
  readonly reset: () => void;
}

/** The dialogue with the server behind the booking form: ask for offers, accept one. */
export function useBooking(): Booking {
  const { api, onFault } = useScreen();
  const { feed } = useDesk();
  const reader = useRef(feed.reader);
  reader.current = feed.reader;
  const [step, setStep] = useState<BookingStep>({ kind: 'editing' });
  const keys = useRef(createKeyRing(newKey));
  /** Answers to a question that is no longer asked are dropped. */
  const turn = useRef(0);

  const ask = useCallback(
    async (request: RideRequest) => {
      turn.current += 1;
      const mine = turn.current;
      const purpose = JSON.stringify(request);
      setStep({ kind: 'asking' });
      try {
        const { offers } = await api.requestRide(request, keys.current.keyFor(purpose));
        keys.current.settle(purpose);
        if (mine === turn.current) setStep({ kind: 'offered', offers, acceptingId: null, fault: null });
      } catch (cause) {
        const fault = asFault(cause);
        if (fault.kind === 'refused') keys.current.settle(purpose);
        if (mine === turn.current) setStep({ kind: 'refused', fault });
        onFault(cause);
      }
    },
    [api, onFault],
  );

  const accept = useCallback(
    async (offerId: string) => {
      const mine = turn.current;
      setStep((before) =>
        before.kind === 'offered' ? { ...before, acceptingId: offerId, fault: null } : before,
      );
      try {
        const answer = await api.acceptOffer(offerId, keys.current.keyFor(offerId));
        keys.current.settle(offerId);
        reader.current?.putRide(answer.ride);
        setStep({ kind: 'booked', answer });
      } catch (cause) {
        const fault = asFault(cause);
        if (fault.kind === 'refused') keys.current.settle(offerId);
        if (mine === turn.current) {
          setStep((before) => (before.kind === 'offered' ? { ...before, acceptingId: null, fault } : before));
        }
        onFault(cause);
      }
    },
    [api, onFault],
  );

  const reset = useCallback(() => {
    turn.current += 1;
    setStep((before) => (before.kind === 'editing' ? before : { kind: 'editing' }));
  }, []);

  return { step, ask, accept, reset };
}
