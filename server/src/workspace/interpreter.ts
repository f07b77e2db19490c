/** The Python that an editor has selected, as a target. Reads what lies beside the interpreter; nothing is run. */
import { absolutePath, folderOf, within, withSlashes } from './paths.ts';
import { findPythonBuild, nearestKnown, type PythonBuild } from './python-version.ts';
import type { TargetVersion } from './target-version.ts';
import { readIfThere } from './toml.ts';

/** What an editor says of it. */
export interface SelectedInterpreter {
  /** Of its executable; may be relative, and begin with `${workspaceFolder}`. */
  readonly path: string | null;
  /** `3.12.1`, `3.14t`; null where the editor does not know it. */
  readonly version: string | null;
}

/** What `interpreter`, selected for the project at `root`, stands for; null where its version cannot be told. */
export function interpreterTarget(interpreter: SelectedInterpreter, root: string): TargetVersion | null {
  const { path, version } = interpreter;
  const build = version === null ? null : findPythonBuild(version);
  const found =
    build ?? (path === null ? null : buildAt(absolutePath(root, withSlashes(path).replace(WORKSPACE, root))));
  return found && { ...found, version: nearestKnown(found.version), source: 'the interpreter selected in the editor' };
}

const WORKSPACE = /^\$\{workspaceFolder(?::[^}]*)?\}/;

/** A virtual environment says it in pyvenv.cfg (PEP 405), others by the name of the executable: `python3.12`. */
function buildAt(executable: string): PythonBuild | null {
  const folder = folderOf(executable);
  const text = readIfThere(within(folderOf(folder), 'pyvenv.cfg')) ?? readIfThere(within(folder, 'pyvenv.cfg')) ?? '';
  const version = /^version(?:_info)?\s*=\s*(\S+)/m.exec(text)?.[1];
  const build = version === undefined ? null : findPythonBuild(version);
  if (build === null) return findPythonBuild(executable.slice(folder.length + 1));
  return { ...build, isFreeThreaded: /^executable\s*=.*\dt(?:\.exe)?\s*$/m.test(text) };
}
