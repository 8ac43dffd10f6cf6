/** A text as an office's old spreadsheet saves it. @throws Error for a character that Shift_JIS does not have */
export function shiftJis(text: string): Buffer {
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = SHIFT_JIS.get(character);
      if (!bytes) throw new Error(`Shift_JIS has no ${character}`);
      return bytes;
    }),
  );
}

/** Every character of Shift_JIS with its bytes, found by decoding all there are. */
const SHIFT_JIS: ReadonlyMap<string, Buffer> = (() => {
  const decoder = new TextDecoder('shift_jis');
  const found = new Map<string, Buffer>();
  const keep = (bytes: Buffer) => {
    const text = decoder.decode(bytes);
    if ([...text].length === 1 && text !== '\ufffd' && !found.has(text)) found.set(text, bytes);
  };
  for (let byte = 0; byte < 0x100; byte += 1) keep(Buffer.from([byte]));
  for (let lead = 0x81; lead <= 0xfc; lead += 1)
    for (let trail = 0x40; trail <= 0xfc; trail += 1) keep(Buffer.from([lead, trail]));
  return found;
})();

/** A spreadsheet of text cells as an `.xlsx` file: a zip whose parts are stored as they are. */
export function xlsx(rows: readonly (readonly string[])[]): Buffer {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const cells = (row: readonly string[], number: number) =>
    row
      .map(
        (cell, i) =>
          `<c r="${String.fromCharCode(65 + i)}${number}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
      )
      .join('');
  const sheet = rows.map((row, i) => `<row r="${i + 1}">${cells(row, i + 1)}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const pack = 'http://schemas.openxmlformats.org/package/2006';
  return zip({
    '[Content_Types].xml': `<Types xmlns="${pack}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名簿" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [nameBytes, data] = [Buffer.from(name), Buffer.from(text)];
    const sizes = [crc32(data), data.length, data.length];
    const local = header('PK\u0003\u0004', [20, 0x800, 0, 0, 0x21], sizes, [nameBytes.length, 0]);
    parts.push(local, nameBytes, data);
    const entry = header('PK\u0001\u0002', [20, 20, 0x800, 0, 0, 0x21], sizes, [
      nameBytes.length,
      0,
      0,
      0,
      0,
      0,
      0,
    ]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(offset);
    directory.push(entry, place, nameBytes);
    offset += local.length + nameBytes.length + data.length;
  }
  const size = Buffer.concat(directory).length;
  const count = Object.keys(files).length;
  const end = header('PK\u0005\u0006', [0, 0, count, count], [size, offset], [0]);
  return Buffer.concat([...parts, ...directory, end]);
}

/** A header of a zip: its mark, numbers of two bytes, of four, of two. */
function header(mark: string, first: number[], four: number[], last: number[]): Buffer {
  const two = (numbers: number[]) => numbers.map((value) => Buffer.from([value & 0xff, (value >> 8) & 0xff]));
  const long = four.map((value) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value >>> 0);
    return bytes;
  });
  return Buffer.concat([Buffer.from(mark, 'latin1'), ...two(first), ...long, ...two(last)]);
}

function crc32(data: Buffer): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
