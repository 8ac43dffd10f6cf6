import type { RideView, SystemView } from '../../backend/contract/index.ts';
import type { FeedStatus } from '../../screen-kit/store/feedReader.ts';
import type { Api } from '../../screen-kit/transport/api.ts';
import type { FeedLine } from '../../screen-kit/transport/feedLine.ts';
import type { DayChange } from '../store/dayChanges.ts';
import type { DriverDay } from '../store/driverDay.ts';
import type { NextStopChange } from '../store/nextStopChange.ts';
import { EMPTY_OUTBOX, type Outbox } from '../store/outbox.ts';
import type { ReadyCall } from '../store/readyCalls.ts';
import type { KeptAccount } from './keptDay.ts';
import type { KeptRecords } from './keptRecords.ts';

/** What the driver can report by a tap, before the device adds id, shift and time. */
export type Report =
  | { readonly type: 'stop:arrive' | 'stop:takeBackArrival' | 'stop:depart'; readonly stopId: string }
  | { readonly type: 'shift:end' | 'shift:takeBackEnd' }
  | { readonly type: 'ride:board' | 'ride:alight' | 'ride:noShow'; readonly rideId: string };

/** All that the page shows. A new value after every change. */
export interface StationState {
  /** `starting`: the device is being read; `signedOut`: somebody has to sign in before anything can be shown. */
  readonly phase: 'starting' | 'signedOut' | 'signedIn';
  /** The session ended while the day is on screen: taps are kept, but wait for the sign-in. */
  readonly needsSignIn: boolean;
  readonly account: KeptAccount | null;
  readonly system: SystemView | null;
  /** Server day + pending taps; null: nothing known yet. */
  readonly shownDay: DriverDay | null;
  /** Server moment (ms) of the last read. */
  readonly readAt: number | null;
  readonly feedStatus: FeedStatus;
  readonly outbox: Outbox;
  readonly isKept: boolean;
  /** Riders who are ready to go home, as the driver told the office. */
  readonly ready: readonly ReadyCall[];
  /** Changes of the plan the driver has not waved away yet, newest last. */
  readonly changes: readonly DayChange[];
  /** Where to go first, where that was said otherwise before and the driver has not waved it away. */
  readonly nextStop: NextStopChange | null;
}

export interface StationPorts {
  readonly api: Pick<Api, 'system' | 'session' | 'signIn' | 'signOut' | 'rideReady'>;
  readonly openLine: () => Pick<FeedLine, 'read' | 'onRing' | 'onLine' | 'sendDriverCommands' | 'close'>;
  readonly records: KeptRecords;
  /** False when the browser is sure that there is no network. */
  readonly isOnline: () => boolean;
  /** Device milliseconds; may jump. */
  readonly now: () => number;
  /** Real milliseconds that never jump. */
  readonly steadyMs: () => number;
  readonly random: () => number;
  readonly setTimer: (work: () => void, milliseconds: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

/** The driver's device: session, day, outbox and feed put together, without a picture. */
export interface DriverStation {
  readonly state: () => StationState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Server moment now, ms; the device's own where the server was never heard. */
  readonly now: () => number;
  /** Reads what is kept, then asks the server. */
  readonly start: () => Promise<void>;
  readonly signIn: (login: string, secret: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly tap: (shiftId: string, report: Report) => void;
  /**
   * Tells the office that the rider of a finished ride is ready to go home; resolves when it was tried. Without an answer
   * it is kept, and told as soon as there is one; what to say to the rider stands in `ready`.
   */
  readonly tellReady: (ride: RideView) => Promise<void>;
  /** Not ready after all; only while the office cannot know it. */
  readonly takeReadyBack: (rideId: string) => void;
  /** The driver looks elsewhere: answers that are still to come are told on the page. */
  readonly leaveReady: () => void;
  /** The driver has seen the answer that came late. */
  readonly dismissReady: (rideId: string) => void;
  readonly takeBack: (commandId: string) => void;
  /** Tells where the vehicle is; only the present matters, so nothing is kept where there is no network. */
  readonly reportPosition: (shiftId: string, at: { readonly lon: number; readonly lat: number }) => void;
  readonly dismissRefused: (commandId: string) => void;
  readonly dismissChanges: () => void;
  /** The browser says that the network is back. */
  readonly networkBack: () => void;
  /** Asks for the server's clock, day and session again. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

/** Before anything was read. */
export const STARTING_STATE: StationState = {
  phase: 'starting',
  needsSignIn: false,
  account: null,
  system: null,
  shownDay: null,
  readAt: null,
  feedStatus: 'waiting',
  outbox: EMPTY_OUTBOX,
  isKept: true,
  ready: [],
  changes: [],
  nextStop: null,
};
