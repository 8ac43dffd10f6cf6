import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { StopView } from '../../backend/contract/index.ts';
import { actKey, type DriverAct } from '../../screen-kit/store/nextAct.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { findWait } from '../store/findWait.ts';
import type { OutboxEntry } from '../store/outbox.ts';
import { findOwedRest } from '../store/owedRest.ts';
import { commandWord } from './commandWord.ts';
import { texts } from './words.ts';

export interface ActBarProps {
  readonly act: DriverAct;
  readonly nameOf: (stop: StopView) => string;
  readonly nowSecond: number;
  readonly onAct: () => void;
  readonly onNoShow: () => void;
  /** The last tap, while it can be taken back. */
  readonly takeBack: { readonly entry: OutboxEntry; readonly onPress: () => void } | null;
  /** Counts what the driver did elsewhere on the page that changes the act. */
  readonly ownChanges: number;
}

/** A second tap of the same finger must not count for the next act. */
const OWN_CHANGE_MS = 700;
/** An act that the server changed must be read before it can be tapped. */
const OTHER_CHANGE_MS = 2_000;

/** The one wide button, always in the same place, and above it what belongs to it. */
export function ActBar(props: ActBarProps): ReactNode {
  const { act, nameOf, nowSecond, onAct, onNoShow, takeBack } = props;
  const t = useWords(texts);
  const key = actKey(act);
  const guard = useActGuard(key, props.ownChanges);
  const words = actWords(act, nameOf, nowSecond, t);
  return (
    <footer className="actBar">
      <div className="actSide">
        {takeBack ? (
          <button
            type="button"
            className="button button-plain actUndo"
            onClick={() => {
              guard.expectChange();
              takeBack.onPress();
            }}
          >
            {t.undo(commandWord(takeBack.entry.command, t))}
          </button>
        ) : (
          <span />
        )}
        {act.type === 'board' ? (
          <button type="button" className="button button-plain actNoShow" onClick={onNoShow}>
            {t.noShow}
          </button>
        ) : null}
      </div>
      {act.type === 'wait' || act.type === 'ended' ? (
        <p className="actNone">{act.type === 'wait' ? t.standby : t.ended}</p>
      ) : (
        <button
          type="button"
          className={`actButton actButton-${act.type}`}
          data-guarded={guard.isGuarded || undefined}
          onClick={() => {
            if (guard.isGuarded) return;
            guard.expectChange();
            navigator.vibrate?.(30);
            onAct();
          }}
        >
          <span className="actWord">{words.word}</span>
          {words.of ? <span className="actOf">{guard.isChanged ? t.actChanged : words.of}</span> : null}
        </button>
      )}
    </footer>
  );
}

interface ActGuard {
  /** The act has only just changed: a tap may be meant for the one before. */
  readonly isGuarded: boolean;
  /** The server changed the act, not the driver's tap. */
  readonly isChanged: boolean;
  /** The next change of act is the driver's own doing. */
  readonly expectChange: () => void;
}

function useActGuard(key: string, ownChanges: number): ActGuard {
  const [settledKey, setSettledKey] = useState(key);
  const [isChanged, setChanged] = useState(false);
  const isExpected = useRef(false);
  const seenChanges = useRef(ownChanges);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once for each change of act.
  useEffect(() => {
    if (settledKey === key) return;
    const isOwn = isExpected.current || seenChanges.current !== ownChanges;
    isExpected.current = false;
    seenChanges.current = ownChanges;
    setChanged(!isOwn);
    const timer = setTimeout(
      () => {
        setSettledKey(key);
        setChanged(false);
      },
      isOwn ? OWN_CHANGE_MS : OTHER_CHANGE_MS,
    );
    return () => clearTimeout(timer);
  }, [key]);
  return {
    isGuarded: settledKey !== key,
    isChanged,
    expectChange: () => {
      isExpected.current = true;
    },
  };
}

type Words = { readonly word: string; readonly of: string | null };
type Texts = ReturnType<typeof useWords<typeof texts>>;

function actWords(act: DriverAct, nameOf: ActBarProps['nameOf'], nowSecond: number, t: Texts): Words {
  switch (act.type) {
    case 'wait':
    case 'ended':
      return { word: '', of: null };
    case 'arrive':
      if (act.stop.kind === 'break') return { word: t.beginBreak, of: t.aBreak };
      return { word: t.arrive, of: nameOf(act.stop) };
    case 'alight':
      return { word: t.alight, of: t.name(act.ride.riderName) };
    case 'board':
      return { word: t.board, of: t.name(act.ride.riderName) };
    case 'depart': {
      const next = act.next === null ? t.depot : nameOf(act.next);
      const rest = findOwedRest(act.stop, nowSecond);
      const wait = findWait(act, nowSecond);
      const when = rest ? t.restThen(tableTime(rest.until), next) : t.departFor(next);
      const of = wait === null ? when : t.waitThen(tableTime(wait), next);
      return { word: act.stop.kind === 'break' ? t.endBreak : t.depart, of };
    }
  }
}
