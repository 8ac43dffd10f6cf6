import type {
  Answered,
  BookedAnswer,
  Bookings,
  CancelAnswer,
  CancelRide,
  HouseholdCard,
  OffersAnswer,
  Ready,
  ReadyAnswer,
  RequestAnswer,
  ReturnAnswer,
  ReturnRequest,
  RideRequest,
  Undo,
  UndoneAnswer,
} from '../../backend/contract/index.ts';

/** Taking bookings. `key`: one for each thing the person wants done, the same when it is sent again. */
export interface BookingApi {
  /** Who calls: household, today's and coming rides, usual rides. */
  readonly card: (personId: string) => Promise<HouseholdCard>;
  readonly requestRide: (request: RideRequest, key: string, signal?: AbortSignal) => Promise<OffersAnswer>;
  /** The way home of a booked ride, or a change of it. */
  readonly requestReturn: (
    rideId: string,
    wish: ReturnRequest,
    key: string,
    signal?: AbortSignal,
  ) => Promise<ReturnAnswer>;
  /** What the rider said to offers not taken, or to a refusal. */
  readonly answerRequest: (
    requestId: string,
    answer: RequestAnswer['answer'],
    key: string,
  ) => Promise<Answered>;
  readonly book: (bookings: Bookings, key: string) => Promise<BookedAnswer>;
  readonly undo: (undo: Undo, key: string) => Promise<UndoneAnswer>;
  /** The rider waiting for the way home is ready. */
  readonly rideReady: (rideId: string, ready: Ready, key: string) => Promise<ReadyAnswer>;
  readonly cancelRide: (rideId: string, cancel: CancelRide, key: string) => Promise<CancelAnswer>;
}

interface Asking {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(
    path: string,
    body: unknown,
    idempotencyKey: string,
    extra?: { readonly signal?: AbortSignal },
  ) => Promise<Answer>;
}

export function createBookingApi({ get, post }: Asking): BookingApi {
  const id = encodeURIComponent;
  return {
    card: (personId) => get(`people/${id(personId)}/card`),
    requestRide: (request, key, signal) => post('requests', request, key, signal && { signal }),
    requestReturn: (rideId, wish, key, signal) =>
      post(`rides/${id(rideId)}/return`, wish, key, signal && { signal }),
    answerRequest: (requestId, answer, key) => post(`requests/${id(requestId)}/answer`, { answer }, key),
    book: (bookings, key) => post('bookings', bookings, key),
    undo: (undo, key) => post('rides/undo', undo, key),
    rideReady: (rideId, ready, key) => post(`rides/${id(rideId)}/ready`, ready, key),
    cancelRide: (rideId, cancel, key) => post(`rides/${id(rideId)}/cancel`, cancel, key),
  };
}
