import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { BookedAnswer } from '../../backend/contract/index.ts';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { useShortcuts } from '../frame/useShortcuts.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { BookingForm } from './BookingForm.tsx';
import { KeptStrip } from './KeptStrip.tsx';
import './booking.css';

const texts = {
  title: { ja: '予約', en: 'Booking' },
  booked: {
    ja: (name: string, count: number) => `${name} 様の予約を${count > 1 ? `${count}件` : ''}入れました`,
    en: (name: string, count: number) => `${name} is booked${count > 1 ? ` (${count} rides)` : ''}`,
  },
  changed: {
    ja: (name: string) => `${name} 様の予約を変えました`,
    en: (name: string) => `The ride of ${name} is changed`,
  },
  putBack: { ja: '元に戻す', en: 'Put it back' },
  undo: { ja: '取りやめる', en: 'Take it back' },
};

/** The right side of the desk: the form, the offers to read aloud, the agreement. */
export function BookingDesk(): ReactNode {
  const t = useWords(texts);
  return (
    <div className="bookingDesk">
      <h2 className="visuallyHidden">{t.title}</h2>
      <KeptStrip />
      <BookingForm />
      <AnswerPanel />
      <TakeBack />
    </div>
  );
}

/** For ten seconds what was booked last can be taken back, also from the next call. */
function TakeBack(): ReactNode {
  const t = useWords(texts);
  const { stage, undo } = useCall();
  const agreed = stage.kind === 'asked' ? stage.agreed : null;
  const [held, setHeld] = useState<BookedAnswer | null>(null);
  useLayoutEffect(() => {
    if (agreed) setHeld(agreed);
  }, [agreed]);

  async function takeBack(): Promise<void> {
    if (!held) return;
    // What got no answer may be tried again.
    if (await undo(held)) setHeld(null);
  }
  useShortcuts([['F10', () => void takeBack()]]);

  const rides = held?.results.flatMap(({ ride }) => (ride ? [ride] : [])) ?? [];
  const [first] = rides;
  if (!first) return null;
  return (
    <UndoToast
      key={first.id}
      text={first.changedFrom ? t.changed(first.riderName) : t.booked(first.riderName, rides.length)}
      undoText={first.changedFrom ? t.putBack : t.undo}
      shortcut="F10"
      onUndo={takeBack}
      onGone={() => setHeld(null)}
    />
  );
}
