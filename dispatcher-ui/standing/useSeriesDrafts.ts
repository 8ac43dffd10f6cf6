import { useEffect, useState } from 'react';
import type { PersonView, StandingOrderView } from '../../backend/contract/index.ts';
import { loadKept, writeKept } from '../../screen-kit/session/keptDraft.ts';
import { type OpenSeries, seriesName, withChanged, withKept } from '../store/openSeries.ts';
import { draftOf, emptySeries, isChanged, type SeriesDraft } from '../store/seriesDraft.ts';

const NOTHING: OpenSeries = { person: null, personText: '', draft: null, aside: {} };

/** What is typed about a rider's series, kept on this device until it is kept on the server or dropped. */
export interface SeriesDrafts {
  readonly person: PersonView | null;
  readonly personText: string;
  readonly draft: SeriesDraft | null;
  readonly isChanged: boolean;
  /** Counts editors that were opened. */
  readonly opened: number;
  readonly typePerson: (text: string) => void;
  readonly choosePerson: (person: PersonView | null, text?: string) => void;
  /** Opens an order (null: a new one), with what was typed about it before. */
  readonly open: (order: StandingOrderView | null) => void;
  readonly close: () => void;
  readonly change: (part: Partial<SeriesDraft>) => void;
  /** Begins again from the order as it is kept. */
  readonly discard: () => void;
  /** The order is kept as `sent`; what was typed since stays. */
  readonly keep: (order: StandingOrderView, sent: SeriesDraft) => void;
  /** The order was changed beside what is typed: a date of its own, its end. */
  readonly follow: (order: StandingOrderView) => void;
}

/**
 * @param accountId whose drafts they are
 * @param orders the rider's orders as read last; null until they are
 * @param firstDay where a new series begins
 */
export function useSeriesDrafts(
  accountId: string,
  orders: readonly StandingOrderView[] | null,
  firstDay: string,
): SeriesDrafts {
  const keptUnder = `standing.${accountId}`;
  const [kept, setKept] = useState<OpenSeries>(() => {
    const stored = loadKept<OpenSeries>(keptUnder, NOTHING);
    return { ...stored, draft: stored.draft && { ...emptySeries(firstDay), ...stored.draft } };
  });
  const [opened, setOpened] = useState(0);
  useEffect(() => writeKept(keptUnder, kept), [keptUnder, kept]);

  const asKept = (draft: SeriesDraft): SeriesDraft => {
    const order = orders?.find(({ id }) => id === draft.orderId);
    return order ? draftOf(order) : emptySeries(draft.orderId === null ? firstDay : draft.startDay);
  };
  const isDirty = (draft: SeriesDraft | null) => draft !== null && isChanged(draft, asKept(draft));

  /** The state with the open draft put aside where something is typed in it, forgotten where not. */
  function putAside(before: OpenSeries): OpenSeries {
    if (!before.draft) return before;
    const name = seriesName(before.draft.orderId, before.person?.id);
    const { [name]: _, ...others } = before.aside;
    const aside = isDirty(before.draft) ? { ...others, [name]: before.draft } : others;
    return { ...before, draft: null, aside };
  }

  return {
    person: kept.person,
    personText: kept.personText,
    draft: kept.draft,
    isChanged: orders !== null && isDirty(kept.draft),
    opened,
    typePerson: (personText) => setKept((before) => ({ ...before, personText })),
    choosePerson: (person, text) =>
      setKept((before) => ({
        ...putAside(before),
        person,
        ...(text === undefined ? {} : { personText: text }),
      })),
    open(order) {
      setOpened(opened + 1);
      setKept((before) => {
        const rest = putAside(before);
        const fresh = order ? draftOf(order) : emptySeries(firstDay);
        const typed = rest.aside[seriesName(fresh.orderId, before.person?.id)];
        return { ...rest, draft: typed ? { ...emptySeries(firstDay), ...typed } : fresh };
      });
    },
    close: () => setKept(putAside),
    change: (part) =>
      setKept((before) => (before.draft ? { ...before, draft: { ...before.draft, ...part } } : before)),
    discard: () => setKept((before) => (before.draft ? { ...before, draft: asKept(before.draft) } : before)),
    keep: (order, sent) => setKept((before) => withKept(before, order, sent)),
    follow: (order) => setKept((before) => withChanged(before, order)),
  };
}
