import { ROLES, type Role } from '../../domain/account/account.ts';
import type { ProxyAct } from '../../domain/proxy/proxyGrant.ts';
import { FEED_ACTS } from '../views/readActing.ts';

/** Who may call an endpoint. `everybody` includes people who are not signed in. */
export type Access = 'everybody' | readonly Role[];

const DESK: readonly Role[] = ['operator', 'dispatcher', 'administrator'];
const PLANNERS: readonly Role[] = ['dispatcher', 'administrator'];
const BOOKERS: readonly Role[] = [...DESK, 'clinic', 'rider'];
/** Whose accounts a grant may name. */
const HOLDERS: readonly Role[] = ['clinic', 'municipality', 'rider', 'proxy'];

/** Every endpoint with its roles. There is no endpoint without an entry: handlers are typed by these keys. */
export const ACCESS = {
  'GET /healthz': 'everybody',
  'GET /readyz': 'everybody',
  'GET /api/v1/system': 'everybody',
  'POST /api/v1/session': 'everybody',
  'GET /api/v1/session': ROLES,
  'DELETE /api/v1/session': ROLES,
  'GET /api/v1/region': ROLES,
  'GET /api/v1/region/map/:layer.geojson': ROLES,
  'GET /api/v1/places': ROLES,
  'GET /api/v1/people': [...DESK, 'clinic', 'municipality'],
  'POST /api/v1/people': DESK,
  'POST /api/v1/people/similar': DESK,
  'GET /api/v1/kana': DESK,
  'GET /api/v1/people/duplicates': DESK,
  'POST /api/v1/people/:id/merge': DESK,
  'GET /api/v1/merges': DESK,
  'DELETE /api/v1/merges/:id': DESK,
  'POST /api/v1/people/:id/distinct': DESK,
  'GET /api/v1/distinct': DESK,
  'DELETE /api/v1/distinct/:id': DESK,
  'GET /api/v1/imports': PLANNERS,
  'POST /api/v1/imports': PLANNERS,
  'GET /api/v1/imports/:id': PLANNERS,
  'GET /api/v1/imports/:id/errors': PLANNERS,
  'POST /api/v1/imports/:id/check': PLANNERS,
  'POST /api/v1/imports/:id/rows/:row': PLANNERS,
  'POST /api/v1/imports/:id/cancel': PLANNERS,
  'POST /api/v1/imports/:id/run': PLANNERS,
  'POST /api/v1/imports/:id/rollback': PLANNERS,
  'GET /api/v1/people/:id': BOOKERS,
  'GET /api/v1/people/:id/card': BOOKERS,
  'POST /api/v1/people/:id': DESK,
  'GET /api/v1/people/:id/standing-orders': DESK,
  'GET /api/v1/people/:id/proxies': BOOKERS,
  'POST /api/v1/people/:id/proxies': DESK,
  'GET /api/v1/proxies': HOLDERS,
  'GET /api/v1/acting-for': HOLDERS,
  'POST /api/v1/proxies/:id/invitation': DESK,
  'DELETE /api/v1/proxies/:id/invitation': DESK,
  // Whoever has the code.
  'POST /api/v1/invitations/check': 'everybody',
  'POST /api/v1/invitations/accept': 'everybody',
  'DELETE /api/v1/proxies/:id': DESK,
  'POST /api/v1/proxies/:id/restore': DESK,
  'PUT /api/v1/people/:id/pin': DESK,
  'DELETE /api/v1/people/:id/pin': DESK,
  // Who is kept apart from whom, and why: not the telephone desk's.
  'GET /api/v1/people/:id/apart': PLANNERS,
  'POST /api/v1/people/:id/apart': PLANNERS,
  'DELETE /api/v1/people/:id/apart/:apartId': PLANNERS,
  'POST /api/v1/people/:id/apart/:apartId/restore': PLANNERS,
  'GET /api/v1/drivers': PLANNERS,
  'GET /api/v1/people/:id/contact': DESK,
  'POST /api/v1/people/:id/contact': DESK,
  'POST /api/v1/standing-orders/preview': DESK,
  'POST /api/v1/standing-orders': DESK,
  'POST /api/v1/standing-orders/:id': DESK,
  'GET /api/v1/call-backs': DESK,
  'POST /api/v1/call-backs/:id/take': DESK,
  'POST /api/v1/call-backs/:id/put-down': DESK,
  'POST /api/v1/call-backs/:id/offers': DESK,
  'POST /api/v1/call-backs/:id/outcome': DESK,
  'POST /api/v1/call-backs/:id/undo': DESK,
  'GET /api/v1/waitlist': DESK,
  'POST /api/v1/waitlist': DESK,
  'POST /api/v1/waitlist/:id/withdraw': DESK,
  'POST /api/v1/requests': BOOKERS,
  'POST /api/v1/request-groups': BOOKERS,
  'POST /api/v1/requests/:id/answer': BOOKERS,
  'POST /api/v1/bookings': BOOKERS,
  'POST /api/v1/offers/:id/accept': BOOKERS,
  'GET /api/v1/rides': ROLES,
  'GET /api/v1/rides/:id': ROLES,
  'POST /api/v1/rides/undo': BOOKERS,
  'POST /api/v1/rides/:id/cancel': BOOKERS,
  // Whoever plans the day moves rides by hand.
  'GET /api/v1/rides/:id/moves': PLANNERS,
  'POST /api/v1/rides/:id/move': PLANNERS,
  'GET /api/v1/rides/:id/move/undo': PLANNERS,
  'POST /api/v1/rides/:id/move/undo': PLANNERS,
  'PUT /api/v1/rides/:id/keep': PLANNERS,
  'DELETE /api/v1/rides/:id/keep': PLANNERS,
  'POST /api/v1/rides/:id/return': BOOKERS,
  'POST /api/v1/rides/:id/ready': [...BOOKERS, 'driver'],
  'GET /api/v1/shifts/:id/line': [...DESK, 'driver'],
  'POST /api/v1/shifts/:id/end': PLANNERS,
  'POST /api/v1/shifts/:id/end/undo': PLANNERS,
  'POST /api/v1/shifts/:id/reports': PLANNERS,
  'GET /api/v1/closures': ROLES,
  'POST /api/v1/closures': PLANNERS,
  'DELETE /api/v1/closures/:id': PLANNERS,
  'GET /api/v1/roads/state': DESK,
  'GET /api/v1/roads/seasons': ROLES,
  'POST /api/v1/roads/seasons': PLANNERS,
  'PUT /api/v1/roads/seasons/:id': PLANNERS,
  'DELETE /api/v1/roads/seasons/:id': PLANNERS,
  'GET /api/v1/roads/learning': DESK,
  'POST /api/v1/roads/learning/:id/accept': PLANNERS,
  'POST /api/v1/roads/learning/:id/refuse': PLANNERS,
  'POST /api/v1/roads/learning/:id/withdraw': PLANNERS,
  'POST /api/v1/roads/learning/:id/reopen': PLANNERS,
  'POST /api/v1/driver/commands': ['driver'],
  // Signed by the telephone system itself.
  'POST /api/v1/telephony/calls': 'everybody',
  'POST /api/v1/telephony/voice': 'everybody',
  'GET /api/v1/telephony/calls': DESK,
  'POST /api/v1/telephony/calls/:id/confirm': DESK,
  'POST /api/v1/telephony/calls/:id/number': DESK,
  'POST /api/v1/telephony/calls/:id/close': DESK,
  'GET /api/v1/telephony/stations': DESK,
  'POST /api/v1/telephony/stations': DESK,
  'GET /api/v1/feed': ROLES,
  'GET /api/v1/days/:day/figures': [...DESK, 'municipality'],
  'GET /api/v1/days/:day/capacity': DESK,
  'GET /api/v1/days/:day/searches': [...DESK, 'municipality'],
} as const satisfies Record<string, Access>;

/** By which acts an account that acts for a rider may call an endpoint, the first that is granted. */
const ACTS: Readonly<Partial<Record<EndpointKey, readonly ProxyAct[]>>> = {
  'POST /api/v1/requests': ['book'],
  'POST /api/v1/request-groups': ['book'],
  'POST /api/v1/requests/:id/answer': ['book'],
  'POST /api/v1/bookings': ['book'],
  'POST /api/v1/offers/:id/accept': ['book'],
  'POST /api/v1/rides/:id/return': ['book'],
  'POST /api/v1/rides/:id/ready': ['book'],
  'POST /api/v1/rides/:id/cancel': ['cancel'],
  // Without `seeRides` they show what was booked by the same grants.
  'GET /api/v1/rides': ['seeRides', 'book', 'cancel'],
  'GET /api/v1/rides/:id': ['seeRides', 'book', 'cancel'],
  'GET /api/v1/feed': FEED_ACTS,
};

/** What is the same whoever is acted for. */
const FOR_NOBODY: readonly EndpointKey[] = [
  'GET /api/v1/system',
  'GET /api/v1/session',
  'DELETE /api/v1/session',
  'GET /api/v1/region',
  'GET /api/v1/region/map/:layer.geojson',
  'GET /api/v1/places',
  'GET /api/v1/acting-for',
];

/** The acts that open an endpoint to somebody who acts for a rider; null: it is about no rider. */
export function actsOf(key: EndpointKey): readonly ProxyAct[] | null {
  return FOR_NOBODY.includes(key) ? null : (ACTS[key] ?? []);
}

/** May an account of this role act for others at all? */
export function mayHoldGrants(role: Role): boolean {
  return HOLDERS.includes(role);
}

/** `METHOD /path` of an endpoint. */
export type EndpointKey = keyof typeof ACCESS;

/** Method and path of an endpoint. */
export function splitKey(key: EndpointKey): { method: string; path: string } {
  const [method, path] = key.split(' ') as [string, string];
  return { method, path };
}

/** May an account of this role (undefined: nobody signed in) call the endpoint? */
export function isAllowed(key: EndpointKey, role: Role | undefined): boolean {
  const access: Access = ACCESS[key];
  return access === 'everybody' || (role !== undefined && access.includes(role));
}
