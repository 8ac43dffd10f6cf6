import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bookedAnswerSchema,
  cancelAnswerSchema,
  capacityAnswerSchema,
  householdCardSchema,
  offersAnswerSchema,
  problemSchema,
  readyAnswerSchema,
  requestGroupAnswerSchema,
  returnAnswerSchema,
  searchFiguresSchema,
  undoneAnswerSchema,
} from '../../../../backend/contract/index.ts';
import { addDays, momentOf } from '../../../../backend/domain/units/time.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { readTrialTown, TOWN_DAY, type TrialTown } from '../../../support/trialTown.ts';

/** The trial town with its youngest-but-one rule: from 75 on, unless a dispatcher allows it. */
async function townWithRules(): Promise<TrialTown> {
  const { region, people } = await readTrialTown();
  const services = region.operations.services.map((service) => ({
    ...service,
    rules: service.rules.map((rules) => ({
      ...rules,
      eligibility: { residentsOnly: false, minimumAge: null, anyOf: [{ minimumAge: 60 }] },
    })),
  }));
  const aged = people.map((person, i) => ({ ...person, needs: [], birthYear: i === 1 ? 1990 : 1940 }));
  return { region: { ...region, operations: { ...region.operations, services } }, people: aged };
}

describe('the phone desk over HTTP', () => {
  let house: House;
  let operator: HouseClient;
  let hospital: string;
  let nextPerson = 2;

  beforeAll(async () => {
    house = await openHouse({ town: await townWithRules() });
    operator = await house.signIn({ role: 'operator' });
    hospital = house.town.region.boardingPoints[0]!.id;
  });
  afterAll(() => house.close());

  /** A request of somebody who has not been asked for yet. */
  function request(change: Record<string, unknown> = {}): Record<string, unknown> {
    nextPerson += 1;
    return {
      channel: 'phone',
      personId: house.town.people[nextPerson]!.id,
      from: { kind: 'home' },
      to: { kind: 'boardingPoint', id: hospital },
      time: { kind: 'arriveBy', day: TOWN_DAY, at: '11:00' },
      ...change,
    };
  }

  it('there and back in one call: both offered, booked by one press, both times read back, undone together', async () => {
    const asked = await operator.post(
      '/api/v1/requests',
      request({ return: { kind: 'departAfter', at: '14:00' } }),
    );
    expect(asked.status).toBe(201);
    const offers = offersAnswerSchema.parse(asked.body);
    expect(offers.offers[0]!.sentence.ja).toContain('午前11時までに着くように');
    const offerIds = [offers.offers[0]!.id, offers.return!.offers[0]!.id];
    const pressed = { 'Idempotency-Key': 'there-and-back' };
    const booked = await operator.post('/api/v1/bookings', { offerIds }, pressed);
    const answer = bookedAnswerSchema.parse(booked.body);
    expect(answer.results.map(({ ride }) => ride?.status)).toEqual(['assigned', 'assigned']);
    expect(answer.sentence.ja).toContain('午前11時までに着きます。');
    expect(answer.results[1]!.ride?.returnOf).toBe(answer.results[0]!.ride?.id);
    // The same press again, because the answer was lost on the way.
    const again = await operator.post('/api/v1/bookings', { offerIds }, pressed);
    expect(again.body).toEqual(booked.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const rideIds = answer.results.map(({ ride }) => ride!.id);
    const undone = await operator.post('/api/v1/rides/undo', { what: 'booking', rideIds });
    const taken = undoneAnswerSchema.parse(undone.body);
    expect(taken.results.map(({ ride }) => ride?.status)).toEqual(['offered', 'offered']);
    expect(taken.results[0]!.offers.map(({ id }) => id)).toContain(offerIds[0]);
  });

  it('way home on call: offered in words, booked, rung for by the clinic, booked at once', async () => {
    const body = request({
      return: { kind: 'willCall' },
      time: { kind: 'arriveBy', day: TOWN_DAY, at: '10:00' },
    });
    const offers = offersAnswerSchema.parse((await operator.post('/api/v1/requests', body)).body);
    const call = offers.return!.willCall!;
    expect(call.sentence.ja).toContain('30分ほどで');
    expect(call.expectedSecond).toBe(12 * 3600);
    const booked = await operator.post('/api/v1/bookings', {
      offerIds: [offers.offers[0]!.id],
      willCallRequestIds: [call.requestId],
    });
    const answer = bookedAnswerSchema.parse(booked.body);
    expect(answer.results[1]!.ride).toMatchObject({ status: 'willCall', willCall: { readyAt: null } });
    expect(answer.sentence.ja).toContain('ご用が済みましたらお電話ください。');
    house.clock.moveTo(momentOf(TOWN_DAY, 10.5 * 3600));
    const outboundId = answer.results[0]!.ride!.id;
    const ready = await operator.post(`/api/v1/rides/${outboundId}/ready`, { by: 'clinic', book: true });
    const fetched = readyAnswerSchema.parse(ready.body);
    expect(fetched.ride).toMatchObject({ status: 'assigned', willCall: { readyBy: 'clinic' } });
    expect(fetched.sentence.ja).toContain('ご予約できました。');
  });

  it('the way home after the booking, and a cancelled way there: asked whether it shall stand', async () => {
    const offers = offersAnswerSchema.parse(
      (
        await operator.post(
          '/api/v1/requests',
          request({
            time: { kind: 'departAfter', day: TOWN_DAY, at: '13:00' },
          }),
        )
      ).body,
    );
    const accepted = await operator.post(`/api/v1/offers/${offers.offers[0]!.id}/accept`, {});
    const outboundId = accepted.body.ride.id;
    const early = await operator.post(`/api/v1/rides/${outboundId}/return`, {
      return: { kind: 'departAfter', at: '13:00' },
    });
    expect([early.status, early.body.code, early.body.field]).toEqual([
      422,
      'returnBeforeOutbound',
      'return.at',
    ]);
    const home = await operator.post(`/api/v1/rides/${outboundId}/return`, {
      return: { kind: 'departAfter', at: '15:00' },
    });
    expect(home.status).toBe(201);
    const { offers: back } = returnAnswerSchema.parse(home.body);
    await operator.post('/api/v1/bookings', { offerIds: [back[0]!.id] });
    const cancelled = await operator.post(`/api/v1/rides/${outboundId}/cancel`, { reason: 'riderAsked' });
    const answer = cancelAnswerSchema.parse(cancelled.body);
    expect(answer.openReturn?.id).toBe(back[0]!.rideId);
    expect(answer.question?.ja).toBe('お帰りのご予約が残っています。お帰りも取り消しますか。');
    const undone = await operator.post('/api/v1/rides/undo', { what: 'cancellation', rideIds: [outboundId] });
    expect(undoneAnswerSchema.parse(undone.body).results[0]!.ride?.status).toBe('assigned');
    const both = await operator.post(`/api/v1/rides/${outboundId}/cancel`, {
      reason: 'riderAsked',
      withReturn: true,
    });
    expect(cancelAnswerSchema.parse(both.body)).toMatchObject({
      cancelledReturn: { status: 'cancelled' },
      openReturn: null,
      question: null,
    });
  });

  it('a cancel whose answer was lost between way there and way home: pressed again, the rest is done', async () => {
    const time = { kind: 'departAfter', day: addDays(TOWN_DAY, 5), at: '13:00' };
    const back = { kind: 'departAfter', at: '15:00' };
    const asked = await operator.post('/api/v1/requests', request({ time, return: back }));
    const offers = offersAnswerSchema.parse(asked.body);
    const offerIds = [offers.offers[0]!.id, offers.return!.offers[0]!.id];
    await operator.post('/api/v1/bookings', { offerIds });
    const { rideId } = offers.offers[0]!;
    await operator.post(`/api/v1/rides/${rideId}/cancel`, { reason: 'riderAsked' });
    const again = await operator.post(`/api/v1/rides/${rideId}/cancel`, {
      reason: 'riderAsked',
      withReturn: true,
    });
    expect(cancelAnswerSchema.parse(again.body)).toMatchObject({
      ride: { status: 'cancelled' },
      cancelledReturn: { status: 'cancelled' },
    });
    // For another reason it is another wish, and too late.
    const other = await operator.post(`/api/v1/rides/${rideId}/cancel`, { reason: 'weather' });
    expect([other.status, other.body.code]).toEqual([409, 'rideAlreadyClosed']);
  });

  it('the same press under another key, because the answer was lost: what is booked is told, nothing twice', async () => {
    const body = request({
      time: { kind: 'arriveBy', day: addDays(TOWN_DAY, 6), at: '11:00' },
      return: { kind: 'willCall' },
    });
    const offers = offersAnswerSchema.parse((await operator.post('/api/v1/requests', body)).body);
    const press = {
      offerIds: [offers.offers[0]!.id],
      willCallRequestIds: [offers.return!.willCall!.requestId],
    };
    const first = bookedAnswerSchema.parse((await operator.post('/api/v1/bookings', press)).body);
    const again = bookedAnswerSchema.parse((await operator.post('/api/v1/bookings', press)).body);
    expect(again.results).toEqual(first.results);
    const day = await operator.get(`/api/v1/rides?day=${addDays(TOWN_DAY, 6)}`);
    const own = day.body.rides.filter((ride: { personId: string }) => ride.personId === body.personId);
    expect(own).toHaveLength(2);
  });

  it('several dates: each answered for itself, some of them booked by one press', async () => {
    const { time: _time, ...rest } = request();
    const days = [1, 2, 30].map((ahead) => addDays(TOWN_DAY, ahead));
    const asked = await operator.post('/api/v1/request-groups', {
      ...rest,
      time: { kind: 'arriveBy', at: '11:00' },
      days,
    });
    const group = requestGroupAnswerSchema.parse(asked.body);
    expect(group.days.map(({ problem }) => problem?.code)).toEqual([undefined, undefined, 'tooEarlyToBook']);
    expect(group.sentence.ja).toMatch(/^3日のうち、2日をお取りできます。/);
    const offerIds = group.days.flatMap(({ offers }) => offers.slice(0, 1).map(({ id }) => id));
    const booked = bookedAnswerSchema.parse((await operator.post('/api/v1/bookings', { offerIds })).body);
    expect(booked.results.map(({ ride }) => [ride?.day, ride?.groupId])).toEqual([
      [days[0], group.groupId],
      [days[1], group.groupId],
    ]);
  });

  it('refused: the reason, what could be had instead, booked by one call', async () => {
    const asked = await operator.post(
      '/api/v1/requests',
      request({
        time: { kind: 'departAfter', day: addDays(TOWN_DAY, 1), at: '05:30' },
      }),
    );
    const problem = problemSchema.parse(asked.body);
    expect([asked.status, problem.code]).toEqual([422, 'outsideServiceHours']);
    const [other] = problem.alternatives!;
    expect(other).toMatchObject({ alternative: 'otherTime', rideId: problem.requestId });
    const booked = await operator.post('/api/v1/bookings', { offerIds: [other!.id] });
    expect(bookedAnswerSchema.parse(booked.body).results[0]!.ride?.status).toBe('assigned');
    const denied = await operator.get(`/api/v1/rides/${problem.requestId}`);
    expect(denied.body.ride).toMatchObject({ status: 'denied', riderAnswer: 'tookAnother' });
  });

  it('not entitled: the rule in words and who may override; a dispatcher does, with a reason', async () => {
    const body = request({ personId: house.town.people[1]!.id });
    const refused = problemSchema.parse((await operator.post('/api/v1/requests', body)).body);
    expect(refused.sentence.ja).toContain('60歳以上の方がお使いになれます。');
    expect(refused.mayOverride).toMatchObject({ rule: 'anyOf', roles: ['dispatcher', 'administrator'] });
    const override = { rule: 'anyOf', reason: '町の窓口が認めました' };
    const byOperator = await operator.post('/api/v1/requests', { ...body, override });
    expect(byOperator.body.code).toBe('notEligible');
    const dispatcher = await house.signIn({ role: 'dispatcher' });
    const allowed = await dispatcher.post('/api/v1/requests', { ...body, override });
    expect(allowed.status).toBe(201);
    const events = await house.store.read({ kind: 'system' }, (tables) =>
      tables.events.listByRide(allowed.body.requestId),
    );
    expect(events.map((event) => event.body)).toContainEqual({
      type: 'RuleOverridden',
      ...override,
      byRole: 'dispatcher',
    });
  });

  it('the same ride twice: refused, and the other ride is shown', async () => {
    const body = request({ time: { kind: 'arriveBy', day: addDays(TOWN_DAY, 3), at: '10:00' } });
    const first = offersAnswerSchema.parse((await operator.post('/api/v1/requests', body)).body);
    const second = offersAnswerSchema.parse((await operator.post('/api/v1/requests', body)).body);
    const booked = await operator.post('/api/v1/bookings', { offerIds: [first.offers[0]!.id] });
    const refused = await operator.post('/api/v1/bookings', { offerIds: [second.offers[0]!.id] });
    const problem = problemSchema.parse(refused.body);
    expect([refused.status, problem.code]).toEqual([409, 'duplicateRide']);
    expect(problem.otherRide?.id).toBe(bookedAnswerSchema.parse(booked.body).results[0]!.ride?.id);
  });

  it('by fax: its number is kept', async () => {
    const body = request({
      channel: 'fax',
      reference: 'F-0417',
      time: { kind: 'arriveBy', day: addDays(TOWN_DAY, 1), at: '11:00' },
    });
    const { requestId } = offersAnswerSchema.parse((await operator.post('/api/v1/requests', body)).body);
    const { ride } = (await operator.get(`/api/v1/rides/${requestId}`)).body;
    expect(ride).toMatchObject({ channel: 'fax', reference: 'F-0417' });
  });

  it('the card: person, household, rides, the way home as the likeliest next', async () => {
    const body = request({ time: { kind: 'arriveBy', day: TOWN_DAY, at: '14:00' } });
    const { offers } = offersAnswerSchema.parse((await operator.post('/api/v1/requests', body)).body);
    await operator.post('/api/v1/bookings', { offerIds: [offers[0]!.id] });
    const card = householdCardSchema.parse((await operator.get(`/api/v1/people/${body.personId}/card`)).body);
    expect(card.person.id).toBe(body.personId);
    expect(card.members.every(({ householdId }) => householdId === card.person.householdId)).toBe(true);
    expect(card.today).toHaveLength(1);
    expect(card.usual[0]).toMatchObject({ kind: 'wayHome', to: { kind: 'home' } });
    const { from, to, time, party } = card.usual[0]!;
    const asked = await operator.post('/api/v1/requests', {
      channel: 'phone',
      personId: body.personId,
      from,
      to,
      time,
      party,
    });
    expect(asked.status).toBe(201);
  });

  it('the searches of the day: they add up', async () => {
    const answer = await operator.get(`/api/v1/days/${TOWN_DAY}/searches`);
    const { searches, booked, denied, declined, abandoned, open } = searchFiguresSchema.parse(answer.body);
    expect(searches).toBeGreaterThan(5);
    expect(booked + denied + declined + abandoned + open).toBe(searches);
  });

  it('the capacity of the day: hour by hour', async () => {
    const answer = await operator.get(`/api/v1/days/${TOWN_DAY}/capacity`);
    const { hours } = capacityAnswerSchema.parse(answer.body);
    const noon = hours.find(({ from }) => from === 12 * 3600)!;
    expect(noon.places[0]).toBeGreaterThan(noon.booked[0]!);
  });

  it('somebody else’s rides and people: unknown to a clinic and to a rider', async () => {
    const body = request({ time: { kind: 'arriveBy', day: addDays(TOWN_DAY, 4), at: '11:00' } });
    const { offers, requestId } = offersAnswerSchema.parse(
      (await operator.post('/api/v1/requests', body)).body,
    );
    const strangers = [
      await house.signIn({ role: 'clinic', clinicId: 'nowhere' }),
      await house.signIn({ role: 'rider', personId: house.town.people[0]!.id }),
    ];
    for (const stranger of strangers) {
      const answers = [
        await stranger.get(`/api/v1/people/${body.personId}/card`),
        await stranger.post(`/api/v1/requests/${requestId}/answer`, { answer: 'declined' }),
        await stranger.post('/api/v1/bookings', { offerIds: [offers[0]!.id] }),
        await stranger.post('/api/v1/bookings', { willCallRequestIds: [requestId] }),
        await stranger.post('/api/v1/rides/undo', { what: 'booking', rideIds: [requestId] }),
        await stranger.post(`/api/v1/rides/${requestId}/return`, { return: { kind: 'willCall' } }),
        await stranger.post(`/api/v1/rides/${requestId}/ready`, { by: 'phone' }),
      ];
      expect(answers.map(({ body: { code } }) => code)).toEqual([
        'unknownPerson',
        'unknownRide',
        'unknownOffer',
        'unknownRide',
        'unknownRide',
        'unknownRide',
        'unknownRide',
      ]);
    }
  });

  describe('bad input', () => {
    it.each<[string, string, unknown, number, string, string]>([
      ['a fax without its number', 'requests', { channel: 'fax' }, 400, 'malformedInput', 'reference'],
      ['a call with one', 'requests', { reference: '7' }, 400, 'malformedInput', 'reference'],
      [
        'a way home at 25 o’clock',
        'requests',
        { return: { kind: 'arriveBy', at: '28:00' } },
        400,
        'malformedInput',
        'return.at',
      ],
      [
        'a way home of another kind',
        'requests',
        { return: { kind: 'later' } },
        400,
        'malformedInput',
        'return.kind',
      ],
      [
        'an override without a reason',
        'requests',
        { override: { rule: 'anyOf', reason: ' ' } },
        400,
        'malformedInput',
        'override.reason',
      ],
      ['minus one suitcase', 'requests', { party: { luggage: -1 } }, 422, 'partyTooSmall', 'party.luggage'],
      ['five suitcases', 'requests', { party: { luggage: 5 } }, 422, 'tooMuchLuggage', 'party.luggage'],
      ['no dates', 'request-groups', { days: [] }, 400, 'malformedInput', 'days'],
      [
        'a date that does not exist',
        'request-groups',
        { days: ['2026-02-30'] },
        400,
        'malformedInput',
        'days.0',
      ],
      ['the year 0', 'request-groups', { days: ['0000-01-01'] }, 400, 'malformedInput', 'days.0'],
      ['nothing to book', 'bookings', {}, 400, 'malformedInput', 'offerIds'],
      ['an id that cannot be one', 'bookings', { offerIds: ['a b'] }, 400, 'malformedInput', 'offerIds.0'],
      ['an offer nobody made', 'bookings', { offerIds: ['offer-0'] }, 422, 'unknownOffer', ''],
      ['a request nobody made', 'bookings', { willCallRequestIds: ['ride-0'] }, 422, 'unknownRide', ''],
      ['nothing to undo', 'rides/undo', { what: 'booking', rideIds: [] }, 400, 'malformedInput', 'rideIds'],
      [
        'an undo of something else',
        'rides/undo',
        { what: 'life', rideIds: ['x'] },
        400,
        'malformedInput',
        'what',
      ],
      [
        'an undo of an unknown ride',
        'rides/undo',
        { what: 'booking', rideIds: ['x'] },
        422,
        'unknownRide',
        '',
      ],
      [
        'an answer of another kind',
        'requests/x/answer',
        { answer: 'maybe' },
        400,
        'malformedInput',
        'answer',
      ],
      [
        'an answer to an unknown request',
        'requests/x/answer',
        { answer: 'declined' },
        404,
        'unknownRide',
        '',
      ],
      [
        'a return of an unknown ride',
        'rides/x/return',
        { return: { kind: 'willCall' } },
        404,
        'unknownRide',
        '',
      ],
      ['ready, told by nobody', 'rides/x/ready', {}, 404, 'unknownRide', ''],
    ])('%s: named refusal', async (_, path, change, status, code, field) => {
      const body = path === 'requests' ? { ...request(), ...(change as object) } : change;
      const { time: _time, ...rest } = request();
      const group = { ...rest, time: { kind: 'arriveBy', at: '11:00' }, ...(change as object) };
      const answer = await operator.post(`/api/v1/${path}`, path === 'request-groups' ? group : body);
      expect([answer.status, answer.body.code, answer.body.field ?? '']).toEqual([status, code, field]);
      expect(problemSchema.parse(answer.body).sentence.ja).not.toBe('');
    });

    it.each(['nobody', 'x%00'])('the card of %s: unknown', async (id) => {
      const answer = await operator.get(`/api/v1/people/${id}/card`);
      expect([answer.status, answer.body.code]).toEqual([404, 'unknownPerson']);
    });

    it('ready by somebody else than phone, clinic or driver: refused beside the field', async () => {
      const body = request({ time: { kind: 'arriveBy', day: addDays(TOWN_DAY, 5), at: '11:00' } });
      const { requestId } = (await operator.post('/api/v1/requests', body)).body;
      const answer = await operator.post(`/api/v1/rides/${requestId}/ready`, { by: 'neighbour' });
      expect([answer.status, answer.body.field]).toEqual([400, 'by']);
      const none = await operator.post(`/api/v1/rides/${requestId}/ready`, { by: 'phone' });
      expect([none.status, none.body.code]).toEqual([409, 'noWillCall']);
    });
  });
});
