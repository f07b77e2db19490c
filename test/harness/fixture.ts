/**
 * Rule fixtures: real Python that says in comments what Offloop must find in it. Every rule runs on every fixture, and what is
 * found but not expected fails as much as what is expected but not found.
 *
 *     time.sleep(1)  # finding: [blocking-sleep]
 *     load()  # finding: [blocking-file-io] via read_config > open
 *     cached()  # finding: [blocking-file-io] information
 *     x = requests.get(u)  # finding: [blocking-http-call]
 *     #   ^^^^^^^^^^^^              the range, where it matters: on the next line
 *     time.sleep(0)  # ok: why not
 *     helper()  # todo-finding: [blocking-sleep] what is still missed, and why
 *     helper()  # todo-ok: [blocking-sleep] what is still wrong, and why
 *
 * `via a > b` is the end of the chain, by the names that its links call. A fixture is a file, or a folder that is one project.
 * `# target: 3.12` and `# free-threaded` at the top of any of its files change the settings.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Finding } from '../../server/src/engine/findings/finding.ts';
import type { EngineSettings } from '../../server/src/engine/settings.ts';
import { analyzerOf } from './engine.ts';

/** File names below the fixture to texts. */
export type Project = Readonly<Record<string, string>>;

interface Expectation {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly level: string | null;
  readonly via: readonly string[];
  readonly range: { readonly start: number; readonly end: number } | null;
  /** Today's answer is known to be wrong: `missed` although it should be found, `unwanted` although it should not. */
  readonly todo: 'missed' | 'unwanted' | null;
}

/** The fixtures in `folder`: one a Python file, one a folder of them. */
export function fixturesIn(folder: string): { readonly name: string; readonly project: Project }[] {
  return readdirSync(folder)
    .filter((name) => !name.includes('fixed.') && !name.startsWith('__pycache__'))
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      if (statSync(path).isDirectory()) return [{ name, project: readProject(path) }];
      return name.endsWith('.py') ? [{ name, project: { [name]: readFileSync(path, 'utf8') } }] : [];
    });
}

function readProject(folder: string): Project {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.py'));
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}

/** What differs between what `project` says of itself and what Offloop finds: empty when all is well. */
export async function differences(project: Project): Promise<string[]> {
  const analyzer = await analyzerOf(project, settingsIn(project));
  const { findings, failures } = analyzer.check(Object.keys(project).map((name) => `/project/${name}`));
  const expected = Object.entries(project).flatMap(([file, text]) => expectationsIn(file, text));
  const found = new Set<Finding>();
  const missed: string[] = [];
  for (const expectation of expected) {
    const match = findings.find((finding) => !found.has(finding) && isAt(finding, expectation));
    if (match !== undefined) found.add(match);
    const complaint = judge(expectation, match);
    if (complaint !== null) missed.push(complaint);
  }
  const unexpected = findings
    .filter((finding) => !found.has(finding))
    .map((finding) => `unexpected: ${describe(finding)}`);
  return [...missed, ...unexpected, ...failures.map(({ rule, message }) => `failed: ${rule}: ${message}`)];
}

function settingsIn(project: Project): Partial<EngineSettings> {
  const text = Object.values(project).join('\n');
  const target = /^# target: 3\.(\d+)$/m.exec(text)?.[1];
  return {
    ...(target === undefined ? {} : { target: { minor: Number(target) } }),
    isFreeThreaded: /^# free-threaded$/m.test(text),
  };
}

const MARK =
  /#\s*(finding|todo-finding|todo-ok):\s*\[([\w-]+)\](?:\s+(error|warning|information|hint)\b)?(?:\s*via\s+([^#]*))?/g;

function expectationsIn(file: string, text: string): Expectation[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((content, line) =>
    [...content.matchAll(MARK)].map(([, kind, rule = '', level, via]): Expectation => {
      const carets = /^\s*#[\s]*(\^+)/.exec(lines[line + 1] ?? '');
      const start = carets === null ? -1 : (lines[line + 1] ?? '').indexOf('^');
      return {
        file,
        line,
        rule,
        level: level ?? null,
        via: via === undefined || kind !== 'finding' ? [] : via.trim().split(/\s*>\s*/),
        range: carets === null ? null : { start, end: start + (carets[1] ?? '').length },
        todo: kind === 'todo-finding' ? 'missed' : kind === 'todo-ok' ? 'unwanted' : null,
      };
    }),
  );
}

function isAt(finding: Finding, { file, line, rule }: Expectation): boolean {
  return finding.path === `/project/${file}` && finding.range.start.line === line && finding.rule === rule;
}

function judge(expectation: Expectation, match: Finding | undefined): string | null {
  const place = `${expectation.file}:${expectation.line + 1} [${expectation.rule}]`;
  if (expectation.todo === 'missed')
    return match === undefined ? null : `repaired: ${place} is found now: make it # finding`;
  if (expectation.todo === 'unwanted')
    return match !== undefined ? null : `repaired: ${place} is silent now: make it # ok`;
  if (match === undefined) return `missed: ${place}`;
  if (expectation.level !== null && match.level !== expectation.level) return `level: ${place} is ${match.level}`;
  const names = match.evidence.flatMap(({ text }) => /`([^`]+?)(?:\(\))?`/.exec(text)?.[1] ?? []);
  const tail = names.slice(names.length - expectation.via.length);
  if (expectation.via.length > 0 && tail.join(' > ') !== expectation.via.join(' > ')) {
    return `chain: ${place} goes via ${names.join(' > ')}`;
  }
  const { start, end } = match.range;
  const isRight =
    expectation.range === null || (start.column === expectation.range.start && end.column === expectation.range.end);
  return isRight ? null : `range: ${place} is at columns ${start.column}..${end.column}`;
}

function describe({ path, range, rule, message }: Finding): string {
  return `${path.slice('/project/'.length)}:${range.start.line + 1} [${rule}] ${message}`;
}
