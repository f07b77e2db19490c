/** The rules as a Markdown table: in docs/rules/README.md and in the README. */
import type { Category } from '../../server/src/engine/findings/finding.ts';
import type { Rule } from '../../server/src/engine/rules/rule.ts';

/** What each category is about, as a heading says it. */
const CATEGORIES: Readonly<Record<Category, string>> = {
  blocking: 'what keeps the event loop waiting',
  executor: 'the right pool, used rightly',
  threads: 'what threads share and what they may',
  comments: 'what Offloop is told in the code',
};

/** One table a category. `folder` is where the pages are, as links name it. */
export function ruleTables(rules: readonly Rule[], folder: string, heading: string): string {
  const categories = [...new Set(rules.map((rule) => rule.category))];
  const sections = categories.map((category) => {
    const title = `${heading} \`${category}\`: ${CATEGORIES[category]}`;
    const rows = rules.filter((rule) => rule.category === category).map((rule) => rowOf(rule, folder));
    return [title, '', '| Rule | What it reports | Level | By default |', '|---|---|---|---|', ...rows].join('\n');
  });
  return sections.join('\n\n');
}

function rowOf(rule: Rule, folder: string): string {
  const cells = [`[${rule.id}](${folder}${rule.id}.md)`, rule.summary, rule.level, rule.isRecommended ? 'on' : 'off'];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
