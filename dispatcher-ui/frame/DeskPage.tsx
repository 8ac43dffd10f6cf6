import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { RideView, RoleName } from '../../backend/contract/index.ts';
import { useDayFeed, useFeedLine } from '../../screen-kit/feed/useDayFeed.ts';
import { ScreenRoot } from '../../screen-kit/session/ScreenRoot.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import type { Api } from '../../screen-kit/transport/api.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { DeskFrame } from './DeskFrame.tsx';
import { type Desk, DeskContext, type Selection } from './deskContext.ts';

const texts = { title: { ja: 'あいのり 電話受付・配車', en: 'Ainori phone desk and dispatch' } };

const ROLES: readonly RoleName[] = ['operator', 'dispatcher', 'administrator', 'municipality'];
const NOTHING: Selection = { rideId: null, shiftId: null };

/** The whole page of the desk: sign-in, then the console. */
export function DeskPage({ api }: { api: Api }): ReactNode {
  const t = useWords(texts);
  return (
    <ScreenRoot api={api} title={t.title} roles={ROLES}>
      <SignedInDesk />
    </ScreenRoot>
  );
}

function SignedInDesk(): ReactNode {
  const { session } = useScreen();
  const today = useToday();
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const [selection, setSelection] = useState(NOTHING);
  const line = useFeedLine();
  const day = chosenDay ?? today;
  const feed = useDayFeed(line, 'console', day);

  const desk = useMemo<Desk>(
    () => ({
      feed,
      line,
      day,
      setDay(next) {
        // Whoever goes back to today stays with today when midnight comes.
        setChosenDay(next === today ? null : next);
        setSelection(NOTHING);
      },
      selection,
      selectRide: (ride: RideView | null) =>
        setSelection(ride ? { rideId: ride.id, shiftId: ride.shiftId } : NOTHING),
      selectShift: (shiftId) => setSelection({ rideId: null, shiftId }),
      canBook: session.role !== 'municipality',
    }),
    [feed, line, day, today, selection, session.role],
  );
  return (
    <DeskContext.Provider value={desk}>
      <DeskFrame />
    </DeskContext.Provider>
  );
}

/** The service day of the server's clock; draws again only when it changes. */
function useToday(): string {
  const { day } = useServerNow(5000);
  const [today, setToday] = useState(day);
  useEffect(() => setToday(day), [day]);
  return today;
}
