import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './sourceFiles.ts';

/** What looks like a path in a Markdown file: names with slashes, or a name with an ending of ours. */
const PATH = /^(?:[\w.-]+\/)+[\w.-]*$|^[\w.-]+\.(?:md|ts|tsx|mjs|json|yml|sql|csv|geojson)$/;

/** Made at run time, beside the project, or addresses of pages: nothing of the tree. */
const ELSEWHERE = /^(?:\.\.?\/|var\/|dist\/|\/)/;

/**
 * Mentions of files in backticks that do not exist. A mention counts as found when some file's path is it, begins
 * with it as a folder, or ends with it (`region.json` of a region).
 */
export function checkMentions(
  doc: SourceFile,
  paths: readonly string[],
  packages: ReadonlySet<string>,
): string[] {
  const mentions = [...doc.text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return [...new Set(mentions)]
    .filter((mention) => PATH.test(mention) && !ELSEWHERE.test(mention) && !packages.has(mention))
    .map((mention) => mention.replace(/\/$/, ''))
    .filter((mention) => !paths.some((path) => isFound(mention, path)))
    .map((mention) => `${doc.path}: mentions ${mention}, which does not exist`);
}

function isFound(mention: string, path: string): boolean {
  return path === mention || path.startsWith(`${mention}/`) || path.endsWith(`/${mention}`);
}

/** Paths that exist on one machine only: homes and workplaces. */
export function checkMachinePaths(file: SourceFile): string[] {
  const found = file.text.match(/(?<![\w.:/-])\/(?:home|root|work|Users)\/[\w.-]+/g) ?? [];
  return found.map((path) => `${file.path}: names ${path}, which exists on one machine only`);
}

/** Tests of a file that have the same name in the same place: one of them would be lost in every report. */
export function checkTestNames(file: SourceFile): string[] {
  const { program } = parseSync(file.path, file.text);
  const around: string[] = [];
  const seen = new Set<string>();
  const faults: string[] = [];
  new Visitor({
    CallExpression(node) {
      const title = titleOf(node);
      if (title === undefined) return;
      if (title.kind === 'describe') around.push(title.text);
      const name = [...around, title.text].join(' > ');
      if (title.kind === 'test' && seen.has(name)) faults.push(`${file.path}: two tests named "${name}"`);
      if (title.kind === 'test') seen.add(name);
    },
    'CallExpression:exit'(node) {
      if (titleOf(node)?.kind === 'describe') around.pop();
    },
  }).visit(program);
  return faults;
}

interface Called {
  readonly callee: { readonly type: string; readonly name?: string };
  readonly arguments: readonly { readonly type: string; readonly value?: unknown }[];
}

function titleOf(node: unknown): { kind: 'describe' | 'test'; text: string } | undefined {
  const { callee, arguments: given } = node as Called;
  if (callee.type !== 'Identifier' || given[0]?.type !== 'Literal') return undefined;
  if (typeof given[0].value !== 'string') return undefined;
  if (callee.name === 'describe') return { kind: 'describe', text: given[0].value };
  return callee.name === 'it' || callee.name === 'test' ? { kind: 'test', text: given[0].value } : undefined;
}
