import type { Audience } from '../../contract/index.ts';
import type { ServiceDay } from '../../domain/units/time.ts';

/**
 * A reader's place in the log, bound to what was read: a cursor of another day or another audience would continue a
 * picture the reader does not have, so it counts as unknown and a snapshot answers.
 */
export interface FeedPlace {
  readonly audience: Audience;
  readonly day: ServiceDay;
  /** The log's own cursor. */
  readonly log: string;
}

export function formatFeedCursor(place: FeedPlace): string {
  return `${place.audience}~${place.day}~${place.log}`;
}

/** @returns undefined when the text is no cursor of ours */
export function parseFeedCursor(text: string): FeedPlace | undefined {
  const match = /^(console|driver|rider|clinic)~(\d{4}-\d{2}-\d{2})~(.*)$/.exec(text);
  if (!match) return undefined;
  return { audience: match[1] as Audience, day: match[2] as ServiceDay, log: match[3] as string };
}
