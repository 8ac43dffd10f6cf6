import type { PersonView, StandingOrderView } from '../../backend/contract/index.ts';
import { draftOf, type SeriesDraft, typedOf } from './seriesDraft.ts';

/** Whose series are open, and what is typed about them. */
export interface OpenSeries {
  readonly person: PersonView | null;
  readonly personText: string;
  /** In the editor; null: none is open. */
  readonly draft: SeriesDraft | null;
  /** What was typed and not kept in editors that were closed, by `seriesName`. */
  readonly aside: Readonly<Record<string, SeriesDraft>>;
}

/** A series by its order, a new one by its rider. */
export function seriesName(orderId: string | null, personId: string | undefined): string {
  return orderId ?? `new.${personId}`;
}

/**
 * After an order was kept as `sent`: what was typed about it since stays and belongs to the order from now on. Another
 * series, opened before the answer came, is left as it is.
 */
export function withKept(before: OpenSeries, order: StandingOrderView, sent: SeriesDraft): OpenSeries {
  const name = seriesName(sent.orderId, order.personId);
  const { [name]: typed, ...others } = before.aside;
  const isPutAsideSince = typed !== undefined && typed !== sent;
  const aside = isPutAsideSince ? { ...others, [order.id]: following(typed, order) } : others;
  const { draft, person } = before;
  if (!draft || seriesName(draft.orderId, person?.id) !== name) return { ...before, aside };
  return { ...before, aside, draft: draft === sent ? draftOf(order) : following(draft, order) };
}

/** After an order was changed beside what is typed: the editor goes on from it, if it is the one that is open. */
export function withChanged(before: OpenSeries, order: StandingOrderView): OpenSeries {
  const { draft } = before;
  return draft?.orderId === order.id ? { ...before, draft: following(draft, order) } : before;
}

function following(typed: SeriesDraft, order: StandingOrderView): SeriesDraft {
  const { id, revision, exceptions } = order;
  return { ...typed, orderId: id, revision, base: typedOf(order), exceptions };
}
