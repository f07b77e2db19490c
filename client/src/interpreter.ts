/**
 * The Python interpreter that is selected for a folder, as the Python extensions tell it, where there are any; else the setting
 * `python.defaultInterpreterPath`. It is sent to the server along with the settings of Offloop. Nothing of the user's is run here.
 */
import { Disposable, type Event, extensions, Uri, workspace } from 'vscode';

/** What the server takes: `interpreter` among the settings. */
interface SelectedInterpreter {
  readonly path: string | null;
  /** `3.12.1`; `3.14t` for a build without the GIL; null where it is not known. */
  readonly version: string | null;
}

/** Of ms-python.vscode-python-envs, what is used here: https://github.com/microsoft/vscode-python-environments, `src/api.ts`. */
interface EnvironmentsApi {
  getEnvironment(scope: Uri | undefined): Promise<{ version: string; displayName: string } | undefined>;
  readonly onDidChangeEnvironment?: Event<unknown>;
}

/** Of ms-python.python: https://github.com/microsoft/vscode-python, `src/client/api/types.ts`. */
interface PythonApi {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    resolveEnvironment(environment: { readonly path: string }): Promise<
      | {
          readonly executable: { readonly uri?: Uri };
          readonly version?: { readonly major: number; readonly minor: number; readonly sysVersion?: string };
        }
      | undefined
    >;
    readonly onDidChangeActiveEnvironmentPath?: Event<unknown>;
  };
}

const ENVIRONMENTS = 'ms-python.vscode-python-envs';
const PYTHON = 'ms-python.python';

/** How long the server's question for settings may wait for other extensions. Milliseconds. */
const PATIENCE = 500;

/** By folder or file, what was answered last. */
const answered = new Map<string | undefined, SelectedInterpreter | null>();

/**
 * The interpreter selected for the folder or file at `uri`, or for the window; null where nobody says. What takes long to find out is
 * left for later: `onLate` is called when it is known.
 */
export async function selectedInterpreter(
  uri: string | undefined,
  onLate: () => void,
): Promise<SelectedInterpreter | null> {
  const scope = uri === undefined ? undefined : Uri.parse(uri);
  let isLate = false;
  const late = new Promise<SelectedInterpreter | null>((resolve) => {
    setTimeout(() => {
      isLate = true;
      resolve(answered.get(uri) ?? fromSettings(scope));
    }, PATIENCE);
  });
  const found = find(scope);
  const answer = await Promise.race([found, late]);
  answered.set(uri, answer);
  if (isLate) {
    found.then((value) => {
      if (value?.path === answer?.path && value?.version === answer?.version) return;
      answered.set(uri, value);
      onLate();
    });
  }
  return answer;
}

/** Never rejects: an extension of others fails in its own ways, and without it the project's files say which Python. */
async function find(scope: Uri | undefined): Promise<SelectedInterpreter | null> {
  try {
    return (await fromEnvironments(scope)) ?? (await fromPython(scope)) ?? fromSettings(scope);
  } catch {
    return fromSettings(scope);
  }
}

/** Calls `listener` when another interpreter was selected. */
export function onInterpreterChange(listener: () => void): Disposable {
  const subscriptions: Disposable[] = [];
  const subscribe = async (): Promise<void> => {
    const environments = await apiOf<EnvironmentsApi>(ENVIRONMENTS);
    const python = await apiOf<PythonApi>(PYTHON);
    const events = [environments?.onDidChangeEnvironment, python?.environments?.onDidChangeActiveEnvironmentPath];
    for (const event of events) if (event !== undefined) subscriptions.push(event(listener));
  };
  subscribe().catch(() => undefined);
  const onSetting = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('python.defaultInterpreterPath')) listener();
  });
  return new Disposable(() => {
    for (const subscription of [onSetting, ...subscriptions]) subscription.dispose();
  });
}

async function fromEnvironments(scope: Uri | undefined): Promise<SelectedInterpreter | null> {
  const environment = await (await apiOf<EnvironmentsApi>(ENVIRONMENTS))?.getEnvironment(scope);
  if (environment === undefined) return null;
  return { path: null, version: buildOf(environment.version, environment.displayName) };
}

async function fromPython(scope: Uri | undefined): Promise<SelectedInterpreter | null> {
  const environments = (await apiOf<PythonApi>(PYTHON))?.environments;
  if (environments === undefined) return null;
  const active = environments.getActiveEnvironmentPath(scope);
  const { executable, version } = (await environments.resolveEnvironment(active)) ?? {};
  const path = executable?.uri?.fsPath ?? active.path;
  if (version === undefined) return { path, version: null };
  return { path, version: buildOf(`${version.major}.${version.minor}`, version.sysVersion ?? '') };
}

function fromSettings(scope: Uri | undefined): SelectedInterpreter | null {
  const path = workspace.getConfiguration('python', scope).get<string>('defaultInterpreterPath', '');
  return path === '' || path === 'python' ? null : { path, version: null };
}

/** `sys.version` has "free-threading build" in it, where there is no GIL. */
function buildOf(version: string, description: string): string {
  const isFreeThreaded = /free-threading|3\.\d+t\b/.test(description);
  return isFreeThreaded ? version.replace(/^(3\.\d+).*$/, '$1t') : version;
}

/** What the extension `id` offers others; undefined where it is not installed. */
async function apiOf<Api>(id: string): Promise<Api | undefined> {
  const extension = extensions.getExtension<Api>(id);
  return extension === undefined || extension.isActive ? extension?.exports : await extension.activate();
}
