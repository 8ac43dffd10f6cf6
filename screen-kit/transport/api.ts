import type {
  CallCard,
  CallsAnswer,
  ClosedAnswer,
  ClosureCheckView,
  ClosureInput,
  ClosuresAnswer,
  ConfirmCall,
  DayFiguresView,
  DriverCommand,
  DriverCommandsAnswer,
  FeedAnswer,
  FeedRead,
  LearningAnswer,
  PeopleAnswer,
  PersonView,
  PlacesAnswer,
  RegionView,
  ReopenedAnswer,
  RideAnswer,
  RidesAnswer,
  RoadsStateView,
  SeasonEndedAnswer,
  SeasonInput,
  SeasonSavedAnswer,
  SeasonsAnswer,
  SessionView,
  StationAnswer,
  SuggestionDecidedAnswer,
  SystemView,
  TourLine,
} from '../../backend/contract/index.ts';
import { ApiFault } from './apiFault.ts';
import { type BookingApi, createBookingApi } from './bookingApi.ts';
import { callServer, type ServerCall, type ServerLine } from './callServer.ts';
import type { MapShapes } from './mapShapes.ts';
import { createMovesApi, type MovesApi } from './movesApi.ts';
import { createOwedApi, type OwedApi } from './owedApi.ts';
import { createProxyApi, type ProxyApi } from './proxyApi.ts';
import { createRidersApi, type RidersApi } from './ridersApi.ts';
import { createShiftsApi, type ShiftsApi } from './shiftsApi.ts';

/** Every question a screen asks. All reject with `ApiFault`. */
export interface Api extends BookingApi, RidersApi, OwedApi, ProxyApi, MovesApi, ShiftsApi {
  /** The same questions for a rider, by the grants of the account. */
  readonly actFor: (personId: string) => Api;
  /** The rider for whom these questions are asked; null: the account's own. */
  readonly actedFor: string | null;
  readonly system: () => Promise<SystemView>;
  /** Who is signed in; null: nobody. */
  readonly session: () => Promise<SessionView | null>;
  readonly signIn: (login: string, secret: string) => Promise<SessionView>;
  readonly signOut: () => Promise<void>;
  /** Calls back when the server no longer knows the session in the middle of the work. Answers how to stop. */
  readonly onSignedOut: (listener: () => void) => () => void;
  readonly region: () => Promise<RegionView>;
  /** GeoJSON of one base-map layer (`MAP_LAYERS`). */
  readonly mapLayer: (layer: string) => Promise<MapShapes>;
  readonly findPeople: (text: string, signal?: AbortSignal) => Promise<PeopleAnswer>;
  readonly person: (personId: string) => Promise<PersonView>;
  readonly findPlaces: (text: string, signal?: AbortSignal) => Promise<PlacesAnswer>;
  readonly acceptOffer: (offerId: string, key: string) => Promise<RideAnswer>;
  readonly ride: (rideId: string) => Promise<RideAnswer>;
  readonly rides: (day: string) => Promise<RidesAnswer>;
  readonly tourLine: (shiftId: string) => Promise<TourLine>;
  readonly figures: (day: string) => Promise<DayFiguresView>;
  readonly closures: () => Promise<ClosuresAnswer>;
  /** What a closure would do; nothing is entered. */
  readonly checkClosure: (closure: ClosureInput) => Promise<ClosureCheckView>;
  readonly enterClosure: (closure: ClosureInput, key: string) => Promise<ClosedAnswer>;
  readonly reopenRoad: (closureId: string) => Promise<ReopenedAnswer>;
  /** Calls on this account's screen; ask again at each `onCallRing` of the feed line. */
  readonly calls: () => Promise<CallsAnswer>;
  /** The operator heard who is calling: opens the household. */
  readonly confirmCall: (callId: string, heard: ConfirmCall) => Promise<CallCard>;
  readonly saveCallNumber: (callId: string, personId: string) => Promise<CallCard>;
  readonly closeCall: (callId: string) => Promise<void>;
  readonly station: () => Promise<StationAnswer>;
  readonly claimStation: (station: string) => Promise<StationAnswer>;
  readonly roadsState: () => Promise<RoadsStateView>;
  readonly seasons: () => Promise<SeasonsAnswer>;
  /** Enters a season, or changes the one of this id. */
  readonly saveSeason: (
    seasonId: string | null,
    season: SeasonInput,
    key: string,
  ) => Promise<SeasonSavedAnswer>;
  readonly endSeason: (seasonId: string) => Promise<SeasonEndedAnswer>;
  readonly roadLearning: () => Promise<LearningAnswer>;
  readonly decideSuggestion: (
    suggestionId: string,
    decision: 'accept' | 'refuse' | 'withdraw' | 'reopen',
  ) => Promise<SuggestionDecidedAnswer>;
  readonly readFeed: (question: FeedRead) => Promise<FeedAnswer>;
  readonly sendDriverCommands: (commands: readonly DriverCommand[]) => Promise<DriverCommandsAnswer>;
}

const FEED_TIMEOUT_MS = 10_000;
/** A file of some megabytes over an office's slow line. */
const FILE_TIMEOUT_MS = 120_000;
/** A closure is judged against every boarding point, and plans are moved before the answer comes. */
const ROADS_TIMEOUT_MS = 45_000;

/** The client of the HTTP API. Keeps the session's CSRF token; the session itself is a cookie no script can read. */
export function createApi(options: { address: string; fetch?: typeof fetch }): Api {
  let csrfToken: string | null = null;
  const line: ServerLine = {
    address: options.address,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    csrfToken: () => csrfToken,
    actedFor: null,
  };
  const keepToken = (token: string | null): void => {
    csrfToken = token;
  };
  return createApiOver(line, keepToken, new Set());
}

/** @param signedOutListeners told when the answer is that nobody is signed in */
function createApiOver(
  line: ServerLine,
  keepToken: (token: string | null) => void,
  signedOutListeners: Set<() => void>,
): Api {
  /** As `callServer`; tells the listeners when the answer is that nobody is signed in. */
  async function ask<Answer>(call: ServerCall): Promise<Answer> {
    try {
      return await callServer<Answer>(line, call);
    } catch (cause) {
      if (cause instanceof ApiFault && cause.status === 401)
        for (const tell of [...signedOutListeners]) tell();
      throw cause;
    }
  }
  const get = <Answer>(path: string, extra: { signal?: AbortSignal; timeoutMs?: number } = {}) =>
    ask<Answer>({ method: 'GET', path, ...extra });
  const post = <Answer>(
    path: string,
    body: unknown,
    idempotencyKey?: string,
    extra: { signal?: AbortSignal; timeoutMs?: number } = {},
  ) =>
    ask<Answer>({
      method: 'POST',
      path,
      body,
      ...extra,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
  const put = <Answer>(path: string, body: unknown) => ask<Answer>({ method: 'PUT', path, body });
  const drop = <Answer>(path: string) => ask<Answer>({ method: 'DELETE', path });
  const keepSession = (session: SessionView): SessionView => {
    keepToken(session.csrfToken);
    return session;
  };
  const search = (text: string) => new URLSearchParams({ q: text }).toString();

  return {
    ...createBookingApi({ get, post }),
    ...createOwedApi({ get, post }),
    ...createProxyApi({ get, post, drop }, keepSession),
    actFor: (personId) => createApiOver({ ...line, actedFor: personId }, keepToken, signedOutListeners),
    actedFor: line.actedFor,
    ...createMovesApi({ get, post, put, drop }),
    ...createShiftsApi({ post }),
    ...createRidersApi({
      get,
      post,
      put,
      drop,
      send: (path, file) => ask({ method: 'POST', path, file, timeoutMs: FILE_TIMEOUT_MS }),
    }),
    system: () => get('system'),
    session: () =>
      callServer<SessionView>(line, { method: 'GET', path: 'session' }).then(
        keepSession,
        (cause: { status?: number }) => {
          if (cause.status === 401) return null;
          throw cause;
        },
      ),
    signIn: (login, secret) =>
      callServer<SessionView>(line, { method: 'POST', path: 'session', body: { login, secret } }).then(
        keepSession,
      ),
    signOut: () =>
      callServer<void>(line, { method: 'DELETE', path: 'session' }).then(() => {
        keepToken(null);
      }),
    onSignedOut(listener) {
      signedOutListeners.add(listener);
      return () => signedOutListeners.delete(listener);
    },
    region: () => get('region'),
    mapLayer: (layer) => get(`region/map/${layer}.geojson`, { timeoutMs: 60_000 }),
    findPeople: (text, signal) => get(`people?${search(text)}`, signal ? { signal } : {}),
    person: (personId) => get(`people/${encodeURIComponent(personId)}`),
    findPlaces: (text, signal) => get(`places?${search(text)}`, signal ? { signal } : {}),
    acceptOffer: (offerId, key) => post(`offers/${encodeURIComponent(offerId)}/accept`, {}, key),
    ride: (rideId) => get(`rides/${encodeURIComponent(rideId)}`),
    rides: (day) => get(`rides?${new URLSearchParams({ day })}`),
    tourLine: (shiftId) => get(`shifts/${encodeURIComponent(shiftId)}/line`),
    figures: (day) => get(`days/${encodeURIComponent(day)}/figures`),
    closures: () => get('closures'),
    checkClosure: (closure) =>
      ask({ method: 'POST', path: 'closures?check=1', body: closure, timeoutMs: ROADS_TIMEOUT_MS }),
    enterClosure: (closure, idempotencyKey) =>
      ask({ method: 'POST', path: 'closures', body: closure, idempotencyKey, timeoutMs: ROADS_TIMEOUT_MS }),
    reopenRoad: (closureId) =>
      ask({
        method: 'DELETE',
        path: `closures/${encodeURIComponent(closureId)}`,
        timeoutMs: ROADS_TIMEOUT_MS,
      }),
    calls: () => get('telephony/calls'),
    confirmCall: (callId, heard) => post(`telephony/calls/${encodeURIComponent(callId)}/confirm`, heard),
    saveCallNumber: (callId, personId) =>
      post(`telephony/calls/${encodeURIComponent(callId)}/number`, { personId }),
    closeCall: (callId) => post(`telephony/calls/${encodeURIComponent(callId)}/close`, {}),
    station: () => get('telephony/stations'),
    claimStation: (station) => post('telephony/stations', { station }),
    roadsState: () => get('roads/state'),
    seasons: () => get('roads/seasons'),
    saveSeason: (seasonId, season, idempotencyKey) =>
      ask({
        method: seasonId === null ? 'POST' : 'PUT',
        path: seasonId === null ? 'roads/seasons' : `roads/seasons/${encodeURIComponent(seasonId)}`,
        body: season,
        idempotencyKey,
      }),
    endSeason: (seasonId) => ask({ method: 'DELETE', path: `roads/seasons/${encodeURIComponent(seasonId)}` }),
    roadLearning: () => get('roads/learning'),
    decideSuggestion: (suggestionId, decision) =>
      post(`roads/learning/${encodeURIComponent(suggestionId)}/${decision}`, {}),
    readFeed: (question) => get(`feed?${queryOf(question)}`, { timeoutMs: FEED_TIMEOUT_MS }),
    sendDriverCommands: (commands) => post('driver/commands', { commands }),
  };
}

/** The question as a query string; what is left out stays out. */
function queryOf(question: FeedRead): string {
  const query = new URLSearchParams({ audience: question.audience });
  if (question.day !== undefined) query.set('day', question.day);
  if (question.cursor !== undefined) query.set('cursor', question.cursor);
  if (question.card !== undefined) query.set('card', question.card);
  return query.toString();
}
