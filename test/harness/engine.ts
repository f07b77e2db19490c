/** The engine as tests use it: the real parser and the real knowledge, loaded once a worker. */
import { Analyzer } from '../../server/src/engine/analyzer.ts';
import { RULES } from '../../server/src/engine/rules/index.ts';
import { DEFAULT_TARGET, type EngineSettings } from '../../server/src/engine/settings.ts';
import { type Assets, loadAssets } from '../../server/src/workspace/assets.ts';

let loading: Promise<Assets> | null = null;

export function assets(): Promise<Assets> {
  loading ??= loadAssets();
  return loading;
}

/** Every rule on, the newest Python, imports from `/project`. */
export function settingsForTests(changes: Partial<EngineSettings> = {}): EngineSettings {
  return {
    moduleRoots: ['/project'],
    target: DEFAULT_TARGET,
    isFreeThreaded: false,
    requirements: [],
    below: new Map(),
    lineLength: null,
    rules: new Set(RULES.map((rule) => rule.id)),
    levels: new Map(),
    blocking: [],
    ...changes,
  };
}

/** An Analyzer that holds `files`: paths below `/project/` to texts. */
export async function analyzerOf(
  files: Readonly<Record<string, string>>,
  changes: Partial<EngineSettings> = {},
): Promise<Analyzer> {
  const analyzer = new Analyzer({ ...(await assets()), settings: settingsForTests(changes) });
  const paths = Object.keys(files).map((name) => `/project/${name}`);
  analyzer.setFiles(paths);
  for (const [name, text] of Object.entries(files)) analyzer.setText(`/project/${name}`, text);
  return analyzer;
}
