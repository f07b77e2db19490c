/** docs/fixes/<id>.md: what a kind of fix makes of code, and when it is withheld. */
import type { FixKind } from '../../server/src/engine/fixes/kind.ts';
import { python } from './markdown.ts';

export function fixPage(page: FixKind): string {
  return [
    '<!-- Made from the kinds in server/src/engine/fixes/ by `npm run generate`. -->',
    `# ${page.title}`,
    `${safetyOf(page)} For ${page.rules.map((rule) => `[${rule}](../rules/${rule}.md)`).join(', ')}.`,
    page.explanation.trim(),
    `## Before\n\n${python(page.before)}`,
    `## After\n\n${python(page.after)}`,
    `## Withheld\n\nThere is no such fix for\n\n${page.withheld.map((item) => `- ${item}`).join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function safetyOf({ safety }: FixKind): string {
  if (safety === 'safe or unsafe') return 'Safe or unsafe, as told below.';
  return safety === 'safe' ? 'Safe: `--fix` makes it.' : 'Unsafe: `--unsafe-fixes` makes it.';
}

export function fixIndex(pages: readonly FixKind[]): string {
  const rows = pages.map(({ id, title, safety }) => `| [${title}](${id}.md) | ${safety} |`);
  return `<!-- Made from the kinds in server/src/engine/fixes/ by \`npm run generate\`. -->

# Fixes

A *safe* fix leaves a program's behaviour as it was but for the stall: \`offloop check --fix\` makes it, and so does the editor's fix-all.
An *unsafe* one needs a second look: \`--unsafe-fixes\` makes those too. Where a fix can't promise what it should it is withheld,
and the finding says why.

| Fix | Safety |
|---|---|
${rows.join('\n')}
`;
}
