import { rideRequestSchema } from '../../backend/contract/index.ts';
import { type BookingDraft, buildRequest, EMPTY_DRAFT, STEPS } from './bookingDraft.ts';

const PLACEHOLDER = { choice: { kind: 'home' }, name: '', area: '' } as const;
const OTHER_PLACEHOLDER = { choice: { kind: 'place', id: 'any' }, name: '', area: '' } as const;

/**
 * A draft as read back from the device, or null when it is not one, or its day has gone by. What is kept there may come
 * from an older version of the page.
 * @param today `YYYY-MM-DD`
 */
export function reviveDraft(kept: unknown, today: string): BookingDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const draft = { ...EMPTY_DRAFT, ...kept } as BookingDraft;
  if (!STEPS.includes(draft.step) || typeof draft.note !== 'string' || !Array.isArray(draft.needs))
    return null;
  if (!isReadable(draft, today)) return null;
  // A ride that was to be changed on a day gone by cannot be changed any more.
  if (draft.replaces !== null && !(draft.replaces.day >= today)) return null;
  const isPast = draft.time !== null && draft.time.day < today;
  if (!isPast) return draft;
  const step = draft.step === 'offers' || draft.step === 'who' ? 'when' : draft.step;
  return { ...draft, time: null, isTimeSet: false, step };
}

/** Fills the open questions and lets the contract judge the whole. */
function isReadable(draft: BookingDraft, today: string): boolean {
  try {
    const filled: BookingDraft = {
      ...draft,
      from: draft.from ?? PLACEHOLDER,
      to: draft.to ?? OTHER_PLACEHOLDER,
      time: { ...(draft.time ?? { kind: 'arriveBy', day: today, minute: 0 }), hour: draft.time?.hour ?? 9 },
      isTimeSet: true,
      isPartySet: true,
    };
    const { companions, attendants, children } = draft.party;
    const countsAreNumbers = [companions, attendants, children].every((count) => Number.isInteger(count));
    const namesAreText = [filled.from?.name, filled.to?.name].every((name) => typeof name === 'string');
    return (
      countsAreNumbers && namesAreText && rideRequestSchema.safeParse(buildRequest(filled, 'web')).success
    );
  } catch {
    return false;
  }
}
