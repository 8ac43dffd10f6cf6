/** What one row of ARCHITECTURE.md's table allows. */
export interface ImportRule {
  /** Folder the rule is for, from the root. */
  readonly module: string;
  readonly rooms: readonly AllowedRoom[];
  /** Names of packages; `node` for Node's own modules. */
  readonly packages: ReadonlySet<string>;
}

export interface AllowedRoom {
  readonly path: string;
  /** `any`: every file; `types`: type-only imports of every file; `door`: the folder's `index.ts`. */
  readonly way: 'any' | 'types' | 'door';
}

/** The rows of the table under "Who may import whom". Throws when there is no such table. */
export function parseImportTable(markdown: string): ImportRule[] {
  const section = markdown.split(/^## /m).find((part) => part.startsWith('Who may import whom'));
  const rows = (section ?? '').split('\n').filter((line) => line.startsWith('| `'));
  if (rows.length === 0) throw new Error('ARCHITECTURE.md has no import table.');
  return rows.map((row) => {
    const [, module = '', rooms = '', packages = ''] = row.split('|').map((cell) => cell.trim());
    return {
      module: module.replaceAll('`', ''),
      rooms: cellsOf(rooms).map(roomOf),
      packages: new Set(cellsOf(packages)),
    };
  });
}

function cellsOf(cell: string): string[] {
  return cell
    .split(',')
    .map((part) => part.replaceAll('`', '').trim())
    .filter((part) => part !== '');
}

function roomOf(text: string): AllowedRoom {
  const [way, path] = text.includes(':') ? text.split(':').map((part) => part.trim()) : ['any', text];
  if (path === undefined || (way !== 'any' && way !== 'types' && way !== 'door')) {
    throw new Error(`ARCHITECTURE.md: cannot read "${text}".`);
  }
  return { path, way };
}
