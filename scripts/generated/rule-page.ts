/** docs/rules/<id>.md: all that a rule says of itself, and how to turn it on, off or down. */
import { FIX_KINDS } from '../../server/src/engine/fixes/index.ts';
import type { Rule } from '../../server/src/engine/rules/rule.ts';
import { python } from './markdown.ts';

export function rulePage(rule: Rule): string {
  return [
    `<!-- Made from server/src/engine/rules/${rule.id}.ts by \`npm run generate\`. -->`,
    `# ${rule.id}`,
    rule.summary,
    factsOf(rule),
    rule.explanation.trim(),
    `## Reported\n\n${python(rule.bad)}`,
    `## Right\n\n${python(rule.good)}`,
    ...fixesOf(rule),
    `## Configure\n\n${configurationOf(rule)}`,
    `## Suppress\n\n${suppressionOf(rule)}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function factsOf(rule: Rule): string {
  const aliases = rule.alsoKnownAs.length === 0 ? '' : ` Also known as ${rule.alsoKnownAs.join(', ')}.`;
  return `Category \`${rule.category}\`. Level: ${rule.level}. ${rule.isRecommended ? 'On' : 'Off'} by default.${aliases}`;
}

function fixesOf({ id }: Rule): readonly string[] {
  const pages = FIX_KINDS.filter(({ rules }) => rules.includes(id));
  if (pages.length === 0) return [];
  return [`## Fixes\n\n${pages.map((page) => `- [${page.title}](../fixes/${page.id}.md)`).join('\n')}`];
}

function configurationOf(rule: Rule): string {
  const toggle = rule.isRecommended ? `ignore = ["${rule.id}"]` : `extend-select = ["${rule.id}"]`;
  const level = rule.level === 'warning' ? 'information' : 'warning';
  const toml = ['[tool.offloop]', toggle, '', '[tool.offloop.levels]', `${rule.id} = "${level}"`];
  const says = rule.isRecommended ? 'Turn it off, or change its level' : 'Turn it on, or change its level';
  return `${says}, in \`pyproject.toml\`:\n\n\`\`\`toml\n${toml.join('\n')}\n\`\`\``;
}

function suppressionOf({ id, alsoKnownAs }: Rule): string {
  const own = `Put \`# offloop: ignore[${id}] reason\` at the end of the line that is reported.`;
  const [foreign] = alsoKnownAs;
  return foreign === undefined ? own : `${own} \`# noqa: ${foreign}\` does the same.`;
}
