import { runRoadsCommand } from './command/runRoadsCommand.ts';

process.exitCode = await runRoadsCommand(process.argv.slice(2), {
  say: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
});
