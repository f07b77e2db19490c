/** The status item beside the language mode of a Python document: whether the server is at work, and what it knows. */
import { Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** What the server says of itself: the notification `offloop/status`. */
interface ServerStatus {
  readonly isBusy: boolean;
  /** How many Python files the workspace has; null while that is not known. */
  readonly files: number | null;
}

/** Shows `client`'s state until disposed. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('offloop', { language: 'python' });
  item.name = 'Offloop';
  item.command = { title: 'Show logs', command: 'offloop.showServerLogs' };

  const showState = (state: State): void => {
    item.busy = state === State.Starting;
    item.text = `Offloop: ${stateNames[state]}`;
    const isFailed = state === State.StartFailed;
    item.severity = isFailed ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  };
  showState(client.state);
  return Disposable.from(
    item,
    client.onDidChangeState((change) => showState(change.newState)),
    client.onNotification('offloop/status', (status: ServerStatus) => {
      item.busy = status.isBusy;
      if (status.files !== null) item.text = `Offloop: ${status.files} ${status.files === 1 ? 'file' : 'files'}`;
    }),
  );
}

const stateNames: Readonly<Record<State, string>> = {
  [State.Stopped]: 'stopped',
  [State.Starting]: 'starting',
  [State.StartFailed]: 'did not start',
  [State.Running]: 'running',
};
