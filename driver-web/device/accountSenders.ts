import { asFault } from '../../screen-kit/transport/apiFault.ts';
import * as kept from './keptDay.ts';
import { createOutboxSender, type OutboxSender } from './outboxSender.ts';
import { createReadySender, type ReadySender } from './readySender.ts';
import type { StationPorts } from './stationState.ts';

/** What carries a driver's taps and riders' calls to the office. */
export interface AccountSenders {
  readonly taps: OutboxSender;
  readonly ready: ReadySender;
  readonly stop: () => void;
}

/** What the senders ask of the station that they belong to. */
export interface SenderStation {
  /** Null while nobody is signed in. */
  readonly line: () => ReturnType<StationPorts['openLine']> | null;
  readonly onChange: () => void;
  /** The server no longer knows who is signed in. */
  readonly onSignedOut: () => void;
}

/** Takes up what the device has kept of the account; nothing goes out before somebody is signed in. */
export async function openSenders(
  ports: StationPorts,
  accountId: string,
  station: SenderStation,
): Promise<AccountSenders> {
  const [outbox, calls] = await Promise.all([
    kept.loadOutbox(ports.records, accountId),
    kept.loadReady(ports.records, accountId),
  ]);
  const { isOnline, now, random, setTimer, clearTimer } = ports;
  const taps = createOutboxSender(
    {
      send: async (commands) => {
        const line = station.line();
        if (line === null) throw asFault(null);
        return line.sendDriverCommands(commands);
      },
      keep: (value) => kept.saveOutbox(ports.records, accountId, value),
      isOnline,
      now,
      random,
      setTimer,
      clearTimer,
      onChange: station.onChange,
      onSignedOut: station.onSignedOut,
    },
    // Nothing goes out before the server has confirmed who is signed in.
    { ...outbox, needsSignIn: true },
  );
  const ready = createReadySender(
    {
      send: async (rideId, key) =>
        (await ports.api.rideReady(rideId, { by: 'driver', book: true }, key)).sentence,
      keep: (value) => kept.saveReady(ports.records, accountId, value),
      canSend: () => isOnline() && station.line() !== null,
      setTimer,
      clearTimer,
      onChange: station.onChange,
    },
    calls,
  );
  return {
    taps,
    ready,
    stop() {
      taps.stop();
      ready.stop();
    },
  };
}
