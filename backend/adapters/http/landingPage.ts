import type { SystemFacts } from './httpDeps.ts';

/** The way to the screens when the built landing page is not there: plain HTML, no script. */
export function landingPage(facts: SystemFacts): string {
  const trial = facts.isTrial
    ? '<p><strong>これは試用です。</strong> 人も予約もすべて作りものです。 This is a trial: all people are invented.</p>'
    : '';
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ainori ${escapeHtml(facts.regionName.ja)}</title>
<h1>Ainori ${escapeHtml(facts.regionName.ja)}</h1>
${trial}
<ul>
<li><a href="/desk/">電話受付と配車（desk）</a></li>
<li><a href="/driver/">運転手（driver）</a></li>
<li><a href="/rider/">お客様（rider）</a></li>
</ul>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
