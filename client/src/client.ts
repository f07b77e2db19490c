/**
 * The extension: starts and stops the language server, and offers commands, logs and a status item around it. It knows how to
 * reach the server and nothing of Python; what runs the server comes from the entry point.
 */
import {
  type CancellationToken,
  commands,
  type ExtensionContext,
  type LogOutputChannel,
  type Position,
  Range,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  type ConfigurationParams,
  type ConfigurationRequest,
  DidChangeConfigurationNotification,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { onInterpreterChange, selectedInterpreter } from './interpreter.ts';
import { showStatus } from './status.ts';

/** Makes the client that talks to the server; `startExtension` starts it. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Resolves, once the server runs, to what stops it. A server that does not start is logged, never thrown. */
export async function startExtension(
  context: ExtensionContext,
  createClient: CreateClient,
): Promise<() => Promise<void>> {
  const log = window.createOutputChannel('Offloop', { log: true });
  const serverLog = window.createOutputChannel('Offloop Language Server', { log: true });
  const follow = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      log.error('The language server could not be reached:', error);
    }
  };
  const tellInterpreter = (): Promise<void> => follow(() => tellSettings(client));
  const client = createClient(clientOptions(serverLog, tellInterpreter));
  const start = (): Promise<void> => follow(() => (isEnabled() ? client.start() : Promise.resolve()));
  const stop = (): Promise<void> => follow(() => (client.needsStop() ? client.stop() : Promise.resolve()));

  context.subscriptions.push(
    log,
    serverLog,
    showStatus(client),
    commands.registerCommand('offloop.restart', async () => {
      log.info('Restarting the language server');
      await stop();
      await start();
    }),
    commands.registerCommand('offloop.showLogs', () => log.show()),
    commands.registerCommand('offloop.showServerLogs', () => serverLog.show()),
    commands.registerCommand('offloop.executeAutofix', fixActiveDocument),
    commands.registerCommand('offloop.select', selectText),
    onInterpreterChange(tellInterpreter),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('offloop.enable')) await (isEnabled() ? start() : stop());
    }),
  );
  log.info(`Offloop ${String(context.extension.packageJSON.version)}`);
  await start();
  return stop;
}

/** Makes a server that runs ask for the settings again. */
async function tellSettings(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
}

function clientOptions(outputChannel: LogOutputChannel, onInterpreter: () => void): LanguageClientOptions {
  return {
    documentSelector: [
      { scheme: 'file', language: 'python' },
      { scheme: 'untitled', language: 'python' },
    ],
    outputChannel,
    traceOutputChannel: outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { wantsStatus: true, selectsText: true },
    diagnosticPullOptions: { onChange: true, onSave: true },
    middleware: { workspace: { configuration: (...question) => withInterpreter(onInterpreter, ...question) } },
  };
}

/** Answers the server's question for settings, and puts the selected interpreter into them; `onLate`: that is known only now. */
async function withInterpreter(
  onLate: () => void,
  params: ConfigurationParams,
  token: CancellationToken,
  next: ConfigurationRequest.HandlerSignature,
): Promise<unknown[]> {
  const answers = await next(params, token);
  if (!Array.isArray(answers)) return [];
  return Promise.all(
    answers.map(async (settings, index) => {
      const item = params.items[index];
      if (item?.section !== 'offloop') return settings;
      return { ...settings, interpreter: await selectedInterpreter(item.scopeUri, onLate) };
    }),
  );
}

function isEnabled(): boolean {
  return workspace.getConfiguration('offloop').get('enable', true);
}

/** Selects `range`, as the protocol has it, in the document at `uri`: what a code action has put there to be written over. */
async function selectText(uri: string, { start, end }: { start: Position; end: Position }): Promise<void> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(Uri.parse(uri), { selection });
}

/** All safe fixes of the active document, through the same code action that fix on save runs. */
async function fixActiveDocument(): Promise<void> {
  await commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.offloop', apply: 'first' });
}
