/**
 * Pairs of programs: one that stalls its event loop, and what fixes make of it.
 *
 * The first is `fixes/<area>/<name>.py`; to add one, put it there. Its docstring says what must stay the same, and its
 * `async def main()` prints what it computed: always the same, so no times, no addresses and no temporary paths. What only a first use
 * costs (certificates) goes into an `async def prepare()`, which runs before and is not measured. Comments say what to do with it:
 *
 *     # fix: Run `requests.get` in     the start of a fix's title. It is made wherever it is offered until none is left, and at
 *                                      least once; of several lines, one after the other
 *     # fix all: unsafe                instead: what `offloop check --fix` does, with unsafe fixes or with `safe` ones alone
 *     # stall: none, because …          the stall cannot be made longer than 200 ms; else it must be
 *     # loop: trio                     `main` runs under trio
 *
 * Its working directory is an empty folder of its own. It may wait for HTTP_SERVER, the address of a server with the pages that
 * `http_server.py` lists, for a file (`slow_file.py`), or for `[sys.executable, "-c", "import time; time.sleep(0.3)"]`. Each answers
 * after 0.3 s. `requirements.txt` has the packages that can be imported.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding, Safety } from '../../server/src/engine/findings/finding.ts';
import type { EngineSettings } from '../../server/src/engine/settings.ts';
import { fixAll } from '../../server/src/workspace/fix-all.ts';
import { Project } from '../../server/src/workspace/project.ts';
import { NO_OVERRIDES } from '../../server/src/workspace/project-setup.ts';
import { assets } from '../harness/engine.ts';
import { faultsOf, fixed, repairsIn } from '../harness/repairs.ts';
import type { Loop } from './python.ts';

/** What a program's comments ask for. */
export interface Wish {
  /** The starts of titles. */
  readonly fixes: readonly string[];
  readonly fixAll: Safety | null;
  readonly isStallMeasured: boolean;
  readonly loop: Loop;
}

interface FixedText {
  readonly text: string;
  /** The titles of the fixes that were made, and what each of them spoilt. */
  readonly made: readonly string[];
  readonly faults: readonly string[];
}

const FOLDER = join(import.meta.dirname, 'fixes');

/** More fixes of one title than this mean that it does not take its finding away. */
const MOST_FIXES = 20;

/** The names of all programs: `threads/requests_get.py`. */
export function programs(): readonly string[] {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.py')).sort();
}

export function textOfProgram(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

export function wishIn(text: string): Wish {
  const said = (key: string) => [...text.matchAll(new RegExp(`^# ${key}: (.*\\S)`, 'gm'))].map((match) => match[1]!);
  const fixes = said('fix');
  const [all = null, stall = null, loop = 'asyncio'] = [said('fix all')[0], said('stall')[0], said('loop')[0]];
  if ((fixes.length === 0) === (all === null))
    throw new Error('it needs lines `# fix: TITLE`, or one `# fix all: SAFETY`');
  if (all !== null && all !== 'safe' && all !== 'unsafe')
    throw new Error(`\`# fix all:\` is safe or unsafe, not ${all}`);
  if (stall !== null && !/^none\b/.test(stall)) throw new Error(`\`# stall:\` can only be none, not ${stall}`);
  if (loop !== 'asyncio' && loop !== 'trio') throw new Error(`\`# loop:\` is asyncio or trio, not ${loop}`);
  return { fixes, fixAll: all, isStallMeasured: stall === null, loop };
}

/** `before`, the text of the program called `name`, after its fixes. `scratch` is a folder for the work. */
export async function fixedText(name: string, before: string, minor: number, scratch: string): Promise<FixedText> {
  const wish = wishIn(before);
  const file = basename(name);
  const settings = { target: { minor } };
  if (wish.fixAll !== null) return withAllFixes(file, before, wish.fixAll, settings, join(scratch, name));
  const made: string[] = [];
  const faults: string[] = [];
  let text = before;
  for (const title of wish.fixes) {
    let count = 0;
    for (let next = await nextFix(file, text, title, settings); next !== null; count++) {
      if (count === MOST_FIXES) throw new Error(`\`${title}\` is still offered after ${count} times, in\n${text}`);
      const after = fixed(text, next.fix);
      const wrong = await faultsOf({ [file]: text }, file, after, [next.finding], settings);
      made.push(`line ${next.finding.range.start.line + 1}: ${next.fix.title}`);
      faults.push(...wrong.map((fault) => `${made.at(-1)}: ${fault}`));
      text = after;
      next = await nextFix(file, text, title, settings);
    }
    if (count === 0) throw new Error(await whatIsOffered(file, text, title, settings));
  }
  return { text, made, faults };
}

type Settings = Partial<EngineSettings>;

/** The first offer of a fix called `title`, and its finding. */
async function nextFix(file: string, text: string, title: string, settings: Settings) {
  for (const { finding, repair } of (await repairsIn({ [file]: text }, settings)).repairs) {
    const fix = repair.fixes.find((each) => each.title.startsWith(title));
    if (fix !== undefined) return { finding, fix };
  }
  return null;
}

async function whatIsOffered(file: string, text: string, title: string, settings: Settings): Promise<string> {
  const offers = (await repairsIn({ [file]: text }, settings)).repairs.map(({ finding, repair }) => {
    const titles = repair.withheld ?? repair.fixes.map((fix) => fix.title).join('; ');
    return `\n  line ${finding.range.start.line + 1} [${finding.rule}]: ${titles}`;
  });
  return `no fix called \`${title}\` is offered, but${offers.length === 0 ? ' nothing is found' : offers.join('')}`;
}

/** What the command makes of the project whose only file is the program. It must leave nothing to find. */
async function withAllFixes(
  file: string,
  before: string,
  allowed: Safety,
  settings: Settings,
  folder: string,
): Promise<FixedText> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), before);
  const project = Project.open(folder, NO_OVERRIDES, await assets(), false);
  const path = `${project.setup.root}/${file}`;
  await project.index([path]);
  const { findings } = project.check([path]);
  const { changes, failures } = await fixAll(project, [path], allowed);
  const change = changes.get(path);
  if (change === undefined) throw new Error('nothing was fixed');
  const faults = await faultsOf(
    { [file]: before },
    file,
    change.text,
    await findingsIn(file, before, settings),
    settings,
  );
  faults.push(...failures.map(({ message }) => message));
  return { text: change.text, made: findings.map(({ message }) => message), faults };
}

async function findingsIn(file: string, text: string, settings: Settings): Promise<readonly Finding[]> {
  return (await repairsIn({ [file]: text }, settings)).repairs.map(({ finding }) => finding);
}

/** Writes `text` to a new folder of its own below `scratch`, as `program.py`; the path of the file. */
export function written(scratch: string, name: string, text: string): string {
  const path = join(scratch, dirname(name), basename(name, '.py'), 'program.py');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
