import type { FeedEvent, FeedEventName } from '../../contract/index.ts';
import type { LogEvent } from '../../domain/event/logEvent.ts';
import type { StoredEvent } from '../../ports/tables.ts';

/** The name on the wire of each event of the log. */
const NAMES: Readonly<Record<LogEvent['body']['type'], FeedEventName>> = {
  RideRequested: 'ride:requested',
  RideOffered: 'ride:offered',
  RequestRejected: 'ride:rejected',
  RideBooked: 'ride:booked',
  RideAssigned: 'ride:assigned',
  RideRescheduled: 'ride:rescheduled',
  RideUnassigned: 'ride:unassigned',
  VehicleArrived: 'ride:vehicleArrived',
  RiderBoarded: 'ride:boarded',
  RiderAlighted: 'ride:alighted',
  NoShowRecorded: 'ride:noShow',
  RideMissed: 'ride:missed',
  RideCancelled: 'ride:cancelled',
  RiderAnswered: 'ride:answered',
  RuleOverridden: 'ride:ruleOverridden',
  WillCallBooked: 'ride:willCallBooked',
  WillCallActivated: 'ride:willCallActivated',
  RideLapsed: 'ride:lapsed',
  BookingUndone: 'ride:bookingUndone',
  CancellationUndone: 'ride:cancellationUndone',
  PromiseBroken: 'ride:promiseBroken',
  ScheduleRevised: 'day:scheduleRevised',
  PlanImproved: 'day:planImproved',
  RoadClosed: 'road:closed',
  RoadReopened: 'road:reopened',
  RoadSpeedsChanged: 'road:speedsChanged',
  ShiftOpened: 'shift:opened',
  StopArrived: 'stop:arrived',
  StopDeparted: 'stop:departed',
  VehicleMoved: 'vehicle:moved',
  CallBackCreated: 'callBack:created',
  CallReported: 'call:reported',
  RiderRead: 'rider:read',
  RiderAdded: 'rider:added',
  RiderChanged: 'rider:changed',
  ProxyAdded: 'rider:proxyChanged',
  ProxyEnded: 'rider:proxyChanged',
  ProxyRestored: 'rider:proxyChanged',
  ProxyLooked: 'rider:proxyChanged',
  ProxyInvited: 'rider:proxyChanged',
  ProxyJoined: 'rider:proxyChanged',
  PinSet: 'rider:pinChanged',
  PinRemoved: 'rider:pinChanged',
  CallerChecked: 'rider:callerChecked',
  RidersMerged: 'rider:merged',
  MergeUndone: 'rider:separated',
  CallBackChanged: 'callBack:changed',
  WaitlistChanged: 'waitlist:changed',
  StandingOrderChanged: 'standingOrder:changed',
};

/** An event of the log as it reaches screens: what happened to which ride or shift, never to whom. */
export function feedEventView(event: StoredEvent): FeedEvent {
  return {
    cursor: event.cursor,
    name: NAMES[event.body.type],
    at: new Date(event.occurredAt).toISOString(),
    day: event.day,
    rideId: event.rideId,
    shiftId: event.shiftId,
  };
}
