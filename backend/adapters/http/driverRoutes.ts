import { type DriverCommandsAnswer, driverCommandsSchema } from '../../contract/index.ts';
import { submitDriverCommands } from '../views/submitDriverCommands.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';

/** What the driver's device reports. */
export const driverRoutes = {
  'POST /api/v1/driver/commands': submitCommands,
};

async function submitCommands(call: Call): Promise<Reply> {
  const { commands } = parseInput(driverCommandsSchema, call.body);
  const results = await submitDriverCommands(call.deps, commands, accountScopeOf(call));
  const view: DriverCommandsAnswer = { results };
  return answer(view);
}
