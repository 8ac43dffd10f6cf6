import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CallBackView, CallGroupView, RecordCall } from '../../backend/contract/index.ts';
import { isComposing } from '../../screen-kit/parts/isComposing.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import { CallCard } from './CallCard.tsx';
import { CallRow } from './CallRow.tsx';
import { type OutcomeChoice, outcomesOf } from './outcomes.ts';
import { RecordedToast } from './RecordedToast.tsx';
import { useCallRecord } from './useCallRecord.ts';
import { useQueue } from './useQueue.ts';
import './callbacks.css';

const texts = {
  list: { ja: '折り返し電話の順番', en: 'Calls in order' },
  card: { ja: '選んだ電話', en: 'The call chosen' },
  empty: {
    ja: '折り返しの電話はありません。新しくできると、ここに出ます。',
    en: 'No calls to make. New ones appear here.',
  },
  counts: {
    ja: (due: number, later: number) => `今かける ${due}軒${later > 0 ? `・あとで ${later}軒` : ''}`,
    en: (due: number, later: number) => `${due} to ring now${later > 0 ? `, ${later} later` : ''}`,
  },
};

/** Calls we owe: the nearest first, one household at a time, ended only by how the call went. */
export default function CallBacksRoom(): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  const queue = useQueue(api.callBacks);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [othersOf, setOthersOf] = useState<string | null>(null);
  const calls = useCallRecord(queue, () => {
    setOthersOf(null);
    setChosenId(null);
  });
  const { done } = calls;
  const room = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLElement>(null);
  const groups = queue.answer?.groups ?? [];
  const chosen =
    groups.find(({ householdId }) => householdId === chosenId) ?? nextToRing(groups) ?? groups[0] ?? null;
  const isLoaded = queue.answer !== null;

  // Nothing moves under the operator's fingers: what is shown stays shown while the queue is sorted anew.
  const shownId = chosen?.householdId ?? null;
  useEffect(() => {
    setChosenId(shownId);
    document.getElementById(`calls-${shownId}`)?.scrollIntoView({ block: 'nearest' });
  }, [shownId]);

  // With large letters the card lies below the list: with the telephone in the hand, what to say has to be in sight.
  const isInHand = chosen?.claim?.isMine === true;
  useEffect(() => {
    if (isInHand && shownId !== null) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isInHand, shownId]);

  // The keys work as soon as the list is seen, and go on working when the last call has left it.
  const isEmpty = groups.length === 0;
  useLayoutEffect(() => {
    if (isLoaded) (isEmpty ? room : list).current?.focus();
  }, [isLoaded, isEmpty]);

  const focusList = () => list.current?.focus();
  const take = (group: CallGroupView) => queue.act(() => api.takeCall(group.calls[0]!.id));
  const putDown = (group: CallGroupView) => queue.act(() => api.putDownCall(group.calls[0]!.id));

  async function choose(call: CallBackView, { outcome }: OutcomeChoice): Promise<void> {
    if (outcome === 'others') setOthersOf(call.id);
    else await record(call, outcome === 'callLater' ? { outcome, later: call.ringAgainAt } : { outcome });
  }

  async function record(call: CallBackView, body: RecordCall): Promise<void> {
    await calls.record(call, body);
    focusList();
  }

  function closeOthers(): void {
    setOthersOf(null);
    focusList();
  }

  async function undo(): Promise<void> {
    await calls.undo();
    focusList();
  }

  function press(event: KeyboardEvent): void {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = chosen ? groups.indexOf(chosen) : -1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const act = step === undefined ? keyAct(event.key) : () => setChosenId(neighbour(index + step));
    if (!act) return;
    event.preventDefault();
    void act();
  }

  function neighbour(index: number): string | null {
    return groups[Math.min(groups.length - 1, Math.max(0, index))]?.householdId ?? null;
  }

  /** What a key does now: it depends on whose hand the telephone is in. */
  function keyAct(key: string): (() => unknown) | undefined {
    const letter = key.toUpperCase();
    if (letter === 'U' && done) return undo;
    if (!chosen) return undefined;
    if (chosen.claim?.isMine !== true)
      return key === 'Enter' && !chosen.claim ? () => take(chosen) : undefined;
    if (key === 'Escape') return () => putDown(chosen);
    const call = chosen.calls[0]!;
    const outcome = outcomesOf(call).find((each) => each.key === letter && each.isAllowed);
    return outcome ? () => choose(call, outcome) : undefined;
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act for list and card alike.
    <div ref={room} className="callsRoom" tabIndex={-1} onKeyDown={press}>
      <div className="callsList">
        {calls.isUnsent ? <UnsentNotice /> : <FaultNotice fault={queue.fault} onRetry={queue.refresh} />}
        {!isLoaded && !queue.fault ? <LoadingNote /> : null}
        {isLoaded && groups.length === 0 ? <EmptyNote>{t.empty}</EmptyNote> : null}
        {groups.length > 0 ? (
          <p className="callCounts figures" role="status">
            {t.counts(
              groups.filter(({ isDue }) => isDue).length,
              groups.filter(({ isDue }) => !isDue).length,
            )}
          </p>
        ) : null}
        <div
          ref={list}
          className="callRows"
          role="listbox"
          tabIndex={0}
          aria-label={t.list}
          aria-activedescendant={chosen ? `calls-${chosen.householdId}` : undefined}
          hidden={groups.length === 0}
        >
          {groups.map((group) => (
            <CallRow
              key={group.householdId}
              group={group}
              isChosen={group === chosen}
              onChoose={() => setChosenId(group.householdId)}
            />
          ))}
        </div>
      </div>
      <section ref={card} className="callsCard" aria-label={t.card}>
        {chosen ? (
          <CallCard
            group={chosen}
            onRing={() => take(chosen).then(() => list.current?.focus({ preventScroll: true }))}
            onPutDown={() => putDown(chosen).then(focusList)}
            onChoose={choose}
            onTake={(call, offerId) => record(call, { outcome: 'tookOther', offerId })}
            onWait={(call, requestId) => record(call, { outcome: 'waitlisted', requestId })}
            othersOf={othersOf}
            onBack={closeOthers}
          />
        ) : null}
        {done ? <RecordedToast key={done.callId} done={done} onUndo={undo} onGone={calls.forget} /> : null}
      </section>
    </div>
  );
}

/** The one in this operator's hand, else the first that is due and in nobody's. */
function nextToRing(groups: readonly CallGroupView[]): CallGroupView | undefined {
  return groups.find(({ claim }) => claim?.isMine) ?? groups.find(({ isDue, claim }) => isDue && !claim);
}
