import type { Router } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACCESS,
  type EndpointKey,
  isAllowed,
  splitKey,
} from '../../../../backend/adapters/http/accessTable.ts';
import { createHttpApp } from '../../../../backend/adapters/http/createHttpApp.ts';
import type { HttpDeps } from '../../../../backend/adapters/http/httpDeps.ts';
import { ROLES } from '../../../../backend/domain/account/account.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';

const ALL = ['operator', 'dispatcher', 'driver', 'clinic', 'municipality', 'rider', 'proxy', 'administrator'];
const PLANNERS = ['dispatcher', 'administrator'];
const DESK = ['operator', 'dispatcher', 'administrator'];
const BOOKERS = ['operator', 'dispatcher', 'clinic', 'rider', 'administrator'];

const HOLDERS = ['clinic', 'municipality', 'rider', 'proxy'];

/** Who may do what, written down a second time: a change of the table must be meant. */
const EXPECTED: Record<EndpointKey, readonly string[]> = {
  'GET /healthz': ['nobody', ...ALL],
  'GET /readyz': ['nobody', ...ALL],
  'GET /api/v1/system': ['nobody', ...ALL],
  'POST /api/v1/session': ['nobody', ...ALL],
  'GET /api/v1/session': ALL,
  'DELETE /api/v1/session': ALL,
  'GET /api/v1/region': ALL,
  'GET /api/v1/region/map/:layer.geojson': ALL,
  'GET /api/v1/places': ALL,
  'GET /api/v1/people': ['operator', 'dispatcher', 'clinic', 'municipality', 'administrator'],
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
  'POST /api/v1/requests': BOOKERS,
  'POST /api/v1/request-groups': BOOKERS,
  'POST /api/v1/requests/:id/answer': BOOKERS,
  'POST /api/v1/bookings': BOOKERS,
  'POST /api/v1/offers/:id/accept': BOOKERS,
  'GET /api/v1/rides': ALL,
  'GET /api/v1/rides/:id': ALL,
  'POST /api/v1/rides/undo': BOOKERS,
  'POST /api/v1/rides/:id/cancel': BOOKERS,
  'GET /api/v1/rides/:id/moves': ['dispatcher', 'administrator'],
  'POST /api/v1/rides/:id/move': ['dispatcher', 'administrator'],
  'GET /api/v1/rides/:id/move/undo': ['dispatcher', 'administrator'],
  'POST /api/v1/rides/:id/move/undo': ['dispatcher', 'administrator'],
  'PUT /api/v1/rides/:id/keep': ['dispatcher', 'administrator'],
  'DELETE /api/v1/rides/:id/keep': ['dispatcher', 'administrator'],
  'POST /api/v1/rides/:id/return': BOOKERS,
  'POST /api/v1/rides/:id/ready': [...BOOKERS, 'driver'],
  'GET /api/v1/shifts/:id/line': ['operator', 'dispatcher', 'driver', 'administrator'],
  'POST /api/v1/shifts/:id/end': ['dispatcher', 'administrator'],
  'POST /api/v1/shifts/:id/end/undo': ['dispatcher', 'administrator'],
  'POST /api/v1/shifts/:id/reports': ['dispatcher', 'administrator'],
  'GET /api/v1/people/:id/standing-orders': DESK,
  'GET /api/v1/people/:id/proxies': BOOKERS,
  'POST /api/v1/people/:id/proxies': DESK,
  'GET /api/v1/proxies': HOLDERS,
  'GET /api/v1/acting-for': HOLDERS,
  'POST /api/v1/proxies/:id/invitation': DESK,
  'DELETE /api/v1/proxies/:id/invitation': DESK,
  'POST /api/v1/invitations/check': ['nobody', ...ALL],
  'POST /api/v1/invitations/accept': ['nobody', ...ALL],
  'DELETE /api/v1/proxies/:id': DESK,
  'POST /api/v1/proxies/:id/restore': DESK,
  'PUT /api/v1/people/:id/pin': DESK,
  'DELETE /api/v1/people/:id/pin': DESK,
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
  'GET /api/v1/closures': ALL,
  'POST /api/v1/closures': ['dispatcher', 'administrator'],
  'DELETE /api/v1/closures/:id': ['dispatcher', 'administrator'],
  'GET /api/v1/roads/state': ['operator', 'dispatcher', 'administrator'],
  'GET /api/v1/roads/seasons': ALL,
  'POST /api/v1/roads/seasons': ['dispatcher', 'administrator'],
  'PUT /api/v1/roads/seasons/:id': ['dispatcher', 'administrator'],
  'DELETE /api/v1/roads/seasons/:id': ['dispatcher', 'administrator'],
  'GET /api/v1/roads/learning': ['operator', 'dispatcher', 'administrator'],
  'POST /api/v1/roads/learning/:id/accept': ['dispatcher', 'administrator'],
  'POST /api/v1/roads/learning/:id/refuse': ['dispatcher', 'administrator'],
  'POST /api/v1/roads/learning/:id/withdraw': ['dispatcher', 'administrator'],
  'POST /api/v1/roads/learning/:id/reopen': ['dispatcher', 'administrator'],
  'POST /api/v1/driver/commands': ['driver'],
  'POST /api/v1/telephony/calls': ['nobody', ...ALL],
  'POST /api/v1/telephony/voice': ['nobody', ...ALL],
  'GET /api/v1/telephony/calls': DESK,
  'POST /api/v1/telephony/calls/:id/confirm': DESK,
  'POST /api/v1/telephony/calls/:id/number': DESK,
  'POST /api/v1/telephony/calls/:id/close': DESK,
  'GET /api/v1/telephony/stations': DESK,
  'POST /api/v1/telephony/stations': DESK,
  'GET /api/v1/feed': ALL,
  'GET /api/v1/days/:day/figures': ['operator', 'dispatcher', 'municipality', 'administrator'],
  'GET /api/v1/days/:day/capacity': ['operator', 'dispatcher', 'administrator'],
  'GET /api/v1/days/:day/searches': ['operator', 'dispatcher', 'municipality', 'administrator'],
};

const KEYS = Object.keys(ACCESS) as EndpointKey[];

describe('access', () => {
  let house: House;
  const clients = new Map<string, HouseClient>();

  beforeAll(async () => {
    house = await openHouse();
    clients.set('nobody', house.stranger());
    for (const role of ROLES) clients.set(role, await house.signIn({ role }));
  });
  afterAll(() => house.close());

  it('the table: as written here', () => {
    const table = KEYS.map((key) => {
      const roles = [undefined, ...ROLES].filter((role) => isAllowed(key, role));
      return [key, roles.map((role) => role ?? 'nobody').sort()];
    });
    expect(Object.fromEntries(table)).toEqual(
      Object.fromEntries(Object.entries(EXPECTED).map(([key, roles]) => [key, [...roles].sort()])),
    );
  });

  it.each(KEYS.filter((key) => !key.includes('DELETE')))(
    '%s: only its roles get past the door',
    async (key) => {
      const { method, path } = splitKey(key);
      const filled = path.replace(':layer', 'roads').replace(':day', '2026-11-24').replace(':id', 'x');
      const body = method === 'POST' || method === 'PUT' ? '{}' : undefined;
      for (const [role, client] of clients) {
        const answer = await client.send(method, filled, body, { 'Content-Type': 'application/json' });
        const isLetIn = answer.status !== 403 && answer.body?.code !== 'signInNeeded';
        expect({ role, isLetIn }).toEqual({ role, isLetIn: EXPECTED[key].includes(role) });
      }
    },
  );

  it('routes of the application: each has an entry in the table', () => {
    const app = createHttpApp({ trustedProxies: 0, pagesFolder: null } as unknown as HttpDeps);
    // The catch-all of each path, which refuses other methods, lists every method there is.
    const routes = (app.router as Router).stack
      .map((layer) => layer.route)
      .filter((route) => route !== undefined && route.stack.length < 5)
      .flatMap((route) => route!.stack.map(({ method }) => `${method.toUpperCase()} ${route!.path}`));
    expect(routes.sort()).toEqual([...KEYS].sort());
  });
});
