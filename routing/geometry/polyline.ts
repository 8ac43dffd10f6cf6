/** A point as [lon, lat] in degrees. */
export type LonLat = readonly [lon: number, lat: number];

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = '';
  while (rest >= 0x20) {
    text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
    rest >>= 5;
  }
  return text + String.fromCharCode(rest + 63);
}

/** Encodes a line as a Google polyline (lat before lon). `precision` is the number of decimals, 5 or 6. */
export function encodePolyline(line: readonly LonLat[], precision: number): string {
  const factor = 10 ** precision;
  let text = '';
  let lastLat = 0;
  let lastLon = 0;
  for (const [lon, lat] of line) {
    const y = Math.round(lat * factor);
    const x = Math.round(lon * factor);
    text += encodeNumber(y - lastLat) + encodeNumber(x - lastLon);
    lastLat = y;
    lastLon = x;
  }
  return text;
}

/** Decodes a Google polyline. Throws `RangeError` where the text is cut off or holds other characters. */
export function decodePolyline(text: string, precision: number): LonLat[] {
  const factor = 10 ** precision;
  const line: LonLat[] = [];
  let at = 0;
  const next = (): number => {
    let result = 0;
    for (let shift = 0; ; shift += 5) {
      const code = text.charCodeAt(at) - 63;
      if (!(code >= 0 && code < 64) || shift > 30) throw new RangeError(`not a polyline at position ${at}`);
      at += 1;
      result |= (code & 0x1f) << shift;
      if (code < 0x20) return result & 1 ? ~(result >> 1) : result >> 1;
    }
  };
  let lat = 0;
  let lon = 0;
  while (at < text.length) {
    lat += next();
    lon += next();
    line.push([lon / factor, lat / factor]);
  }
  return line;
}
