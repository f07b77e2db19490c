/** The command line: its commands and options as commander knows them, and what `check` was asked for as a value. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { isKnownVersion, KNOWN_VERSIONS, type PythonBuild, parsePythonBuild } from '../workspace/python-version.ts';
import type { ColourMode } from './paint.ts';
import type { Format } from './reporters/index.ts';

export interface CheckOptions {
  readonly outputFormat: Format;
  /** Selectors; undefined: as configured. */
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly targetVersion?: PythonBuild;
  readonly isolated?: boolean;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly diff?: boolean;
  readonly showFixes?: boolean;
  readonly showSettings?: boolean;
  readonly exitZero?: boolean;
  readonly cache: boolean;
  readonly quiet?: boolean;
  readonly color: ColourMode;
  readonly stdinFilename?: string;
}

export interface ExplainOptions extends Pick<CheckOptions, 'isolated' | 'targetVersion' | 'cache' | 'color'> {
  readonly outputFormat: 'text' | 'json';
}

/** What each command does. */
export interface Commands {
  check(paths: readonly string[], options: CheckOptions): Promise<void>;
  explain(place: string, options: ExplainOptions): Promise<void>;
  rule(id: string | undefined, options: { readonly all?: boolean }): void;
  server(): Promise<void>;
  version(): void;
}

export function programOf(commands: Commands, version: string): Command {
  const program = new Command('offloop')
    .description('Finds the calls that block a Python event loop, and moves them off it.')
    .helpCommand(false)
    .version(version, '--version', 'print the version');
  addCheck(program, commands);
  addExplain(program, commands);
  program
    .command('rule')
    .description('explain a rule, or all of them')
    .argument('[id]', 'the rule, such as blocking-sleep')
    .option('--all', 'every rule')
    .action((id, options) => commands.rule(id, options));
  program
    .command('server')
    .description('run the language server')
    .option('--stdio', 'speak over standard input and output (the only way)')
    .action(() => commands.server());
  program
    .command('version')
    .description('print the version')
    .action(() => commands.version());
  return program;
}

function addCheck(program: Command, commands: Commands): void {
  program
    .command('check')
    .description('report what blocks the event loop')
    .argument('[path...]', 'files and folders, or - for standard input', ['.'])
    .addOption(
      new Option('--output-format <format>', 'how to print findings')
        .choices(['full', 'concise', 'json'])
        .default('full'),
    )
    .option('--select <rules>', 'rules, categories, `recommended` or `all`, with commas between', addToList)
    .option('--ignore <rules>', 'rules and categories to leave out; beats --select', addToList)
    .option(
      '--target-version <3.N>',
      'the Python that the code runs on; 3.14t is the build without the GIL',
      readVersion,
    )
    .option('--isolated', 'read no configuration file')
    .option('--fix', 'make the safe fixes')
    .option('--unsafe-fixes', 'with --fix or --diff: make the fixes that may change behaviour, too')
    .option('--diff', 'print what --fix would change, and change nothing')
    .option('--show-fixes', 'with --fix or --diff: list the fixes that are made')
    .option('--show-settings', 'print all settings and where they come from, and check nothing')
    .option('--exit-zero', 'exit with 0 though there are findings')
    .option('--no-cache', 'neither read nor write .offloop_cache')
    .option('-q, --quiet', 'print findings and errors only')
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto'))
    .option('--stdin-filename <path>', 'where the text from standard input belongs')
    .action((paths: string[], options: CheckOptions) => commands.check(paths, options));
}

function addExplain(program: Command, commands: Commands): void {
  program
    .command('explain')
    .description('tell where a function or call runs, and what it does to its thread')
    .argument('<place>', 'PATH:LINE or PATH:LINE:COLUMN')
    .addOption(new Option('--output-format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .option('--target-version <3.N>', 'the Python that the code runs on', readVersion)
    .option('--isolated', 'read no configuration file')
    .option('--no-cache', 'neither read nor write .offloop_cache')
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto'))
    .action((place: string, options: ExplainOptions) => commands.explain(place, options));
}

/** `--select a,b --select c` is a, b and c. */
function addToList(value: string, previous: readonly string[] | undefined): readonly string[] {
  const words = value.split(',').map((word) => word.trim());
  return [...(previous ?? []), ...words.filter((word) => word !== '')];
}

function readVersion(value: string): PythonBuild {
  const build = parsePythonBuild(value);
  if (build === null) throw new InvalidArgumentError('write it as in 3.12');
  if (!isKnownVersion(build.version)) throw new InvalidArgumentError(`Offloop knows ${KNOWN_VERSIONS}`);
  return build;
}
