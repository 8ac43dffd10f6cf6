import type { NeedName, PlaceChoice, RideRequest, RideView } from '../../backend/contract/index.ts';
import { choiceOfRidePlace } from './placeChoices.ts';

/** A place the rider picked, with the name to show. */
export interface ChosenPlace {
  readonly choice: PlaceChoice;
  readonly name: string;
  /** Where it is, in a word (municipality), or empty. */
  readonly area: string;
}

/** When: still being put together until hour and minute are there. */
export interface ChosenTime {
  readonly kind: 'arriveBy' | 'departAfter';
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly hour: number | null;
  readonly minute: number;
}

export interface ChosenParty {
  readonly companions: number;
  readonly attendants: number;
  readonly children: number;
}

/** The questions in the order they are asked; `offers` shows the answer. */
export const STEPS = ['from', 'to', 'when', 'who', 'offers'] as const;
export type Step = (typeof STEPS)[number];

/** The patient a clinic books for; null on a rider's own page. */
export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
}

/** Everything answered so far. Kept on the device, so that a reload asks nothing twice. */
export interface BookingDraft {
  readonly person: ChosenPerson | null;
  readonly step: Step;
  readonly from: ChosenPlace | null;
  readonly to: ChosenPlace | null;
  readonly time: ChosenTime | null;
  readonly isTimeSet: boolean;
  readonly party: ChosenParty;
  readonly isPartySet: boolean;
  readonly needs: readonly NeedName[];
  /** What the rider wants the driver to know. */
  readonly note: string;
  /** The ride that is changed, and when it begins, second of its day; null: a new one is booked. */
  readonly replaces: { readonly id: string; readonly day: string; readonly second: number } | null;
}

export const ALONE: ChosenParty = { companions: 0, attendants: 0, children: 0 };

export const EMPTY_DRAFT: BookingDraft = {
  person: null,
  step: 'from',
  from: null,
  to: null,
  time: null,
  isTimeSet: false,
  party: ALONE,
  isPartySet: false,
  needs: [],
  note: '',
  replaces: null,
};

export type DraftEvent =
  | { readonly type: 'placeChosen'; readonly field: 'from' | 'to'; readonly place: ChosenPlace }
  | { readonly type: 'timeChanged'; readonly time: ChosenTime }
  | { readonly type: 'timeSet' }
  | { readonly type: 'partyChanged'; readonly party: ChosenParty }
  | { readonly type: 'needToggled'; readonly need: NeedName }
  | { readonly type: 'noteChanged'; readonly note: string }
  | { readonly type: 'partySet' }
  /** Back to a question already answered, or one step back. */
  | { readonly type: 'wentTo'; readonly step: Step }
  | { readonly type: 'begun'; readonly draft: Partial<BookingDraft> };

/** The rules of the questions: an answer leads to the first question still open. */
export function reduceDraft(draft: BookingDraft, event: DraftEvent): BookingDraft {
  switch (event.type) {
    case 'placeChosen':
      return moveOn({ ...draft, [event.field]: event.place });
    case 'timeChanged':
      return { ...draft, time: event.time };
    case 'timeSet':
      return draft.time?.hour == null ? draft : moveOn({ ...draft, isTimeSet: true });
    case 'partyChanged':
      return { ...draft, party: event.party };
    case 'needToggled':
      return {
        ...draft,
        needs: draft.needs.includes(event.need)
          ? draft.needs.filter((need) => need !== event.need)
          : [...draft.needs, event.need],
      };
    case 'noteChanged':
      return { ...draft, note: event.note };
    case 'partySet':
      return moveOn({ ...draft, isPartySet: true });
    case 'wentTo': {
      // The device's "back" may lead into a booking that is done: its questions are all open again.
      const open = STEPS.findIndex((step) => !isAnswered(draft, step));
      return { ...draft, step: STEPS[Math.min(open, STEPS.indexOf(event.step))] ?? event.step };
    }
    case 'begun':
      return moveOn({ ...EMPTY_DRAFT, ...event.draft });
  }
}

/** Questions still open, for 「あと2つ」. */
export function countOpenQuestions(draft: BookingDraft): number {
  return STEPS.filter((step) => step !== 'offers' && !isAnswered(draft, step)).length;
}

export function isAnswered(draft: BookingDraft, step: Step): boolean {
  switch (step) {
    case 'from':
      return draft.from !== null;
    case 'to':
      return draft.to !== null;
    case 'when':
      return draft.isTimeSet;
    case 'who':
      return draft.isPartySet;
    case 'offers':
      return false;
  }
}

/** The request to send, or null while a question is open. */
export function buildRequest(draft: BookingDraft, channel: 'web' | 'clinic'): RideRequest | null {
  const { from, to, time, person } = draft;
  if (from === null || to === null || time?.hour == null || !draft.isTimeSet || !draft.isPartySet)
    return null;
  return {
    channel,
    ...(person === null ? {} : { personId: person.id }),
    from: from.choice,
    to: to.choice,
    time: { kind: time.kind, day: time.day, at: clockText(time.hour, time.minute) },
    party: { ...draft.party },
    needs: [...draft.needs],
    note: draft.note.trim() === '' ? null : draft.note.trim(),
    ...(draft.replaces === null ? {} : { replaces: draft.replaces.id }),
  };
}

/** A ride as answers, to be changed: all of them stand there, and the time is asked first. */
export function changeOfRide(ride: RideView): Partial<BookingDraft> {
  const { id, day, requested, party, needs, note } = ride;
  const minutes = Math.floor(requested.second / 60);
  return {
    from: chosenPlaceOf(ride.from),
    to: chosenPlaceOf(ride.to),
    time: { kind: requested.kind, day, hour: Math.floor(minutes / 60), minute: minutes % 60 },
    party: { companions: party.companions, attendants: party.attendants, children: party.children },
    isPartySet: true,
    needs,
    note: note ?? '',
    replaces: { id, day, second: ride.scheduledPickup ?? ride.promisedPickup?.earliest ?? requested.second },
  };
}

function chosenPlaceOf(place: RideView['from']): ChosenPlace {
  return { choice: choiceOfRidePlace(place), name: place.name, area: '' };
}

/** The way back of a booking just made, on the same day: both ends changed over, the time to be asked. */
export function returnOfDraft(draft: BookingDraft, day: string): Partial<BookingDraft> {
  const { from, to, person, party, isPartySet, needs } = draft;
  return { person, from: to, to: from, party, isPartySet, needs, time: timeOfReturn(day) };
}

/** Back one leaves after a time, on the day of the way there. */
export function timeOfReturn(day: string): ChosenTime {
  return { kind: 'departAfter', day, hour: null, minute: 0 };
}

/** `9, 5` → `09:05`. */
export function clockText(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Same place twice would be a ride to nowhere. */
export function isSamePlace(a: ChosenPlace | null, b: ChosenPlace | null): boolean {
  return a !== null && b !== null && JSON.stringify(a.choice) === JSON.stringify(b.choice);
}

function moveOn(draft: BookingDraft): BookingDraft {
  if (isSamePlace(draft.from, draft.to)) return { ...draft, to: null, step: 'to' };
  return { ...draft, step: STEPS.find((step) => !isAnswered(draft, step)) ?? 'offers' };
}
