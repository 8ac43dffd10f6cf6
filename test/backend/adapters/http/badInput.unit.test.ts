import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { HouseAnswer, HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

describe('bad input', () => {
  let house: House;
  let operator: HouseClient;
  let good: Record<string, unknown>;

  beforeAll(async () => {
    house = await openHouse();
    operator = await house.signIn({ role: 'operator' });
    good = {
      channel: 'phone',
      personId: house.town.people[0]!.id,
      from: { kind: 'home' },
      to: { kind: 'boardingPoint', id: house.town.region.boardingPoints[0]!.id },
      time: { kind: 'arriveBy', day: TOWN_DAY, at: '11:00' },
    };
  });
  afterAll(() => house.close());

  /** Every refusal is a well-formed problem below 500. */
  function expectProblem(answer: HouseAnswer, status: number, code: string): void {
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const problem = problemSchema.parse(answer.body);
    expect(problem.sentence.ja).not.toBe('');
    expect(problem.action.ja).not.toBe('');
  }

  function head(): Promise<string> {
    return house.store.read(SYSTEM_SCOPE, (tables) => tables.events.head());
  }

  it.each([
    ['malformed JSON', '{"channel": "phone",', 'application/json', 400, 'malformedInput'],
    [
      'NaN is no JSON',
      '{"from":{"kind":"coordinates","at":{"lon":NaN,"lat":1}}}',
      'application/json',
      400,
      'malformedInput',
    ],
    ['a bare string', '"phone"', 'application/json', 400, 'malformedInput'],
    ['an array', '[]', 'application/json', 400, 'malformedInput'],
    ['a form', 'channel=phone', 'application/x-www-form-urlencoded', 415, 'malformedInput'],
    ['plain text', '{}', 'text/plain', 415, 'malformedInput'],
    ['too large', `{"note":"${'x'.repeat(300_000)}"}`, 'application/json', 413, 'bodyTooLarge'],
    ['another encoding', '{}', 'application/json; charset=klingon', 415, 'malformedInput'],
  ])('%s: refused, nothing written', async (_name, body, type, status, code) => {
    const before = await head();
    const answer = await operator.send('POST', '/api/v1/requests', body, { 'Content-Type': type });
    expectProblem(answer, status, code);
    expect(await head()).toBe(before);
  });

  it.each([
    ['no channel', { channel: undefined }, 400, 'malformedInput', 'channel'],
    ['another channel', { channel: 'pigeon' }, 400, 'malformedInput', 'channel'],
    ['a field nobody knows', { colour: 'red' }, 400, 'malformedInput', 'colour'],
    ['no rider', { personId: undefined }, 400, 'malformedInput', 'personId'],
    ['a rider nobody knows', { personId: 'person-0' }, 404, 'unknownPerson', 'personId'],
    ['an id with a NUL', { personId: 'a\u0000b' }, 400, 'malformedInput', 'personId'],
    ['a note with a NUL', { note: 'a\u0000b' }, 400, 'malformedInput', 'note'],
    ['a note with half a letter', { note: '\ud800' }, 400, 'malformedInput', 'note'],
    ['a note of 501 signs', { note: 'x'.repeat(501) }, 400, 'textTooLong', 'note'],
    ['minus one companion', { party: { companions: -1 } }, 422, 'partyTooSmall', 'party.companions'],
    ['a thousand companions', { party: { companions: 1000 } }, 422, 'partyTooLarge', 'party.companions'],
    ['half a companion', { party: { companions: 0.5 } }, 400, 'malformedInput', 'party.companions'],
    ['99 companions', { party: { companions: 99 } }, 422, 'partyTooLarge', undefined],
    [
      'a day that does not exist',
      { time: { kind: 'arriveBy', day: '2026-02-30', at: '10:00' } },
      400,
      'malformedInput',
      'time.day',
    ],
    [
      'the year 0',
      { time: { kind: 'arriveBy', day: '0000-01-01', at: '10:00' } },
      400,
      'malformedInput',
      'time.day',
    ],
    [
      '28 hours',
      { time: { kind: 'arriveBy', day: TOWN_DAY, at: '28:00' } },
      400,
      'malformedInput',
      'time.at',
    ],
    [
      'a time that has passed',
      { time: { kind: 'arriveBy', day: TOWN_DAY, at: '07:00' } },
      422,
      'timeInPast',
      undefined,
    ],
    [
      'yesterday',
      { time: { kind: 'arriveBy', day: '2026-11-23', at: '10:00' } },
      422,
      'timeInPast',
      undefined,
    ],
    [
      'an unknown boarding point',
      { to: { kind: 'boardingPoint', id: 'nowhere' } },
      422,
      'unknownPlace',
      undefined,
    ],
  ])('a request with %s: named refusal', async (_name, change, status, code, field) => {
    const answer = await operator.post('/api/v1/requests', { ...good, ...change });
    expectProblem(answer, status, code);
    if (field !== undefined) expect(answer.body.field).toBe(field);
  });

  it.each([
    ['longitude 181', 181, 37.5, 400, 'invalidCoordinates'],
    ['latitude 91', 139.9, 91, 400, 'invalidCoordinates'],
    ['Tokyo', 139.77, 35.68, 422, 'outsideRegion'],
  ])('a destination at %s: named refusal', async (_name, lon, lat, status, code) => {
    const to = { kind: 'coordinates', at: { lon, lat } };
    expectProblem(await operator.post('/api/v1/requests', { ...good, to }), status, code);
  });

  it('a number beyond all numbers (1e999): refused like a coordinate out of range', async () => {
    const body = JSON.stringify({ ...good, to: { kind: 'coordinates', at: { lon: 0, lat: 1 } } });
    const answer = await operator.send('POST', '/api/v1/requests', body.replace('"lon":0', '"lon":1e999'), {
      'Content-Type': 'application/json',
    });
    expectProblem(answer, 400, 'invalidCoordinates');
  });

  it('several wrong fields: the first as the problem, all of them listed', async () => {
    const answer = await operator.post('/api/v1/requests', {
      ...good,
      channel: 'pigeon',
      party: { children: -1 },
    });
    expectProblem(answer, 400, 'malformedInput');
    expect(answer.body.fields).toEqual([
      { field: 'channel', code: 'malformedInput' },
      { field: 'party.children', code: 'partyTooSmall' },
    ]);
  });

  it.each([
    ['GET', '/api/v1/nothing', 404, 'notFound'],
    ['GET', '/api', 404, 'notFound'],
    ['GET', '/elsewhere', 404, 'notFound'],
    ['PUT', '/api/v1/rides', 405, 'notFound'],
    ['PATCH', '/api/v1/session', 405, 'notFound'],
    ['DELETE', '/healthz', 405, 'notFound'],
    ['GET', '/api/v1/rides/%E0%A4%A', 400, 'malformedInput'],
    ['GET', '/api/v1/rides/ride%00', 404, 'unknownRide'],
    ['GET', '/api/v1/rides/nobody', 404, 'unknownRide'],
    ['GET', '/api/v1/rides?day=2026-13-01', 400, 'malformedInput'],
    ['GET', '/api/v1/rides?day=2026-11-24&day=2026-11-25', 400, 'malformedInput'],
    ['GET', '/api/v1/rides?day=9999-12-31', 400, 'malformedInput'],
    ['GET', '/api/v1/days/yesterday/figures', 400, 'malformedInput'],
    ['GET', '/api/v1/people?q=', 400, 'malformedInput'],
    ['GET', '/api/v1/people?q=%00', 400, 'malformedInput'],
    ['GET', `/api/v1/places?q=${'x'.repeat(101)}`, 400, 'malformedInput'],
    ['GET', '/api/v1/people/nobody', 404, 'unknownPerson'],
    ['GET', '/api/v1/shifts/nobody/line', 404, 'unknownShift'],
    ['GET', '/api/v1/region/map/rivers.geojson', 404, 'notFound'],
    ['GET', '/api/v1/feed', 400, 'malformedInput'],
    ['GET', '/api/v1/feed?audience=rider', 403, 'notAllowed'],
    ['GET', '/api/v1/feed?audience=console&day=x', 400, 'malformedInput'],
    ['POST', '/api/v1/offers/nobody/accept', 404, 'unknownOffer'],
    ['POST', '/api/v1/rides/nobody/cancel', 400, 'malformedInput'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    expectProblem(await operator.send(method, path, undefined, {}), status, code);
  });

  it('an unknown cursor: a snapshot instead of an error', async () => {
    const cursor = encodeURIComponent('console~2026-11-24~nonsense');
    const answer = await operator.get(`/api/v1/feed?audience=console&cursor=${cursor}`);
    expect([answer.status, answer.body.kind]).toEqual([200, 'snapshot']);
  });
});
