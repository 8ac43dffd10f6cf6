import type { StopWord } from '../../operations/index.ts';

const STOP_WORDS = {
  'stop:arrive': 'arrive',
  'stop:takeBackArrival': 'takeBackArrival',
  'stop:depart': 'depart',
} as const;

const RIDE_WORDS = { 'ride:board': 'board', 'ride:alight': 'alight', 'ride:noShow': 'noShow' } as const;

type WireWord =
  | { readonly type: keyof typeof STOP_WORDS; readonly stopId: string }
  | { readonly type: keyof typeof RIDE_WORDS; readonly rideId: string };

/** What is said about a stop or a rider, from the words of the wire into those of the domain. */
export function stopWordOf(said: WireWord): StopWord {
  if ('stopId' in said) return { type: STOP_WORDS[said.type], stopId: said.stopId };
  return { type: RIDE_WORDS[said.type], rideId: said.rideId };
}
