import type {
  CallOffers,
  CallQueueView,
  ChangeStandingOrder,
  ContactAnswer,
  ContactChange,
  CreateStandingOrder,
  OffersAnswer,
  PreviewSeries,
  RecordCall,
  SeriesDates,
  StandingOrderAnswer,
  StandingOrdersAnswer,
  WaitlistAnswer,
} from '../../backend/contract/index.ts';

/** Calls we owe, the waitlist, standing orders. `key`: one for each thing the person wants done. */
export interface OwedApi {
  readonly callBacks: () => Promise<CallQueueView>;
  /** Takes the telephone of the call's household. */
  readonly takeCall: (callId: string) => Promise<CallQueueView>;
  readonly putDownCall: (callId: string) => Promise<CallQueueView>;
  /** Other times for what the call is about. */
  readonly callOffers: (callId: string, wish: CallOffers, key: string) => Promise<OffersAnswer>;
  readonly recordCall: (callId: string, record: RecordCall, key: string) => Promise<CallQueueView>;
  readonly undoCall: (callId: string) => Promise<CallQueueView>;
  readonly waitlist: () => Promise<WaitlistAnswer>;
  readonly withdrawWaiting: (entryId: string) => Promise<WaitlistAnswer>;
  readonly standingOrders: (personId: string) => Promise<StandingOrdersAnswer>;
  readonly previewSeries: (series: PreviewSeries, signal?: AbortSignal) => Promise<SeriesDates>;
  readonly createStandingOrder: (order: CreateStandingOrder, key: string) => Promise<StandingOrderAnswer>;
  readonly changeStandingOrder: (
    orderId: string,
    change: ChangeStandingOrder,
    key: string,
  ) => Promise<StandingOrderAnswer>;
  readonly contact: (personId: string) => Promise<ContactAnswer>;
  readonly saveContact: (personId: string, change: ContactChange) => Promise<ContactAnswer>;
}

/** How the client asks. */
interface Asker {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(
    path: string,
    body: unknown,
    key?: string,
    extra?: { signal?: AbortSignal; timeoutMs?: number },
  ) => Promise<Answer>;
}

/** A series' rides are booked before the answer comes. */
const BOOKING_TIMEOUT_MS = 45_000;

export function createOwedApi({ get, post }: Asker): OwedApi {
  const id = encodeURIComponent;
  const patient = { timeoutMs: BOOKING_TIMEOUT_MS };
  return {
    callBacks: () => get('call-backs'),
    takeCall: (callId) => post(`call-backs/${id(callId)}/take`, {}),
    putDownCall: (callId) => post(`call-backs/${id(callId)}/put-down`, {}),
    callOffers: (callId, wish, key) => post(`call-backs/${id(callId)}/offers`, wish, key),
    recordCall: (callId, record, key) => post(`call-backs/${id(callId)}/outcome`, record, key),
    undoCall: (callId) => post(`call-backs/${id(callId)}/undo`, {}),
    waitlist: () => get('waitlist'),
    withdrawWaiting: (entryId) => post(`waitlist/${id(entryId)}/withdraw`, {}),
    standingOrders: (personId) => get(`people/${id(personId)}/standing-orders`),
    previewSeries: (series, signal) =>
      post('standing-orders/preview', series, undefined, signal ? { signal } : {}),
    createStandingOrder: (order, key) => post('standing-orders', order, key, patient),
    changeStandingOrder: (orderId, change, key) =>
      post(`standing-orders/${id(orderId)}`, change, key, patient),
    contact: (personId) => get(`people/${id(personId)}/contact`),
    saveContact: (personId, change) => post(`people/${id(personId)}/contact`, change),
  };
}
