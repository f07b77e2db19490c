/**
 * `npm run new-rule <id>`: makes the three touches of a new rule. Its test fails until the rule reports its `bad` example.
 *
 *     server/src/engine/rules/<id>.ts     the rule, from a template
 *     server/src/engine/rules/index.ts    one line
 *     test/rules/<id>/direct.py           a first fixture
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const RULES = 'server/src/engine/rules';
const program = new Command('npm run new-rule --')
  .argument('<id>', 'names the fault, in kebab-case: unsendable-task')
  .option('--category <category>', 'blocking, executor or comments', 'blocking')
  .parse();
const [id = ''] = program.args;
const { category } = program.opts<{ category: string }>();
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
  program.error(`error: \`${id}\` is not a rule's id; write it as in unsendable-task`);
if (existsSync(`${RULES}/${id}.ts`)) program.error(`error: ${RULES}/${id}.ts exists already`);

const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
writeFileSync(`${RULES}/${id}.ts`, ruleText());
writeFileSync(`${RULES}/index.ts`, withRule(readFileSync(`${RULES}/index.ts`, 'utf8')));
mkdirSync(`test/rules/${id}`, { recursive: true });
writeFileSync(`test/rules/${id}/direct.py`, fixtureText());
console.log(`made ${RULES}/${id}.ts and test/rules/${id}/direct.py, and added a line to ${RULES}/index.ts
next: write the rule and its fixtures until \`npm test -- test/rules\` passes, then \`npm run generate\``);

/** The import among the others, which are sorted by path; the rule at the end of the list. */
function withRule(index: string): string {
  const lines = index.split('\n');
  const imports = lines.map((line) => /^import .*'(.*)';$/.exec(line)?.[1] ?? '');
  const later = imports.findIndex((path) => path > `./${id}.ts`);
  const at = later < 0 ? imports.lastIndexOf('./rule.ts') + 1 : later;
  const end = lines.lastIndexOf('];');
  if (at <= 0 || end < 0) throw new Error(`${RULES}/index.ts is not as expected: add the rule there by hand`);
  return [
    ...lines.slice(0, at),
    `import { ${name} } from './${id}.ts';`,
    ...lines.slice(at, end),
    `  ${name},`,
    ...lines.slice(end),
  ].join('\n');
}

function ruleText(): string {
  return `/** What the rule reports. */
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const ${name}: Rule = {
  id: '${id}',
  category: '${category}',
  level: 'warning',
  isRecommended: false,
  alsoKnownAs: [],
  summary: 'One line: what it reports.',
  explanation: \`Why it matters, and what to do.\`,
  bad: \`async def main():
    ...
\`,
  good: \`async def main():
    ...
\`,
  check,
};

function check(report: Report): void {
  for (const module of report.modules) {
    // Ask report.program about the functions of the module, and report.add what is wrong.
    void module;
  }
}
`;
}

function fixtureText(): string {
  return `# What ${id} reports, with a near miss beside each hit.


async def hit():
    ...  # finding: [${id}]


async def near_miss():
    ...  # ok: why not
`;
}
