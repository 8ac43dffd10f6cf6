import type { DriverCommand, DriverCommandResult } from '../../contract/index.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { rejectionText } from '../../domain/rejection/rejectionTexts.ts';
import { refusal } from '../../domain/units/outcome.ts';
import type { Operations, StreetReport } from '../../operations/index.ts';
import type { Store } from '../../ports/store.ts';
import type { AccountScope } from './reader.ts';
import { stopWordOf } from './stopWordOf.ts';

/** Where commands go. */
export interface Street {
  readonly store: Store;
  readonly operations: Operations;
}

/**
 * Applies a driver's commands one after the other, in the order the device sent them. A refused command does not hold
 * up the next: the device hears about each one. Shifts of other vehicles are unknown to a driver.
 */
export async function submitDriverCommands(
  street: Street,
  commands: readonly DriverCommand[],
  scope: AccountScope,
): Promise<DriverCommandResult[]> {
  const ownShifts = await readOwnShifts(street.store, commands, scope);
  const actor = { scope, name: scope.accountId };
  const results: DriverCommandResult[] = [];
  for (const command of commands) {
    const outcome = ownShifts.has(command.shiftId)
      ? await street.operations.report(streetReportOf(command), actor)
      : refusal({ code: 'unknownShift' } as const);
    results.push(outcome.ok ? { id: command.id, result: outcome.value } : refused(command, outcome.reason));
  }
  return results;
}

function refused(command: DriverCommand, reason: Rejection): DriverCommandResult {
  const { sentence, action } = rejectionText(reason);
  return { id: command.id, result: 'refused', code: reason.code, sentence, action };
}

function readOwnShifts(
  store: Store,
  commands: readonly DriverCommand[],
  scope: AccountScope,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(commands.map((command) => command.shiftId))];
  return store.read(scope, async (tables) => {
    const own = new Set<string>();
    for (const id of ids) {
      const shift = await tables.fleet.findShift(id);
      if (shift && scope.vehicleId !== null && shift.vehicleId === scope.vehicleId) own.add(id);
    }
    return own;
  });
}

/** The command of the wire in the words of the domain. */
function streetReportOf(command: DriverCommand): StreetReport {
  const head = { id: command.id, shiftId: command.shiftId, deviceTime: Date.parse(command.deviceTime) };
  switch (command.type) {
    case 'shift:end':
      return { ...head, type: 'endShift' };
    case 'shift:takeBackEnd':
      return { ...head, type: 'takeBackEnd' };
    case 'vehicle:position':
      return { ...head, type: 'position', at: command.at };
    default:
      return { ...head, ...stopWordOf(command) };
  }
}
