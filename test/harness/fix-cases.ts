/**
 * Fixes tested as data: a text, the finding in it, and either the text that one fix makes of it or the reason why there is none.
 * Whatever a case is about, the fixed text must compile, keep its comments, and have lost its finding without gaining one.
 */
import { expect, it } from 'vitest';
import type { Safety } from '../../server/src/engine/findings/finding.ts';
import type { EngineSettings } from '../../server/src/engine/settings.ts';
import { faultsOf, fixedFiles, type Repaired, repairsIn } from './repairs.ts';

export interface FixCase {
  readonly name: string;
  readonly before: string;
  /** The title of the fix, or its start. Without it, the first fix. */
  readonly fix?: string;
  readonly after?: string;
  readonly safety?: Safety;
  /** Part of the reason why no fix, or not the one called `fix`, is offered. */
  readonly withheld?: string;
  /** The finding stands on the line with this text; without it, the first. */
  readonly at?: string;
  /** The name of the file, where it is not `main.py`. */
  readonly file?: string;
  readonly others?: Readonly<Record<string, string>>;
  /** Those of them that the fix changes, as they are then. */
  readonly othersAfter?: Readonly<Record<string, string>>;
  /** Python 3.`target`. */
  readonly target?: number;
  /** Settings of the project, besides. */
  readonly settings?: Partial<EngineSettings>;
}

export function testFixes(cases: readonly FixCase[]): void {
  for (const each of cases) it(each.name, () => checkCase(each));
}

async function checkCase(fixCase: FixCase): Promise<void> {
  const { before, file = 'main.py', others = {}, target } = fixCase;
  const settings = { ...fixCase.settings, ...(target === undefined ? {} : { target: { minor: target } }) };
  const files = { ...others, [file]: before };
  const { finding, repair } = pick((await repairsIn(files, settings)).repairs, fixCase);
  if (fixCase.withheld !== undefined && fixCase.fix === undefined) {
    expect({ fixes: repair.fixes.map(({ title }) => title), withheld: repair.withheld }).toEqual({
      fixes: [],
      withheld: expect.stringContaining(fixCase.withheld),
    });
    return;
  }
  const titles = repair.fixes.map(({ title }) => title);
  const fix = repair.fixes.find(({ title }) => title.startsWith(fixCase.fix ?? ''));
  if (fixCase.withheld !== undefined) {
    expect(titles).not.toContain(fix?.title);
    return;
  }
  expect(repair.withheld).toBe(null);
  if (fix === undefined) throw new Error(`no fix called ${fixCase.fix}; there are: ${titles.join(', ')}`);
  const all = fixedFiles(files, fix);
  const after = all[file] ?? '';
  if (fixCase.after !== undefined) expect(after).toBe(fixCase.after);
  if (fixCase.safety !== undefined) expect(fix.safety).toBe(fixCase.safety);
  for (const [name, text] of Object.entries(fixCase.othersAfter ?? {})) expect(all[name]).toBe(text);
  const changed = fix.edits.every(({ path }) => path === finding.path) ? files : all;
  expect(await faultsOf(files, file, after, [finding], settings, changed)).toEqual([]);
}

function pick(repairs: readonly Repaired[], { before, file = 'main.py', at }: FixCase): Repaired {
  const here = repairs.filter(({ finding }) => finding.path === `/project/${file}`);
  const lines = before.split(/\r\n|\r|\n/);
  const found = here.find(({ finding }) => at === undefined || lines[finding.range.start.line]?.includes(at));
  if (found === undefined) throw new Error('there is no finding in the text');
  return found;
}

/** Python in a template: the first line break and the common indentation are left out. */
export function py(strings: TemplateStringsArray): string {
  const lines = strings.raw.join('').replace(/^\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}
