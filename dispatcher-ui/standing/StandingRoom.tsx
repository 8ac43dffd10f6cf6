import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { StandingOrderView } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { addDays } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { PersonFacts, PersonField, personName } from '../booking/PersonField.tsx';
import { useCall } from '../call/callContext.ts';
import { ContactPart } from './ContactPart.tsx';
import { OrderLine } from './OrderLine.tsx';
import { SeriesEditor } from './SeriesEditor.tsx';
import { useSeriesDrafts } from './useSeriesDrafts.ts';
import './standing.css';

const texts = {
  orders: { ja: '定期予約', en: 'Standing orders' },
  none: { ja: 'このお客様の定期予約はまだありません。', en: 'This rider has no standing order yet.' },
  choose: {
    ja: 'お客様を選ぶと、定期予約と連絡のしかたが出ます。',
    en: 'Choose a rider to see standing orders and how they wish to be told.',
  },
  add: { ja: '新しい定期予約', en: 'New standing order' },
};

/** A rider's standing orders: the list, the editor with the next dates, and how the rider wishes to be told. */
export default function StandingRoom(): ReactNode {
  const t = useWords(texts);
  const { api, session, onFault } = useScreen();
  const today = useServerNow(10_000).day;
  const tomorrow = addDays(today, 1);
  const [orders, setOrders] = useState<readonly StandingOrderView[] | null>(null);
  const drafts = useSeriesDrafts(session.accountId, orders, tomorrow);
  const { person, draft } = drafts;
  const [fault, setFault] = useState<ApiFault | null>(null);
  const personRef = useRef<HTMLInputElement>(null);
  const personId = person?.id ?? null;
  // An answer about one rider may come when another has been chosen.
  const shownId = useRef(personId);
  shownId.current = personId;

  // Whoever is on the telephone comes along, unless something is being typed here.
  const caller = useCall().draft.person;
  const addRef = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the room is opened.
  useEffect(() => {
    if (caller && caller.id !== personId && draft === null) drafts.choosePerson(caller, personName(caller));
  }, []);

  useLayoutEffect(() => {
    if (personId === null) personRef.current?.focus();
    else if (personId === caller?.id) addRef.current?.focus();
  }, [personId, caller]);

  const load = useCallback(async () => {
    if (personId === null) return;
    try {
      const answer = await api.standingOrders(personId);
      if (shownId.current !== personId) return;
      setOrders(answer.orders);
      setFault(null);
    } catch (cause) {
      if (shownId.current !== personId) return;
      setFault(asFault(cause));
      onFault(cause);
    }
  }, [api, personId, onFault]);
  useEffect(() => {
    setOrders(null);
    void load();
  }, [load]);

  function keep(order: StandingOrderView): void {
    if (order.personId !== shownId.current) return;
    setOrders((before) => {
      const others = before ?? [];
      const isKnown = others.some(({ id }) => id === order.id);
      return isKnown ? others.map((each) => (each.id === order.id ? order : each)) : [...others, order];
    });
  }

  return (
    <div className="standingRoom">
      <div className="standingSide">
        <PersonField
          text={drafts.personText}
          person={person}
          onText={drafts.typePerson}
          onChoose={(next) => drafts.choosePerson(next, next ? personName(next) : undefined)}
          error={null}
          inputRef={personRef}
        />
        {person ? (
          <>
            <p>
              <PersonFacts person={person} />
            </p>
            <h2>{t.orders}</h2>
            <FaultNotice fault={fault} onRetry={load} />
            {orders === null && !fault ? <LoadingNote /> : null}
            {orders?.length === 0 ? <EmptyNote>{t.none}</EmptyNote> : null}
            <ul>
              {(orders ?? []).map((order) => (
                <OrderLine
                  key={order.id}
                  order={order}
                  isOpen={draft?.orderId === order.id}
                  onOpen={() => drafts.open(order)}
                  onChanged={(changed) => {
                    keep(changed);
                    drafts.follow(changed);
                  }}
                />
              ))}
            </ul>
            <WorkButton buttonRef={addRef} onPress={() => drafts.open(null)}>
              {t.add}
            </WorkButton>
            <ContactPart key={person.id} personId={person.id} />
          </>
        ) : (
          <EmptyNote>{t.choose}</EmptyNote>
        )}
      </div>
      {person && draft ? (
        <SeriesEditor
          key={drafts.opened}
          person={person}
          draft={draft}
          isChanged={drafts.isChanged}
          latest={orders?.find(({ id }) => id === draft.orderId) ?? null}
          onChange={drafts.change}
          onDiscard={drafts.discard}
          onClose={drafts.close}
          onKept={(order, sent) => {
            keep(order);
            drafts.keep(order, sent);
          }}
          onExcepted={(order) => {
            keep(order);
            drafts.follow(order);
          }}
          onStale={load}
          today={today}
          firstDay={tomorrow}
        />
      ) : null}
    </div>
  );
}
