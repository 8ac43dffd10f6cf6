import { posix } from 'node:path';
import type { AllowedRoom, ImportRule } from './importTable.ts';
import { type Import, listImports } from './listImports.ts';
import type { SourceFile } from './sourceFiles.ts';

/** Commands: they wire the rooms together, and nothing imports them. */
const COMMANDS = [
  'backend/main.ts',
  'backend/main/',
  'backend/solve.ts',
  'backend/solve/',
  'backend/simulate.ts',
  'backend/simulate/',
];

/** Sentences about every import that the table does not allow, and every file without a row. */
export function checkImports(rules: readonly ImportRule[], files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (isCommand(file.path)) return checkCommand(file);
    const rule = ruleFor(rules, file.path);
    if (!rule) return [`${file.path}: lies in no room of the table`];
    return listImports(file)
      .map((each) => checkImport(rule, each))
      .filter((fault) => fault !== undefined);
  });
}

/** Commands may import everything, but only by relative paths or as packages. */
function checkCommand(file: SourceFile): string[] {
  return listImports(file)
    .filter(({ specifier }) => specifier === undefined || posix.isAbsolute(specifier))
    .map(({ specifier }) => `${file.path}: imports ${specifier ?? 'a computed path'}`);
}

function isCommand(path: string): boolean {
  return COMMANDS.some((command) => (command.endsWith('/') ? path.startsWith(command) : path === command));
}

/** The rule of the innermost folder around the file. */
function ruleFor(rules: readonly ImportRule[], path: string): ImportRule | undefined {
  return rules
    .filter((rule) => isInside(path, rule.module))
    .sort((a, b) => b.module.length - a.module.length)[0];
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function checkImport(rule: ImportRule, each: Import): string | undefined {
  const { from, specifier, isTypeOnly } = each;
  if (specifier === undefined) return `${from}: imports a computed path`;
  if (posix.isAbsolute(specifier)) return `${from}: imports the absolute path ${specifier}`;
  if (!specifier.startsWith('.')) return checkPackage(rule, from, specifier);
  const target = posix.normalize(posix.join(posix.dirname(from), specifier.split('?')[0] ?? ''));
  if (!isCommand(target) && isInside(target, rule.module)) return undefined;
  if (isCommand(target)) return `${from}: imports the command ${target}`;
  if (rule.rooms.some((room) => admits(room, target, isTypeOnly))) return undefined;
  const near = rule.rooms.find((room) => isInside(target, room.path));
  return `${from}: imports ${target}${near ? `, allowed only as "${near.way}: ${near.path}"` : ''}`;
}

function admits(room: AllowedRoom, target: string, isTypeOnly: boolean): boolean {
  if (!isInside(target, room.path)) return false;
  if (room.way === 'types') return isTypeOnly;
  return room.way === 'any' || target === `${room.path}/index.ts`;
}

function checkPackage(rule: ImportRule, from: string, specifier: string): string | undefined {
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  const wanted = specifier.startsWith('node:') ? 'node' : name;
  return rule.packages.has(wanted) ? undefined : `${from}: imports the package ${specifier}`;
}
