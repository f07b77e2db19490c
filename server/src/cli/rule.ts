/** `offloop rule`: what a rule reports, why, and what to do instead. */
import { RULES } from '../engine/rules/index.ts';
import type { Rule } from '../engine/rules/rule.ts';
import { didYouMean } from '../workspace/suggestion.ts';
import type { ExitCode, Streams } from './streams.ts';

export function runRule(id: string | undefined, isAll: boolean, { stdout, stderr }: Streams): ExitCode {
  if (isAll) {
    stdout.write(RULES.map(pageOf).join('\n'));
    return 0;
  }
  const rule = RULES.find((each) => each.id === id);
  if (rule !== undefined) {
    stdout.write(pageOf(rule));
    return 0;
  }
  const remedy =
    didYouMean(
      id ?? '',
      RULES.map((each) => each.id),
    ) ?? '`offloop rule --all` lists the rules';
  stderr.write(`error: ${id === undefined ? 'name a rule' : `unknown rule \`${id}\``}; ${remedy}\n`);
  return 2;
}

/** Markdown, which reads well as it is. */
function pageOf(rule: Rule): string {
  const facts = [
    `Category \`${rule.category}\`, level ${rule.level}, ${rule.isRecommended ? 'on by default' : 'off by default'}.`,
    ...(rule.alsoKnownAs.length === 0 ? [] : [`Also known as ${rule.alsoKnownAs.join(', ')}.`]),
  ];
  return [
    `# ${rule.id}`,
    rule.summary,
    facts.join(' '),
    rule.explanation,
    `## Reported\n\n\`\`\`python\n${rule.bad.trimEnd()}\n\`\`\``,
    `## Right\n\n\`\`\`python\n${rule.good.trimEnd()}\n\`\`\`\n`,
  ].join('\n\n');
}
