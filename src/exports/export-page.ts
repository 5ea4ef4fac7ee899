import { createHash } from 'node:crypto';
import { inLanguage, Language } from '../shared/language.js';
import type { ExportRelease } from './export-release.js';
import { EXPORTS, filesOf } from './export-index.js';
import { noticeOf } from './notice.js';

/** What can be had, for programs: every file with its address, and what may stand behind the question mark. */
export function exportIndex(release: ExportRelease, language: Language) {
  return {
    ...noticeOf(release.dataset, language),
    exports: EXPORTS.map((format) => ({
      format: format.name,
      title: inLanguage(format.title, { language }),
      use: inLanguage(format.use, { language }),
      address: `/export/${format.address}`,
      contentType: format.contentType,
      parameters: format.filters,
      files: filesOf(format, release).map(({ address }) => `/export/${address}`),
    })),
  };
}

const WORDS = {
  EN: {
    title: 'Kobling: exports',
    intro:
      'The knowledge of this release in the formats of other tools. The same release gives the same bytes.',
    parameters: 'Parameters',
    other: ['Dansk', 'da'],
  },
  DA: {
    title: 'Kobling: eksporter',
    intro: 'Viden fra denne udgivelse i andre værktøjers formater. Samme udgivelse giver de samme byte.',
    parameters: 'Parametre',
    other: ['English', 'en'],
  },
} as const;

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 0; }
p { margin: 0.25rem 0; }
ul { margin: 0.25rem 0; padding-left: 1.25rem; }
code { overflow-wrap: anywhere; }
`;

/** No script, and no style but the one above. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256')
  .update(STYLE)
  .digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The same for people. */
export function exportPage(release: ExportRelease, language: Language): string {
  const words = WORDS[language];
  const { exports, attribution, licence, licenceUrl, disclaimer } = exportIndex(release, language);
  const [otherName, other] = words.other;
  const suffix = language === Language.DA ? '?language=da' : '';
  return `<!doctype html>
<html lang="${language.toLowerCase()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.intro} <a href="/export?language=${other}" hreflang="${other}" lang="${other}">${otherName}</a></p>
${exports
  .map(
    ({ title, use, parameters, files }) => `<h2>${escapeHtml(title)}</h2>
<p>${escapeHtml(use)}</p>
<p>${words.parameters}: ${parameters.map((name) => `<code>${name}</code>`).join(', ')}</p>
<ul>
${files.map((file) => `<li><a href="${file}${suffix}"><code>${escapeHtml(file)}</code></a></li>`).join('\n')}
</ul>`,
  )
  .join('\n')}
<p>${escapeHtml(attribution)}. <a href="${licenceUrl}">${escapeHtml(licence)}</a>. ${escapeHtml(disclaimer)}</p>
</main>
</body>
</html>
`;
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
