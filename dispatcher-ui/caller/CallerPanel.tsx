import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { CallView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import type { FieldFocus } from '../call/fieldFocus.ts';
import { useShortcuts } from '../frame/useShortcuts.ts';
import { type Incoming, useIncoming } from './incomingContext.ts';
import { RiderCard } from './RiderCard.tsx';
import { RiderEntry } from './RiderEntry.tsx';
import { ScreenPop } from './ScreenPop.tsx';
import './caller.css';
import './proxies.css';

const texts = {
  newRider: { ja: '新しいお客様を登録する', en: 'Register a new rider' },
  quiet: {
    ja: '電話が鳴ると、ここに番号が出ます。お客様を決めると、ご家族・いつもの・今日の乗車が出ます。',
    en: 'When the phone rings the number appears here; with a rider chosen, household, usual rides and rides of the day.',
  },
};

/** The left side: who is calling, and what we know once they are confirmed. Figures choose, arrows move. */
export function CallerPanel(): ReactNode {
  const incoming = useIncoming();
  return incoming ? <Panel incoming={incoming} /> : null;
}

function Panel({ incoming }: { incoming: Incoming }): ReactNode {
  const t = useWords(texts);
  const { draft, card, takeUsual, choosePerson, focus } = useCall();
  const { calls, opened } = incoming;
  const room = focus.refs.usual as RefObject<HTMLDivElement | null>;
  /** A figure that was pressed before the card had come. */
  const early = useRef<number | null>(null);
  const personId = draft.person?.id ?? null;

  const { tell } = incoming;
  const openedCall = opened?.call ?? null;
  useEffect(() => {
    early.current = null;
    // Whoever is chosen while a call is open is whom it is about.
    if (personId !== null && openedCall && openedCall.personId !== personId) void tell({ personId });
  }, [personId, openedCall, tell]);

  /** Was the focus here last? A line that goes away takes it along. */
  const hadFocus = useRef(false);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      hadFocus.current = room.current?.contains(target as Node) ?? false;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [room]);

  // Before it is seen: a key pressed at the sight of the card must not go astray.
  const drawn = useRef(card);
  useLayoutEffect(() => {
    const isNew = card !== drawn.current;
    drawn.current = card;
    if (!card || !isNew) return;
    if (early.current !== null && card.usual[early.current]) takeUsual(early.current);
    else if (
      document.activeElement === room.current ||
      (document.activeElement === document.body && hadFocus.current)
    ) {
      const first = room.current?.querySelector<HTMLElement>('.usualRides .cardStop');
      if (first) first.focus();
      else leadOn(focus);
    }
    early.current = null;
  }, [card, takeUsual, focus, room]);

  async function confirm(call: CallView): Promise<void> {
    const people = await incoming.confirm(call.id);
    if (!people) return;
    const [only] = people;
    if (only && people.length === 1) choosePerson(only);
    else if (people.length === 0) focus.go('person');
  }

  const ringing = calls.find((call) => call.id !== opened?.call.id) ?? calls[0];
  const [entry, setEntry] = useState<'new' | 'change' | null>(null);
  useShortcuts([
    ['Shift+F1', () => setEntry('new')],
    ['Shift+F9', () => room.current?.querySelector<HTMLElement>('.cardRides .cardStop')?.focus()],
    ['F3', () => (ringing ? void confirm(ringing) : undefined)],
  ]);

  function press(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      moveStop(room.current, step);
      return;
    }
    if (!/^[0-9]$/.test(event.key)) return;
    event.preventDefault();
    const figure = Number(event.key);
    const people = opened?.people ?? [];
    const isChoosing = people.length > 1 && !people.some(({ id }) => id === personId);
    if (isChoosing) {
      const person = people[figure - 1];
      if (person) choosePerson(person);
    } else if (figure === 0) focus.go('from');
    else if (card) takeUsual(figure - 1);
    else early.current = figure - 1;
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes figures and arrows for the buttons inside it.
    <div className="callerPanel" ref={room} tabIndex={-1} onKeyDown={press}>
      {calls.map((call) => (
        <ScreenPop
          key={call.id}
          call={call}
          incoming={incoming}
          isNext={call === ringing}
          onConfirm={confirm}
        />
      ))}
      <FaultNotice fault={incoming.fault} />
      {entry ? (
        <RiderEntry person={entry === 'new' ? null : draft.person} onClose={() => setEntry(null)} />
      ) : draft.person ? (
        <RiderCard person={draft.person} onEdit={() => setEntry('change')} />
      ) : (
        <>
          {calls.length === 0 ? <p className="callerQuiet">{t.quiet}</p> : null}
          <WorkButton shortcut="⇧F1" onPress={() => setEntry('new')}>
            {t.newRider}
          </WorkButton>
        </>
      )}
    </div>
  );
}

/**
 * To where the ride begins, with nothing usual to choose from. The hand that has learned 0 for "somewhere else" may
 * press it there: it must not be typed over what stands in the field.
 */
function leadOn(focus: FieldFocus): void {
  focus.go('from');
  focus.refs.from.current?.addEventListener(
    'keydown',
    (event) => {
      if (event.key === '0') event.preventDefault();
    },
    { once: true },
  );
}

/** From one line of the panel to the next, as the arrow keys go. */
function moveStop(room: HTMLElement | null, step: number): void {
  const stops = [...(room?.querySelectorAll<HTMLElement>('.cardStop') ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
}
