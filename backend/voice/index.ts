export { createVoiceDesk } from './createVoiceDesk.ts';
export type { VoiceDesk, VoiceTurn } from './voiceDesk.ts';
export { voiceNote } from './voiceNote.ts';
export type { VoiceWorld } from './voiceWorld.ts';
