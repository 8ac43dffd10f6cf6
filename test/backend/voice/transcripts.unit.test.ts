import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { playTranscript } from '../../support/voiceTranscript.ts';

const FOLDER = new URL('transcripts/', import.meta.url);

/** Calls as they are to go, word for word; the first line of each says what it is about. */
describe('written calls of the voice line', () => {
  for (const file of readdirSync(FOLDER)) {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    const title = text.split('\n')[0]!.replace(/^# */, '');
    it(title, () => playTranscript(text));
  }
});
