/** A language client for tests. It can what VS Code can, unless told otherwise, and waits for messages instead of sleeping. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { onTestFinished } from 'vitest';
import * as lsp from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Host } from '../../server/src/lsp/host.ts';
import { assets } from '../harness/engine.ts';
import { folderWith } from '../harness/folder.ts';
import { type RunningServer, serverInProcess } from './servers.ts';

export const VS_CODE: lsp.ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: { resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

/** Knows nothing that came after version 3.0 of the protocol. */
export const PLAIN_CLIENT: lsp.ClientCapabilities = {};

export interface ClientOptions {
  readonly capabilities?: lsp.ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The `offloop` section. */
  readonly settings?: unknown;
  readonly host?: Host;
  readonly server?: RunningServer;
  /** Open a single file and no folder. */
  readonly hasNoFolder?: boolean;
}

/** A client whose workspace is one folder with `files`; `initialize` and `initialized` have gone through. */
export async function clientWith(
  files: Readonly<Record<string, string>>,
  options: ClientOptions = {},
): Promise<TestClient> {
  const server = options.server ?? serverInProcess(options.host ?? { loadAssets: assets });
  const client = new TestClient(server, folderWith(files), options);
  onTestFinished(() => server.stop());
  await client.initialize();
  return client;
}

export class TestClient {
  readonly server: RunningServer;
  readonly folder: string;
  readonly registrations: lsp.Registration[] = [];
  /** What was pushed last, by file name. */
  readonly pushed = new Map<string, lsp.PublishDiagnosticsParams>();
  readonly logged: string[] = [];
  readonly shown: string[] = [];
  /** The edits that the server asked for. */
  readonly applied: lsp.WorkspaceEdit[] = [];
  readonly progress: { readonly kind: string; readonly token: lsp.ProgressToken }[] = [];
  readonly statuses: {
    readonly isBusy: boolean;
    readonly files: number | null;
    readonly targets: readonly unknown[];
  }[] = [];
  refreshes = 0;
  readonly #options: ClientOptions;
  readonly #documents = new Map<string, TextDocument>();
  #settings: unknown;
  #result: lsp.InitializeResult | null = null;
  #waiting: (() => void)[] = [];

  constructor(server: RunningServer, folder: string, options: ClientOptions) {
    this.server = server;
    this.folder = folder;
    this.#options = options;
    this.#settings = options.settings ?? {};
    this.#listen();
  }

  get capabilities(): lsp.ServerCapabilities {
    return this.#result!.capabilities;
  }

  async initialize(): Promise<void> {
    const { capabilities = VS_CODE, initializationOptions, hasNoFolder } = this.#options;
    const folders = hasNoFolder ? null : [{ uri: URI.file(this.folder).toString(), name: basename(this.folder) }];
    this.#result = await this.server.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: null,
      rootUri: null,
      workspaceFolders: folders,
      capabilities,
      initializationOptions,
    });
    await this.server.connection.sendNotification(lsp.InitializedNotification.type, {});
  }

  /** Waits until `check` gives something; it is asked again after each message from the server. */
  async until<T>(check: () => T | undefined | null | false): Promise<T> {
    for (;;) {
      const found = check();
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  uri(name: string): string {
    return URI.file(`${this.folder}/${name}`).toString();
  }

  text(name: string): string {
    return this.#documents.get(name)!.getText();
  }

  /** Opens a file in the editor, by default with what is on disk. */
  async open(name: string, text = readFileSync(`${this.folder}/${name}`, 'utf8')): Promise<void> {
    const document = TextDocument.create(this.uri(name), 'python', 1, text);
    this.#documents.set(name, document);
    const textDocument = { uri: document.uri, languageId: 'python', version: 1, text };
    await this.server.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Edits a document, all changes in one notification. */
  async change(name: string, ...contentChanges: lsp.TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.#documents.get(name)!;
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    const textDocument = { uri: document.uri, version };
    const params = { textDocument, contentChanges };
    await this.server.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, params);
  }

  /** Replaces the first `old` in a document. */
  async replace(name: string, old: string, text: string): Promise<void> {
    await this.change(name, { range: this.rangeOf(name, old), text });
  }

  async close(name: string): Promise<void> {
    this.#documents.delete(name);
    const textDocument = { uri: this.uri(name) };
    await this.server.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument });
  }

  /** Changes the disk, and tells the server as an editor's file watcher does. `text` null deletes. */
  async write(name: string, text: string | null, type: lsp.FileChangeType): Promise<void> {
    if (text === null) rmSync(`${this.folder}/${name}`);
    else writeFileSync(`${this.folder}/${name}`, text);
    const changes = [{ uri: this.uri(name), type }];
    await this.server.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, { changes });
  }

  /** Changes the user's settings. */
  async configure(settings: unknown): Promise<void> {
    this.#settings = settings;
    const params = { settings: { offloop: settings } };
    await this.server.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, params);
  }

  /** Asks for a document's diagnostics. */
  report(name: string, previousResultId?: string): Promise<lsp.DocumentDiagnosticReport> {
    const params = { textDocument: { uri: this.uri(name) }, ...(previousResultId ? { previousResultId } : {}) };
    return this.server.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, params);
  }

  async diagnostics(name: string): Promise<lsp.Diagnostic[]> {
    const report = await this.report(name);
    return report.kind === 'full' ? report.items : [];
  }

  workspaceReport(previousResultIds: lsp.PreviousResultId[] = []): Promise<lsp.WorkspaceDiagnosticReport> {
    return this.server.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, { previousResultIds });
  }

  /** Asks for the code actions at the first `at` in a document. */
  async actions(name: string, at: string, context: Partial<lsp.CodeActionContext> = {}): Promise<lsp.CodeAction[]> {
    const actions = await this.server.connection.sendRequest(lsp.CodeActionRequest.type, {
      textDocument: { uri: this.uri(name) },
      range: this.rangeOf(name, at),
      context: { diagnostics: [], ...context },
    });
    return (actions ?? []) as lsp.CodeAction[];
  }

  resolve(action: lsp.CodeAction): Promise<lsp.CodeAction> {
    return this.server.connection.sendRequest(lsp.CodeActionResolveRequest.type, action);
  }

  /** Runs a command of the server's. */
  async execute(command: string): Promise<void> {
    await this.server.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command });
  }

  /** The text of a document after `action`, whose edit must be there. */
  textAfter(name: string, { edit }: lsp.CodeAction): string {
    const uri = this.uri(name);
    const changes = edit!.documentChanges?.filter(lsp.TextDocumentEdit.is) ?? [];
    const edits = edit!.changes?.[uri] ?? changes.find(({ textDocument }) => textDocument.uri === uri)!.edits;
    return TextDocument.applyEdits(this.#documents.get(name)!, edits as lsp.TextEdit[]);
  }

  rangeOf(name: string, text: string): lsp.Range {
    const document = this.#documents.get(name)!;
    const start = document.getText().indexOf(text);
    if (start < 0) throw new Error(`no ${JSON.stringify(text)} in ${name}`);
    return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  }

  /** Ends the server as an editor does. */
  async exit(): Promise<void> {
    await this.server.connection.sendNotification(lsp.ExitNotification.type);
  }

  async shutdown(): Promise<void> {
    await this.server.connection.sendRequest(lsp.ShutdownRequest.type);
  }

  #listen(): void {
    const { connection } = this.server;
    const hear = <P>(type: lsp.NotificationType<P>, listener: (params: P) => void): void => {
      connection.onNotification(type, (params) => this.#heard(() => listener(params)));
    };
    hear(lsp.PublishDiagnosticsNotification.type, (params) => this.pushed.set(basename(params.uri), params));
    hear(lsp.LogMessageNotification.type, ({ message }) => this.logged.push(message));
    connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, ({ edit }) => {
      this.#heard(() => this.applied.push(edit));
      return { applied: true };
    });
    hear(lsp.ShowMessageNotification.type, ({ message }) => this.shown.push(message));
    hear(new lsp.NotificationType('offloop/status'), (status) => this.statuses.push(status as never));
    hear(new lsp.NotificationType('$/progress'), (params) => {
      const { token, value } = params as { token: lsp.ProgressToken; value: { kind: string } };
      this.progress.push({ token, kind: value.kind });
    });
    connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => {
      this.#heard(() => this.registrations.push(...registrations));
    });
    connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => this.#settings));
    connection.onRequest(lsp.WorkDoneProgressCreateRequest.type, () => {});
    connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => this.#heard(() => this.refreshes++));
    connection.listen();
  }

  #heard(take: () => void): void {
    take();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
