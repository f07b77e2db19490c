/** Each stage of the engine by itself, in this process: every file of a corpus, and one keystroke in a large file. */
import { Analyzer } from '../../server/src/engine/analyzer.ts';
import { RULES } from '../../server/src/engine/rules/index.ts';
import { DEFAULT_TARGET, type EngineSettings } from '../../server/src/engine/settings.ts';
import { summarise } from '../../server/src/engine/summary/summarise.ts';
import { lineStartsOf, positionAt } from '../../server/src/engine/syntax/lines.ts';
import type { TextChange } from '../../server/src/engine/syntax/parser.ts';
import type { Assets } from '../../server/src/workspace/assets.ts';
import { moduleRootsOf } from '../../server/src/workspace/module-roots.ts';
import type { Corpus, CorpusProject } from './corpus.ts';

/** Milliseconds. */
export interface Time {
  readonly wall: number;
  readonly userCpu: number;
}

export type Stage = 'parse' | 'summarise' | 'link' | 'check';

class Stopwatch {
  wall = 0;
  userCpu = 0;

  time<Result>(work: () => Result): Result {
    const cpu = process.cpuUsage();
    const start = performance.now();
    const result = work();
    this.wall += performance.now() - start;
    this.userCpu += process.cpuUsage(cpu).user / 1000;
    return result;
  }
}

/** What each stage costs on all files of `corpus`: nothing is left out for lack of a root, nothing comes from a cache. */
export function timeStages(corpus: Corpus, assets: Assets): Record<Stage, Time> {
  const watches = {
    parse: new Stopwatch(),
    summarise: new Stopwatch(),
    link: new Stopwatch(),
    check: new Stopwatch(),
  };
  for (const project of corpus.projects) timeProject(project, assets, watches);
  return watches;
}

function timeProject({ folder, files }: CorpusProject, assets: Assets, watches: Record<Stage, Stopwatch>): void {
  const paths = files.map(({ path }) => path);
  const analyzer = analyzerFor(folder, paths, assets);
  for (const { path, text } of files) {
    const table = watches.parse.time(() => assets.parser.parseOnce(text));
    const summary = watches.summarise.time(() => summarise(table));
    analyzer.setSummary(path, summary);
  }
  watches.link.time(() => {
    const { program } = analyzer;
    return program.loopRootsIn([...program.modules]);
  });
  watches.check.time(() => analyzer.check(paths));
}

function analyzerFor(folder: string, paths: readonly string[], assets: Assets): Analyzer {
  const settings: EngineSettings = {
    moduleRoots: moduleRootsOf(folder, paths, null),
    target: DEFAULT_TARGET,
    isFreeThreaded: false,
    requirements: [],
    below: new Map(),
    lineLength: null,
    rules: new Set(RULES.filter((rule) => rule.isRecommended).map(({ id }) => id)),
    levels: new Map(),
    blocking: [],
  };
  const analyzer = new Analyzer({ ...assets, settings });
  analyzer.setFiles(paths);
  return analyzer;
}

/** What it takes the engine to answer each of `count` keystrokes in the middle of `text`: reparse, summarise, check. */
export function timeKeystrokes(text: string, count: number, assets: Assets): readonly Time[] {
  const path = '/bench/large.py';
  const analyzer = analyzerFor('/bench', [path], assets);
  const { parser } = assets;
  let parse = parser.parse(text);
  const times = keystrokesIn(text, count).map(({ change, after }) => {
    const watch = new Stopwatch();
    watch.time(() => {
      parse = parser.reparse(parse, [change], after);
      analyzer.setSummary(path, summarise(parse.table));
      return analyzer.check([path]);
    });
    return watch;
  });
  parser.release(parse);
  return times;
}

export interface Keystroke {
  readonly change: TextChange;
  /** What is typed: a letter, or nothing, which deletes one. */
  readonly typed: string;
  /** The text afterwards. */
  readonly after: string;
}

/** A letter typed behind a word in the middle of `text`, deleted again, and so on. */
export function keystrokesIn(text: string, count: number): readonly Keystroke[] {
  const start = text.indexOf('self', text.length / 2) + 'self'.length;
  const here = positionAt(lineStartsOf(text), start);
  const behind = { line: here.line, column: here.column + 1 };
  const longer = `${text.slice(0, start)}x${text.slice(start)}`;
  const typing: TextChange = {
    start,
    oldEnd: start,
    newEnd: start + 1,
    startPosition: here,
    oldEndPosition: here,
    newEndPosition: behind,
  };
  const deleting: TextChange = {
    start,
    oldEnd: start + 1,
    newEnd: start,
    startPosition: here,
    oldEndPosition: behind,
    newEndPosition: here,
  };
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? { change: typing, typed: 'x', after: longer } : { change: deleting, typed: '', after: text },
  );
}
