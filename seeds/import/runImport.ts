import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SpokenText } from '../../backend/domain/units/spokenText.ts';
import { readRegion } from '../region/readRegion.ts';
import { RegionFault } from '../region/regionFault.ts';
import { writeRegionFolder } from '../region/writeRegionFolder.ts';
import { importRegion } from './importRegion.ts';
import { reportText } from './importReport.ts';
import { createProgress } from './progress.ts';
import { OPTIONAL_FILES, REQUIRED_FILES, readSourceTexts } from './sourceFiles.ts';

const HELP = `Turns open data into a region folder (seeds/REGION.md).

  npm run region:import -- --from FOLDER --to FOLDER [options]

  --from FOLDER      where the open data are
  --to FOLDER        the region folder to write; an earlier region there is replaced, nothing else is
  --like FOLDER      region whose figures, providers and services are taken over (default: the trial region)
  --id ID            id of the region (default: the name of the --to folder)
  --vehicles N       size of the invented fleet (default 40)
  --seed S           seed of the invented fleet (default 1)
  --credits TEXT     whom the data come from, shown with the map; may be given several times
  --help             this page

Files needed in --from:
${fileList(REQUIRED_FILES)}
Files used where they are there:
${fileList(OPTIONAL_FILES)}
Rows that break a rule are left out and named in import-report.json in the new folder.
Then: AINORI_REGION=FOLDER npm start
`;

function fileList(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .map(([name, use]) => `  ${name.padEnd(28)} ${use}`)
    .join('\n');
}

const DEFAULT_CREDITS: readonly SpokenText[] = [
  {
    ja: '国土数値情報（行政区域・鉄道）（国土交通省）を加工',
    en: 'Made from National Land Numerical Information (administrative areas, railways; MLIT)',
  },
  {
    ja: 'アドレス・ベース・レジストリ（デジタル庁）を加工',
    en: 'Made from the Address Base Registry (Digital Agency)',
  },
  {
    ja: '位置参照情報（国土交通省）／Geolonia 住所データ CC BY 4.0',
    en: 'Location Reference Information (MLIT) / Geolonia address data, CC BY 4.0',
  },
  {
    ja: '国勢調査 小地域（総務省 e-Stat）を加工',
    en: 'Made from the Population Census, small areas (Statistics Bureau, e-Stat)',
  },
  {
    ja: '医療情報ネット・介護サービス情報公表システム（厚生労働省）を加工',
    en: 'Made from open data on medical and care facilities (MHLW)',
  },
  {
    ja: '指定緊急避難場所データ（国土地理院）を加工',
    en: 'Made from data on emergency evacuation sites (GSI)',
  },
  inBothLanguages('© OpenStreetMap contributors (ODbL) © OpenMapTiles'),
];

function inBothLanguages(text: string): SpokenText {
  return { ja: text, en: text };
}

/** Thrown when the command line cannot be understood. */
class UsageFault extends Error {}

function readOptions(argv: readonly string[]) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      like: { type: 'string' },
      id: { type: 'string' },
      vehicles: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      credits: { type: 'string', multiple: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (!values.from || !values.to) throw new UsageFault('Both --from and --to are needed.');
  if (resolve(values.from) === resolve(values.to))
    throw new UsageFault('--from and --to are the same folder.');
  return {
    from: values.from,
    to: values.to,
    like: values.like ?? fileURLToPath(new URL('../aizu', import.meta.url)),
    id: values.id ?? basename(resolve(values.to)),
    vehicles: wholeNumber('--vehicles', values.vehicles, 1, 5_000),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31),
    credits: values.credits?.map(inBothLanguages) ?? DEFAULT_CREDITS,
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageFault(`${name} must be a whole number from ${least} to ${most}: ${text}`);
}

/** Where a command writes. */
export interface CommandOutput {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
  /** Milliseconds, for the duration of steps. */
  now(): number;
}

/**
 * Runs `region:import`: progress and complaints to stderr, help and report to stdout.
 * @returns the exit code: 0 done, 1 the data cannot be used, 2 the command line is wrong
 */
export async function runImport(argv: readonly string[], output: CommandOutput): Promise<number> {
  const complain = (message: string, exitCode: number): number => {
    output.stderr.write(`${message}\n`);
    return exitCode;
  };
  try {
    const options = readOptions(argv);
    if (!options) {
      output.stdout.write(HELP);
      return 0;
    }
    const progress = createProgress(output.stderr, output.now);
    const template = await readRegion(options.like, { withoutRoads: true });
    const count = Object.keys(REQUIRED_FILES).length + Object.keys(OPTIONAL_FILES).length;
    progress.begin('reading', count);
    const texts = await readSourceTexts(options.from, (read) => progress.reach(read));
    progress.finish(`${texts.size} files`);
    const { files, report } = importRegion(texts, template, options, progress);
    progress.begin(`writing ${options.to}`, 1);
    await writeRegionFolder(options.to, files, refuseUnreadable);
    progress.finish(`${files.size} files, read back`);
    output.stdout.write(reportText(report));
    return 0;
  } catch (fault) {
    if (fault instanceof RegionFault) return complain(fault.message, 1);
    const isUsage =
      fault instanceof UsageFault || (fault as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (isUsage) return complain(`${(fault as Error).message}\nSee: npm run region:import -- --help`, 2);
    throw fault;
  }
}

/** Reads a region back before it takes its place: what the importer wrote, the server must accept whole. */
async function refuseUnreadable(folder: string): Promise<void> {
  const { refused } = await readRegion(folder);
  if (refused.length > 0)
    throw new RegionFault('malformedFile', `The region could not be read back: ${refused[0]!.sentence}`);
}
