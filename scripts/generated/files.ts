/** Every generated file of the repository, by path from its root, with the text it should have; and what is wrong on disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { FIX_KINDS } from '../../server/src/engine/fixes/index.ts';
import { RULES } from '../../server/src/engine/rules/index.ts';
import { exampleOutput } from './example-output.ts';
import { fixIndex, fixPage } from './fix-page.ts';
import { rulePage } from './rule-page.ts';
import { ruleTables } from './rule-table.ts';
import { settingsPage, settingsSchema } from './settings.ts';

const PAGES = 'docs/rules';
const FIXES = 'docs/fixes';

/** `root` is the repository. Only of the README a part is generated: what stands around it is read from disk. */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ...RULES.map((rule) => [`${PAGES}/${rule.id}.md`, rulePage(rule)] as const),
    [`${PAGES}/README.md`, indexPage()],
    ...FIX_KINDS.map((page) => [`${FIXES}/${page.id}.md`, fixPage(page)] as const),
    [`${FIXES}/README.md`, fixIndex(FIX_KINDS)],
    ['README.md', await readme(root)],
    ['docs/configuration.md', settingsPage()],
    ['schemas/offloop.schema.json', settingsSchema()],
  ]);
}

/** Generated files that are not what they should be, or should not be at all. */
export async function staleFiles(root: string): Promise<readonly string[]> {
  const stale = [...(await generatedFiles(root))].filter(([path, text]) => textAt(`${root}/${path}`) !== text);
  return [...stale.map(([path]) => path), ...orphanPages(root)];
}

/** Pages of rules and fixes that are gone. */
function orphanPages(root: string): readonly string[] {
  return [
    ...orphansIn(
      root,
      PAGES,
      RULES.map(({ id }) => id),
    ),
    ...orphansIn(
      root,
      FIXES,
      FIX_KINDS.map(({ id }) => id),
    ),
  ];
}

function orphansIn(root: string, folder: string, ids: readonly string[]): readonly string[] {
  const pages = existsSync(`${root}/${folder}`) ? readdirSync(`${root}/${folder}`) : [];
  const known = ['README.md', ...ids.map((id) => `${id}.md`)];
  return pages.filter((page) => !known.includes(page)).map((page) => `${folder}/${page}`);
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

async function readme(root: string): Promise<string> {
  const text = textAt(`${root}/README.md`) ?? '';
  const output = await exampleOutput(root);
  return withSection(withSection(text, 'example', output), 'rules', ruleTables(RULES, 'docs/rules/', '###'));
}

/** `text` with `content` between its two comments that bear `name`. */
function withSection(text: string, name: string, content: string): string {
  const begin = `<!-- ${name}: made by \`npm run generate\` -->`;
  const end = `<!-- ${name}: end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no lines "${begin}" and "${end}"`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function textAt(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : null;
}
