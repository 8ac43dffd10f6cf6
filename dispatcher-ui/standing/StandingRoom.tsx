import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { PersonView, StandingOrderView } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { loadKept, writeKept } from '../../screen-kit/session/keptDraft.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { addDays } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { PersonFacts, PersonField, personName } from '../booking/PersonField.tsx';
import { draftOf, emptySeries, type SeriesDraft } from '../store/seriesDraft.ts';
import { ContactPart } from './ContactPart.tsx';
import { OrderLine } from './OrderLine.tsx';
import { SeriesEditor } from './SeriesEditor.tsx';
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

interface Kept {
  readonly person: PersonView | null;
  readonly personText: string;
  readonly draft: SeriesDraft | null;
}

/** A rider's standing orders: the list, the editor with the next dates, and how the rider wishes to be told. */
export default function StandingRoom(): ReactNode {
  const t = useWords(texts);
  const { api, session, onFault } = useScreen();
  const tomorrow = addDays(useServerNow(10_000).day, 1);
  const keptUnder = `standing.${session.accountId}`;
  const [kept, setKept] = useState<Kept>(() =>
    loadKept<Kept>(keptUnder, { person: null, personText: '', draft: null }),
  );
  const { person, draft } = kept;
  const [orders, setOrders] = useState<readonly StandingOrderView[] | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const personRef = useRef<HTMLInputElement>(null);
  const personId = person?.id ?? null;

  useEffect(() => writeKept(keptUnder, kept), [keptUnder, kept]);
  useEffect(() => {
    if (personId === null) personRef.current?.focus();
  }, [personId]);

  const load = useCallback(async () => {
    if (personId === null) return;
    try {
      setOrders((await api.standingOrders(personId)).orders);
      setFault(null);
    } catch (cause) {
      setFault(asFault(cause));
      onFault(cause);
    }
  }, [api, personId, onFault]);
  useEffect(() => {
    setOrders(null);
    void load();
  }, [load]);

  const change = (part: Partial<Kept>) => setKept((before) => ({ ...before, ...part }));

  function keep(order: StandingOrderView): void {
    setOrders((before) => [...(before ?? []).filter(({ id }) => id !== order.id), order]);
  }

  return (
    <div className="standingRoom">
      <div className="standingSide">
        <PersonField
          text={kept.personText}
          person={person}
          onText={(personText) => change({ personText })}
          onChoose={(next) =>
            change({ person: next, draft: null, ...(next ? { personText: personName(next) } : {}) })
          }
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
            <ul className="orderLines">
              {(orders ?? []).map((order) => (
                <OrderLine
                  key={order.id}
                  order={order}
                  isOpen={draft?.orderId === order.id}
                  onOpen={() => change({ draft: draftOf(order) })}
                  onChanged={keep}
                />
              ))}
            </ul>
            <WorkButton onPress={() => change({ draft: emptySeries(tomorrow) })}>{t.add}</WorkButton>
            <ContactPart personId={person.id} />
          </>
        ) : (
          <EmptyNote>{t.choose}</EmptyNote>
        )}
      </div>
      {person && draft ? (
        <SeriesEditor
          key={draft.orderId ?? 'new'}
          personId={person.id}
          draft={draft}
          onChange={(part) =>
            setKept((before) => (before.draft ? { ...before, draft: { ...before.draft, ...part } } : before))
          }
          onClose={() => change({ draft: null })}
          onKept={(order) => {
            keep(order);
            change({ draft: draftOf(order) });
          }}
          firstDay={tomorrow}
        />
      ) : null}
    </div>
  );
}
