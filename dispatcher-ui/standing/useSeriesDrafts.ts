import { useEffect, useState } from 'react';
import type { PersonView, StandingOrderView } from '../../backend/contract/index.ts';
import { loadKept, writeKept } from '../../screen-kit/session/keptDraft.ts';
import { draftOf, emptySeries, isChanged, type SeriesDraft } from '../store/seriesDraft.ts';

interface Kept {
  readonly person: PersonView | null;
  readonly personText: string;
  readonly draft: SeriesDraft | null;
  /** What was typed and not kept in editors that were closed; by order, or by rider for a new one. */
  readonly aside: Readonly<Record<string, SeriesDraft>>;
}

const NOTHING: Kept = { person: null, personText: '', draft: null, aside: {} };

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
  const [kept, setKept] = useState<Kept>(() => {
    const stored = loadKept<Kept>(keptUnder, NOTHING);
    return { ...stored, draft: stored.draft && { ...emptySeries(firstDay), ...stored.draft } };
  });
  const [opened, setOpened] = useState(0);
  useEffect(() => writeKept(keptUnder, kept), [keptUnder, kept]);

  const asKept = (draft: SeriesDraft): SeriesDraft => {
    const order = orders?.find(({ id }) => id === draft.orderId);
    return order ? draftOf(order) : emptySeries(draft.orderId === null ? firstDay : draft.startDay);
  };
  const nameOf = ({ orderId }: Pick<SeriesDraft, 'orderId'>, person = kept.person) =>
    orderId ?? `new.${person?.id}`;
  const isDirty = (draft: SeriesDraft | null) => draft !== null && isChanged(draft, asKept(draft));

  /** The state with the open draft put aside where something is typed in it, forgotten where not. */
  function putAside(before: Kept): Kept {
    if (!before.draft) return before;
    const { [nameOf(before.draft, before.person)]: _, ...others } = before.aside;
    const aside = isDirty(before.draft)
      ? { ...others, [nameOf(before.draft, before.person)]: before.draft }
      : others;
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
        const typed = rest.aside[nameOf(fresh, before.person)];
        return { ...rest, draft: typed ? { ...emptySeries(firstDay), ...typed } : fresh };
      });
    },
    close: () => setKept(putAside),
    change: (part) =>
      setKept((before) => (before.draft ? { ...before, draft: { ...before.draft, ...part } } : before)),
    discard: () => setKept((before) => (before.draft ? { ...before, draft: asKept(before.draft) } : before)),
    keep: (order, sent) =>
      setKept((before) => {
        if (!before.draft) return before;
        const { [nameOf(sent, before.person)]: _, ...aside } = before.aside;
        const { id: orderId, revision, exceptions } = order;
        const draft =
          before.draft === sent ? draftOf(order) : { ...before.draft, orderId, revision, exceptions };
        return { ...before, aside, draft };
      }),
  };
}
