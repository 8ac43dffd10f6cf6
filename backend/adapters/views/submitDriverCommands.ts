import type { DriverCommand, DriverCommandResult } from '../../contract/index.ts';
import type { Actor } from '../../domain/account/actor.ts';
import { rejectionText } from '../../domain/rejection/rejectionTexts.ts';
import type { Operations, StreetReport } from '../../operations/index.ts';

/**
 * Applies a driver's commands one after the other, in the order the device sent them. A refused command does not hold
 * up the next: the device hears about each one.
 */
export async function submitDriverCommands(
  operations: Operations,
  commands: readonly DriverCommand[],
  actor: Actor,
): Promise<DriverCommandResult[]> {
  const results: DriverCommandResult[] = [];
  for (const command of commands) {
    const outcome = await operations.report(streetReportOf(command), actor);
    results.push(
      outcome.ok
        ? { id: command.id, result: outcome.value }
        : {
            id: command.id,
            result: 'refused',
            code: outcome.reason.code,
            sentence: rejectionText(outcome.reason).sentence,
          },
    );
  }
  return results;
}

/** The command of the wire in the words of the domain. */
export function streetReportOf(command: DriverCommand): StreetReport {
  const head = { id: command.id, shiftId: command.shiftId, deviceTime: Date.parse(command.deviceTime) };
  switch (command.type) {
    case 'stop:arrive':
      return { ...head, type: 'arrive', stopId: command.stopId };
    case 'stop:depart':
      return { ...head, type: 'depart', stopId: command.stopId };
    case 'ride:board':
      return { ...head, type: 'board', rideId: command.rideId };
    case 'ride:alight':
      return { ...head, type: 'alight', rideId: command.rideId };
    case 'ride:noShow':
      return { ...head, type: 'noShow', rideId: command.rideId };
    case 'vehicle:position':
      return { ...head, type: 'position', at: command.at };
  }
}
