/** Every generated file of the repository, by path from its root, with the text it should have; and what is wrong on disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { RULES } from '../../server/src/engine/rules/index.ts';
import { rulePage } from './rule-page.ts';
import { ruleTables } from './rule-table.ts';
import { settingsPage, settingsSchema } from './settings.ts';

const PAGES = 'docs/rules';
const BEGIN = '<!-- rules: begin (made by `npm run generate`) -->';
const END = '<!-- rules: end -->';

/** `root` is the repository. Only of the README a part is generated: what stands around it is read from disk. */
export function generatedFiles(root: string): ReadonlyMap<string, string> {
  return new Map([
    ...RULES.map((rule) => [`${PAGES}/${rule.id}.md`, rulePage(rule)] as const),
    [`${PAGES}/README.md`, indexPage()],
    ['README.md', withRules(readFileSync(`${root}/README.md`, 'utf8'))],
    ['docs/configuration.md', settingsPage()],
    ['schemas/offloop.schema.json', settingsSchema()],
  ]);
}

/** Generated files that are not what they should be, or should not be at all. */
export function staleFiles(root: string): readonly string[] {
  const stale = [...generatedFiles(root)].filter(([path, text]) => textAt(`${root}/${path}`) !== text);
  return [...stale.map(([path]) => path), ...orphanPages(root)];
}

/** Pages of rules that are gone. */
function orphanPages(root: string): readonly string[] {
  const pages = existsSync(`${root}/${PAGES}`) ? readdirSync(`${root}/${PAGES}`) : [];
  const known = ['README.md', ...RULES.map(({ id }) => `${id}.md`)];
  return pages.filter((page) => !known.includes(page)).map((page) => `${PAGES}/${page}`);
}

function indexPage(): string {
  return `<!-- Made from server/src/engine/rules/ by \`npm run generate\`. -->

# Rules

\`select = ["recommended"]\` is the rules that are on by default, \`["all"]\` is every rule, and a category's name is its rules. A level
is the highest that a rule gives: bounded work on a local disk is at most a warning, and what takes microseconds there an
information. [Configuration](../configuration.md) tells how to turn rules on, off, up and down.

${ruleTables(RULES, '', '##')}
`;
}

function withRules(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md has no lines "${BEGIN}" and "${END}"`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${ruleTables(RULES, 'docs/rules/', '###')}\n\n${readme.slice(end)}`;
}

function textAt(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : null;
}
