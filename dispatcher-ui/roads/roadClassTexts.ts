import type { RoadClassName } from '../../backend/contract/index.ts';

/** Kinds of roads, heaviest first, in the words of the region. */
export const roadClassTexts = {
  motorway: { ja: '高速道路', en: 'Motorways' },
  trunk: { ja: '国道', en: 'National roads' },
  primary: { ja: '主要地方道', en: 'Main prefectural roads' },
  secondary: { ja: '県道', en: 'Prefectural roads' },
  tertiary: { ja: '市町村の主な道', en: 'Main local roads' },
  minor: { ja: '細い道', en: 'Small roads' },
  service: { ja: '敷地の道', en: 'Service roads' },
} satisfies Record<RoadClassName, { ja: string; en: string }>;

export const ROAD_CLASSES = Object.keys(roadClassTexts) as RoadClassName[];
