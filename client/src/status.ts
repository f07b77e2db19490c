/** The status item beside the language mode of a Python document: whether the server is at work, and what it knows. */
import { Disposable, LanguageStatusSeverity, languages, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** What the server says of itself: the notification `offloop/status`. */
interface ServerStatus {
  readonly isBusy: boolean;
  /** How many Python files the workspace has; null while that is not known. */
  readonly files: number | null;
  /** By the URI of each project's folder, the Python it is taken to run on and where it says so. */
  readonly targets: readonly { readonly uri: string; readonly version: string; readonly source: string }[];
}

/** Shows `client`'s state until disposed. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('offloop', { language: 'python' });
  item.name = 'Offloop';
  item.command = { title: 'Show logs', command: 'offloop.showServerLogs' };
  let known: ServerStatus | null = null;

  const showState = (state: State): void => {
    known = null;
    item.busy = state === State.Starting;
    item.text = `Offloop: ${stateNames[state]}`;
    item.detail = '';
    const isFailed = state === State.StartFailed;
    item.severity = isFailed ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  };
  const showKnown = (): void => {
    if (known === null) return;
    const files = `${known.files} ${known.files === 1 ? 'file' : 'files'}`;
    const target = targetFor(window.activeTextEditor?.document.uri.toString() ?? '', known);
    item.text = `Offloop: ${files}${target === undefined ? '' : `, Python ${target.version}`}`;
    item.detail = target === undefined ? '' : target.source.replaceAll('`', '');
  };
  showState(client.state);
  return Disposable.from(
    item,
    client.onDidChangeState((change) => showState(change.newState)),
    client.onNotification('offloop/status', (status: ServerStatus) => {
      item.busy = status.isBusy;
      if (status.files === null) return;
      known = status;
      showKnown();
    }),
    window.onDidChangeActiveTextEditor(showKnown),
  );
}

/** The target of the innermost project around the document at `uri`; of one project, whatever is open. */
function targetFor(uri: string, { targets }: ServerStatus): ServerStatus['targets'][number] | undefined {
  const around = targets.filter((target) => uri.startsWith(`${target.uri}/`));
  const [innermost] = around.sort((a, b) => b.uri.length - a.uri.length);
  return innermost ?? (targets.length === 1 ? targets[0] : undefined);
}

const stateNames: Readonly<Record<State, string>> = {
  [State.Stopped]: 'stopped',
  [State.Starting]: 'starting',
  [State.StartFailed]: 'did not start',
  [State.Running]: 'running',
};
