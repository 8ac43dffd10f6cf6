import type { Booking, CallDesk, StandingDesk, Waitlist } from '../../booking/index.ts';
import type { MapLayer, RegionView, SystemView } from '../../contract/index.ts';
import type { Dispatch, RoadDesk } from '../../dispatch/index.ts';
import type { AccessScope } from '../../domain/account/account.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Operations } from '../../operations/index.ts';
import type { Accounts } from '../../ports/accounts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Roads } from '../../ports/roads.ts';
import type { Store } from '../../ports/store.ts';
import type { DayFigures, LearningReport } from '../../reporting/index.ts';
import type { ImportDesk, Riders } from '../../riders/index.ts';
import type { VoiceDesk } from '../../voice/index.ts';

/** Facts that stay the same while the process lives. */
export interface SystemFacts {
  readonly regionId: string;
  readonly regionName: SpokenText;
  readonly bounds: RegionView['bounds'];
  readonly speed: number;
  readonly isTrial: boolean;
  /** Empty outside a trial. */
  readonly trialAccounts: SystemView['trialAccounts'];
  readonly supportPhone: string;
  readonly silentAfterSeconds: number;
  readonly credits: readonly SpokenText[];
}

/** One thing that must work before requests are taken. */
export interface ReadinessPart {
  readonly ready: boolean;
  readonly detail: string;
}

/** What the HTTP door needs of the house. */
export interface HttpDeps {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly booking: Booking;
  readonly standing: StandingDesk;
  readonly callDesk: CallDesk;
  readonly waitlist: Waitlist;
  readonly dispatch: Pick<
    Dispatch,
    'partTogether' | 'listTogether' | 'listMoves' | 'moveByHand' | 'undoMove' | 'lookAtUndo' | 'keepByHand'
  >;
  readonly operations: Operations;
  readonly riders: Riders;
  /** Lists of riders from files. */
  readonly imports: ImportDesk;
  /** Calls that nobody has to pick up. */
  readonly voice: VoiceDesk;
  /** The secret of each telephone line that may report calls, by its name. */
  readonly telephonyLines: ReadonlyMap<string, string>;
  /** Roads under a state that a plan was made on. */
  readonly roadsOf: (stateId: string) => Roads;
  readonly roadDesk: RoadDesk;
  /** What the street has taught, in the days from the first to the second. */
  readonly learning: (from: ServiceDay, to: ServiceDay, scope: AccessScope) => Promise<LearningReport>;
  readonly areRoadsAnswering: () => boolean;
  readonly figures: (day: ServiceDay, scope: AccessScope) => Promise<DayFigures>;
  /** The service's clock; in a sped-up trial it runs faster than the world. */
  readonly clock: Clock;
  /** The world's clock: sessions and sign-in limits. */
  readonly wallClock: Clock;
  readonly log: Log;
  readonly facts: SystemFacts;
  /** A sentence while travel times are estimates or roads are closed, else null. */
  readonly roadsNotice: () => SpokenText | null;
  /** The GeoJSON text of a layer of the base map. */
  readonly mapLayer: (layer: MapLayer) => Promise<Buffer>;
  /** Database, roads, migrations…, by name. */
  readonly readiness: () => Promise<Readonly<Record<string, ReadinessPart>>>;
  /** Told when a session ends, so that its sockets are cut. */
  readonly onSessionClosed: (token: string) => void;
  /** Folder with the built screens, or null when there is none (tests). */
  readonly pagesFolder: string | null;
  /** How many proxies stand in front and are to be believed about address and scheme. */
  readonly trustedProxies: number;
  /** After this many milliseconds a request is answered with `busyTryAgain`. */
  readonly requestTimeoutMs: number;
}
