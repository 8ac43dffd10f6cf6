import { type CallQueue, callSentence } from '../../booking/index.ts';
import type { CallBackView, CallGroupView, CallQueueView } from '../../contract/index.ts';
import type { CallBack, CallReason } from '../../domain/callBack/callBack.ts';
import { TRIES_BEFORE_GIVING_UP, unansweredTries } from '../../domain/callBack/recordOutcome.ts';
import { isDueNow, ringFrom } from '../../domain/callBack/sortCalls.ts';
import { standingPromise } from '../../domain/ride/ride.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';

const REASONS: Readonly<Record<CallReason, SpokenText>> = {
  promiseBroken: { ja: 'お約束の時刻が変わる', en: 'The promised time moves' },
  promiseRestored: { ja: 'はじめのお約束の時刻に戻る', en: 'The first promised time holds again' },
  rideUnassigned: { ja: '行ける車がない', en: 'No vehicle any more' },
  noVehicleForReturn: { ja: '帰りの車を探している', en: 'No vehicle for the way home yet' },
  placeFree: { ja: '席が空いた', en: 'A place is free' },
  standingNotPlanned: { ja: '定期予約が取れない', en: 'Standing order not booked' },
  noticeFailed: { ja: 'お知らせが届かない', en: 'Notice not delivered' },
  eveningBefore: { ja: 'あすの時刻のご連絡', en: 'Evening call' },
  askedForPerson: { ja: '係と話したい', en: 'Wants to talk to somebody' },
};

/** The queue as one account sees it. */
export function callQueueView(queue: CallQueue, accountId: string): CallQueueView {
  const groups = queue.groups.map((group): CallGroupView => {
    const claim = queue.claims.find(({ householdId }) => householdId === group.householdId);
    const first = queue.people.get(group.calls[0]!.personId);
    return {
      householdId: group.householdId,
      phone: first?.phone ?? '',
      isDue: group.isDue,
      claim: claim
        ? {
            displayName: claim.displayName,
            isMine: claim.accountId === accountId,
            until: new Date(claim.until).toISOString(),
          }
        : null,
      calls: group.calls.map((call) => callView(queue, call)),
    };
  });
  return { groups };
}

function lastTry({ attempts }: CallBack): CallBackView['lastTry'] {
  for (const { at, outcome } of [...attempts].reverse()) {
    if (outcome !== 'noAnswer' && outcome !== 'busy' && outcome !== 'answeringMachine') continue;
    return { at: new Date(at).toISOString(), outcome };
  }
  return null;
}

function callView({ people, rides, ringAgain, now }: CallQueue, call: CallBack): CallBackView {
  const person = people.get(call.personId);
  const ride = call.rideId === null ? undefined : rides.get(call.rideId);
  const tries = unansweredTries(call);
  const pickup = ride && (ride.scheduled.pickup ?? standingPromise(ride)?.pickup.earliest);
  return {
    id: call.id,
    revision: call.revision,
    reason: call.reason,
    reasonText: REASONS[call.reason],
    sentence: callSentence(call, ride, now),
    person: {
      id: call.personId,
      name: person ? `${person.familyName} ${person.givenName}` : '',
      kana: person ? `${person.familyKana} ${person.givenKana}` : '',
      birthYear: person?.birthYear ?? 0,
      hamlet: person?.hamlet ?? '',
      needs: [...(person?.needs ?? [])],
      note: person?.note ?? null,
    },
    rideId: call.rideId,
    standingOrderId: call.standingOrderId,
    waitlistId: call.waitlistId,
    day: call.day,
    pickupSecond: pickup ?? null,
    requestedKind: ride?.requested.kind ?? null,
    isDue: isDueNow(call, now),
    dueAt: new Date(call.dueAt).toISOString(),
    ringFrom: new Date(ringFrom(call, now)).toISOString(),
    ringAgainAt: new Date(ringAgain.get(call.id) ?? now).toISOString(),
    usefulUntil: call.usefulUntil === null ? null : new Date(call.usefulUntil).toISOString(),
    bestHours: call.bestHours && { ...call.bestHours },
    unansweredTries: tries,
    lastTry: lastTry(call),
    mayGiveUp: tries >= TRIES_BEFORE_GIVING_UP,
    createdAt: new Date(call.createdAt).toISOString(),
  };
}
