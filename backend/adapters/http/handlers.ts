import type { EndpointKey } from './accessTable.ts';
import { actingRoutes } from './actingRoutes.ts';
import { answerOnce } from './answerOnce.ts';
import { apartRoutes } from './apartRoutes.ts';
import { bookingRoutes } from './bookingRoutes.ts';
import type { Handler } from './call.ts';
import { callBackRoutes } from './callBackRoutes.ts';
import { closureRoutes } from './closureRoutes.ts';
import { contactRoutes } from './contactRoutes.ts';
import { dayRoutes } from './dayRoutes.ts';
import { driverRoutes } from './driverRoutes.ts';
import { feedRoutes } from './feedRoutes.ts';
import { healthRoutes } from './healthRoutes.ts';
import { householdRoutes } from './householdRoutes.ts';
import { importRoutes } from './importRoutes.ts';
import { createInvitationRoutes } from './invitationRoutes.ts';
import { KeyedQueue } from './keyedQueue.ts';
import { mergeRoutes } from './mergeRoutes.ts';
import { moveRoutes } from './moveRoutes.ts';
import { offerRoutes } from './offerRoutes.ts';
import { peopleRoutes } from './peopleRoutes.ts';
import { placeRoutes } from './placeRoutes.ts';
import { proxyRoutes } from './proxyRoutes.ts';
import { createRegionRoutes } from './regionRoutes.ts';
import { requestRoutes } from './requestRoutes.ts';
import { returnRoutes } from './returnRoutes.ts';
import { rideRoutes } from './rideRoutes.ts';
import { riderRoutes } from './riderRoutes.ts';
import { roadRoutes } from './roadRoutes.ts';
import { createSessionRoutes } from './sessionRoutes.ts';
import { shiftEndRoutes } from './shiftEndRoutes.ts';
import { shiftReportRoutes } from './shiftReportRoutes.ts';
import { createShiftRoutes } from './shiftRoutes.ts';
import { standingRoutes } from './standingRoutes.ts';
import { systemRoutes } from './systemRoutes.ts';
import { telephonyRoutes } from './telephonyRoutes.ts';
import { voiceRoutes } from './voiceRoutes.ts';
import { waitlistRoutes } from './waitlistRoutes.ts';

/** Writes that answer an `Idempotency-Key`. */
const ANSWERED_ONCE: readonly EndpointKey[] = [
  'POST /api/v1/requests',
  'POST /api/v1/request-groups',
  'POST /api/v1/requests/:id/answer',
  'POST /api/v1/offers/:id/accept',
  'POST /api/v1/bookings',
  'POST /api/v1/rides/undo',
  'POST /api/v1/rides/:id/return',
  'POST /api/v1/rides/:id/ready',
  'POST /api/v1/rides/:id/cancel',
  'POST /api/v1/rides/:id/move',
  'POST /api/v1/rides/:id/move/undo',
  'POST /api/v1/shifts/:id/end',
  'POST /api/v1/shifts/:id/end/undo',
  'POST /api/v1/shifts/:id/reports',
  'POST /api/v1/closures',
  'POST /api/v1/roads/seasons',
  'POST /api/v1/people',
  'POST /api/v1/people/:id',
  'POST /api/v1/people/:id/proxies',
  'POST /api/v1/people/:id/apart',
  'POST /api/v1/standing-orders',
  'POST /api/v1/standing-orders/:id',
  'POST /api/v1/call-backs/:id/offers',
  'POST /api/v1/call-backs/:id/outcome',
];

/** Every endpoint's handler; the type makes sure that none of the access table's is missing. */
export function createHandlers(): Readonly<Record<EndpointKey, Handler>> {
  const handlers: Record<EndpointKey, Handler> = {
    ...healthRoutes,
    ...systemRoutes,
    ...createSessionRoutes(),
    ...createRegionRoutes(),
    ...placeRoutes,
    ...mergeRoutes,
    ...importRoutes,
    ...peopleRoutes,
    ...householdRoutes,
    ...riderRoutes,
    ...proxyRoutes,
    ...createInvitationRoutes(),
    ...actingRoutes,
    ...apartRoutes,
    ...requestRoutes,
    ...offerRoutes,
    ...bookingRoutes,
    ...returnRoutes,
    ...rideRoutes,
    ...moveRoutes,
    ...createShiftRoutes(),
    ...shiftEndRoutes,
    ...shiftReportRoutes,
    ...closureRoutes,
    ...roadRoutes,
    ...standingRoutes,
    ...callBackRoutes,
    ...waitlistRoutes,
    ...contactRoutes,
    ...driverRoutes,
    ...telephonyRoutes,
    ...voiceRoutes,
    ...feedRoutes,
    ...dayRoutes,
  };
  const queue = new KeyedQueue();
  for (const key of ANSWERED_ONCE) handlers[key] = answerOnce(handlers[key], queue);
  return handlers;
}
