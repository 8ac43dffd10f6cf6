import type { DriverCommand, DriverCommandResult } from '../../backend/contract/index.ts';

/** One tap on its way to the server. */
export interface OutboxEntry {
  readonly command: DriverCommand;
  /** Second of the service day when it was tapped. */
  readonly second: number;
  /** Device milliseconds until which it waits for the driver to take it back. */
  readonly heldUntil: number;
  /** It has been sent at least once, so the server may know it: it can no longer be taken back. */
  readonly wasSent: boolean;
}

/** A tap the server answered with "no". */
export interface RefusedReport {
  readonly command: DriverCommand;
  readonly code: string;
  readonly sentence: { readonly ja: string; readonly en: string };
  /** What to do about it; absent where only the sentence is known. */
  readonly action?: { readonly ja: string; readonly en: string };
}

/** Everything the driver tapped that the server's day does not show yet. Pure value; the device keeps it. */
export interface Outbox {
  /** In the order of the taps. */
  readonly entries: readonly OutboxEntry[];
  /** Acknowledged, but the feed has not shown them yet; `at` in device milliseconds. */
  readonly settling: readonly { readonly entry: OutboxEntry; readonly at: number }[];
  readonly refused: readonly RefusedReport[];
  /** Ids on the wire at the moment. */
  readonly sending: readonly string[];
  /** Failed attempts in a row. */
  readonly failures: number;
  /** Device milliseconds before which nothing is sent, null: at once. */
  readonly retryAt: number | null;
  readonly needsSignIn: boolean;
  /** The server would not read a whole batch: send one by one to find the one at fault. */
  readonly oneByOne: boolean;
}

export const EMPTY_OUTBOX: Outbox = {
  entries: [],
  settling: [],
  refused: [],
  sending: [],
  failures: 0,
  retryAt: null,
  needsSignIn: false,
  oneByOne: false,
};

/** How long the last tap can be taken back before it is sent. */
export const HOLD_MS = 6_000;

/** After this an acknowledged tap no longer covers the server's day, whatever the feed says. */
const SETTLE_MS = 15_000;

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

export type OutboxEvent =
  | {
      readonly type: 'tapped';
      readonly command: DriverCommand;
      readonly second: number;
      readonly at: number;
    }
  | { readonly type: 'takenBack'; readonly id: string }
  | { readonly type: 'sendBegan'; readonly ids: readonly string[] }
  | { readonly type: 'answered'; readonly results: readonly DriverCommandResult[]; readonly at: number }
  /** No answer, or one that says "later". `jitter` 0..1 spreads the devices. */
  | { readonly type: 'sendFailed'; readonly at: number; readonly jitter: number }
  /** The server would not read what was sent. */
  | {
      readonly type: 'batchRefused';
      readonly code: string;
      readonly sentence: { readonly ja: string; readonly en: string };
    }
  | { readonly type: 'signInNeeded' }
  | { readonly type: 'signedIn' }
  /** The network is said to be back: try at once. */
  | { readonly type: 'networkBack' }
  /** The feed was read; `reflected` are the ids its day already shows. */
  | { readonly type: 'dayRead'; readonly reflected: readonly string[]; readonly at: number }
  | { readonly type: 'dismissed'; readonly id: string };

/** The rules of the outbox: nothing leaves it but by an acknowledgement, a refusal that is shown, or the driver. */
export function reduceOutbox(outbox: Outbox, event: OutboxEvent): Outbox {
  switch (event.type) {
    case 'tapped':
      return addEntry(outbox, event);
    case 'takenBack':
      return canTakeBack(outbox, event.id) ? { ...outbox, entries: outbox.entries.slice(0, -1) } : outbox;
    case 'sendBegan':
      return {
        ...outbox,
        sending: event.ids,
        entries: outbox.entries.map((entry) =>
          event.ids.includes(entry.command.id) ? { ...entry, wasSent: true } : entry,
        ),
      };
    case 'answered':
      return takeAnswers(outbox, event.results, event.at);
    case 'sendFailed': {
      const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** outbox.failures);
      const retryAt = event.at + Math.round(wait * (0.75 + 0.25 * event.jitter));
      return { ...outbox, sending: [], failures: outbox.failures + 1, retryAt };
    }
    case 'batchRefused':
      return refuseBatch(outbox, event.code, event.sentence);
    case 'signInNeeded':
      return { ...outbox, sending: [], needsSignIn: true };
    case 'signedIn':
      return { ...outbox, needsSignIn: false, failures: 0, retryAt: null };
    case 'networkBack':
      return { ...outbox, failures: 0, retryAt: null };
    case 'dayRead':
      return { ...outbox, settling: stillSettling(outbox, event) };
    case 'dismissed':
      return { ...outbox, refused: outbox.refused.filter((report) => report.command.id !== event.id) };
  }
}

/** Only the last tap, and only while the server cannot know it. */
export function canTakeBack(outbox: Outbox, id: string): boolean {
  const last = outbox.entries.at(-1);
  return last !== undefined && last.command.id === id && !last.wasSent;
}

/** All taps that cover the server's day, in order: acknowledged but not yet seen, then waiting. */
export function listCoveringEntries(outbox: Outbox): readonly OutboxEntry[] {
  return [...outbox.settling.map((settled) => settled.entry), ...outbox.entries];
}

/** The state a device starts from after the page was killed: nothing is on the wire, nothing is put off. */
export function reviveOutbox(kept: Outbox): Outbox {
  return { ...kept, settling: [], sending: [], failures: 0, retryAt: null, needsSignIn: false };
}

function addEntry(outbox: Outbox, event: Extract<OutboxEvent, { type: 'tapped' }>): Outbox {
  if (outbox.entries.some((entry) => entry.command.id === event.command.id)) return outbox;
  const entry: OutboxEntry = {
    command: event.command,
    second: event.second,
    heldUntil: event.at + HOLD_MS,
    wasSent: false,
  };
  return { ...outbox, entries: [...outbox.entries, entry] };
}

/**
 * What still covers the day. The server takes taps in order: where it shows a later one it has the earlier ones, too, and
 * one that was taken back since will never show.
 */
function stillSettling(
  { settling }: Outbox,
  { reflected, at }: Extract<OutboxEvent, { type: 'dayRead' }>,
): Outbox['settling'] {
  const shown = settling.map(({ entry }) => reflected.includes(entry.command.id)).lastIndexOf(true);
  return settling.filter((settled, i) => i > shown && at - settled.at < SETTLE_MS);
}

function takeAnswers(outbox: Outbox, results: readonly DriverCommandResult[], at: number): Outbox {
  const resultOf = new Map(results.map((result) => [result.id, result]));
  const answered = outbox.entries.filter((entry) => resultOf.has(entry.command.id));
  const isRefused = (entry: OutboxEntry): boolean => resultOf.get(entry.command.id)?.result === 'refused';
  const refused = answered.filter(isRefused).map((entry): RefusedReport => {
    const result = resultOf.get(entry.command.id);
    return {
      command: entry.command,
      code: result?.code ?? 'refused',
      sentence: result?.sentence ?? REFUSED_WITHOUT_WORDS,
      ...(result?.action && { action: result.action }),
    };
  });
  const settled = answered.filter((entry) => !isRefused(entry)).map((entry) => ({ entry, at }));
  return {
    ...outbox,
    entries: outbox.entries.filter((entry) => !resultOf.has(entry.command.id)),
    settling: [...outbox.settling, ...settled],
    refused: [...outbox.refused, ...refused],
    sending: [],
    failures: 0,
    retryAt: null,
    oneByOne: false,
  };
}

function refuseBatch(outbox: Outbox, code: string, sentence: RefusedReport['sentence']): Outbox {
  if (outbox.sending.length > 1) return { ...outbox, sending: [], oneByOne: true };
  const results = outbox.sending.map((id) => ({ id, result: 'refused' as const, code, sentence }));
  return takeAnswers(outbox, results, 0);
}

const REFUSED_WITHOUT_WORDS = {
  ja: 'この記録は受け付けられませんでした。事務所に電話してください。',
  en: 'This report was not accepted. Please call the office.',
};
