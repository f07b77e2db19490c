/** What is measured on: Python projects copied to a temporary folder, so that no cache or settings of theirs play a part. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** One project: its folder, and its Python files with their texts. */
export interface CorpusProject {
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

export interface Corpus {
  /** The temporary folder; the caller removes it. */
  readonly folder: string;
  readonly projects: readonly CorpusProject[];
  readonly files: number;
  /** Millions of bytes. */
  readonly megabytes: number;
}

/** CPython's standard library, as this machine's Python has it. */
export function standardLibrary(): string {
  const program = 'import sysconfig; print(sysconfig.get_paths()["stdlib"])';
  return execFileSync('python3', ['-c', program], { encoding: 'utf8' }).trim();
}

/** Copies the Python files below each of `folders`, installed packages left out. */
export function collectCorpus(folders: readonly string[]): Corpus {
  const folder = mkdtempSync(join(tmpdir(), 'offloop-bench-'));
  const projects = folders.map((source) => copyProject(source, join(folder, basename(source))));
  const files = projects.flatMap((project) => project.files);
  const bytes = files.reduce((sum, { path }) => sum + statSync(path).size, 0);
  return { folder, projects, files: files.length, megabytes: bytes / 1e6 };
}

const LEFT_OUT = new Set(['site-packages', 'dist-packages', '.git', '.offloop_cache', '__pycache__', 'node_modules']);

function copyProject(source: string, folder: string): CorpusProject {
  const isWanted = (path: string): boolean =>
    !LEFT_OUT.has(basename(path)) && (path.endsWith('.py') || statSync(path).isDirectory());
  cpSync(source, folder, { recursive: true, dereference: true, preserveTimestamps: true, filter: isWanted });
  // Makes the copy a project of its own.
  const settings = join(folder, 'pyproject.toml');
  if (!existsSync(settings)) writeFileSync(settings, '[project]\nname = "corpus"\n');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.py'));
  const files = names
    .sort()
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
  return { folder, files };
}

/** One module of about `lines` lines, asynchronous through and through: asyncio's own, one after the other. */
export function largeModule(lines: number): string {
  const folder = join(standardLibrary(), 'asyncio');
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  const all = names.sort().flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const end = all.findIndex((line, index) => index >= lines && /^(def|class|import|async def)\b/.test(line));
  return `${all.slice(0, end).join('\n')}\n`;
}
