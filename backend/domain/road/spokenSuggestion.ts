import type { SpokenText } from '../units/spokenText.ts';
import type { RoadClass } from './roadClass.ts';
import type { LearningHours, LearningSeason, RoadSuggestion } from './roadSuggestion.ts';

const CLASSES: Readonly<Record<RoadClass, SpokenText>> = {
  motorway: { ja: '高速道路', en: 'motorways' },
  trunk: { ja: '国道', en: 'national roads' },
  primary: { ja: '主要地方道', en: 'main prefectural roads' },
  secondary: { ja: '県道', en: 'prefectural roads' },
  tertiary: { ja: '市町村の主な道', en: 'main local roads' },
  minor: { ja: '細い道', en: 'small roads' },
  service: { ja: '敷地の道', en: 'service roads' },
};

const SEASONS: Readonly<Record<LearningSeason, SpokenText>> = {
  winter: { ja: '12月から3月', en: 'December to March' },
  spring: { ja: '4月から6月', en: 'April to June' },
  summer: { ja: '7月から9月', en: 'July to September' },
  autumn: { ja: '10月と11月', en: 'October and November' },
};

const HOURS: Readonly<Record<LearningHours, SpokenText>> = {
  early: { ja: '朝7時まで', en: 'before 7' },
  morning: { ja: '朝7時から9時', en: 'from 7 to 9' },
  day: { ja: '昼9時から16時', en: 'from 9 to 16' },
  evening: { ja: '夕方16時から19時', en: 'from 16 to 19' },
  night: { ja: '夜19時から', en: 'after 19' },
};

/** What the legs say and what accepting would do, in one sentence. */
export function spokenSuggestion(suggestion: RoadSuggestion): SpokenText {
  const { roadClass, season, hours, factor, legs } = suggestion;
  const more = Math.round(100 * (1 / factor - 1));
  const name = CLASSES[roadClass];
  const [ja, en] =
    more >= 0 ? [`${more}％長く`, `${more} % longer`] : [`${-more}％短く`, `${-more} % shorter`];
  return {
    ja: `${name.ja}は、${SEASONS[season].ja}の${HOURS[hours].ja}、道路データより${ja}かかっています（走行${legs}回）。`,
    en: `On ${name.en}, ${SEASONS[season].en}, ${HOURS[hours].en}, driving takes ${en} than the road data say (${legs} drives).`,
  };
}
