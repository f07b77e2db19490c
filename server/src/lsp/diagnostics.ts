/**
 * Diagnostics: the findings of a document, told to the client. A client that can, pulls, and is asked to pull again when what it
 * holds went stale; to the others they are pushed. One edit can change the findings of every other document.
 */
import type {
  CancellationToken,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { guarded, runGuarded } from './guard.ts';
import type { Projects } from './projects.ts';
import { diagnosticOf, pathOf } from './protocol.ts';
import { type Report, Reports } from './reports.ts';
import type { WorkspaceFindings } from './workspace-findings.ts';

/** How long the editor must be quiet before all documents are checked again. Milliseconds. */
const QUIET = 200;

export interface DiagnosticsOptions {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly workspaceFindings: WorkspaceFindings;
}

export class Diagnostics {
  readonly #options: DiagnosticsOptions;
  readonly #reports = new Reports();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: DiagnosticsOptions) {
    this.#options = options;
  }

  /** Answers requests, and follows the open documents, from now on. */
  listen(): void {
    const { connection, documents } = this.#options;
    const { diagnostics } = connection.languages;
    const nothing: Report = { kind: 'full', resultId: '', items: [] };
    diagnostics.on(guarded(connection, 'diagnostics', nothing, (params) => this.#ofDocument(params)));
    diagnostics.onWorkspace(
      guarded(connection, 'workspace diagnostics', { items: [] }, (params, token) => this.#ofWorkspace(params, token)),
    );
    documents.onDidChange(() => this.checkSoon());
    documents.onDidClose((document) => this.#forget(document));
  }

  /** Something changed that may show in any document: once the editor is quiet, the client learns what did. */
  checkSoon(): void {
    this.dispose();
    this.#timer = setTimeout(() => runGuarded(this.#options.connection, 'diagnostics', () => this.#tellNews()), QUIET);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #ofDocument({ textDocument, previousResultId }: DocumentDiagnosticParams): Promise<Report> {
    const items = await this.#diagnosticsIn(textDocument.uri);
    return this.#reports.report(textDocument.uri, items, previousResultId);
  }

  async #ofWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const found = await this.#options.workspaceFindings.find(token);
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    // Documents that are open are pulled one by one; what is gone since is reported once more, as empty.
    const uris = new Set([...found.keys(), ...previous.keys()]);
    const items = [...uris]
      .filter((uri) => this.#options.documents.get(uri) === undefined)
      .map((uri) => ({ uri, version: null, ...this.#reports.report(uri, found.get(uri) ?? [], previous.get(uri)) }));
    return { items };
  }

  /** Pushes what changed in the open documents, or asks the client to pull if anything did. */
  async #tellNews(): Promise<void> {
    const { connection, client, documents } = this.#options;
    for (const document of documents.all()) {
      const { version } = document;
      const items = await this.#diagnosticsIn(document.uri);
      const isStale = documents.get(document.uri)?.version !== version;
      if (isStale || !this.#reports.isNews(document.uri, items)) continue;
      if (!client.pullsDiagnostics) await this.#push(document, items);
      else if (client.refreshesDiagnostics) return await connection.languages.diagnostics.refresh();
    }
  }

  async #push({ uri, version }: OpenDocument, diagnostics: Diagnostic[]): Promise<void> {
    this.#reports.report(uri, diagnostics, undefined);
    await this.#options.connection.sendDiagnostics({ uri, version, diagnostics });
  }

  #forget({ uri }: OpenDocument): void {
    this.#reports.forget(uri);
    const { connection, client } = this.#options;
    if (client.pullsDiagnostics) return;
    runGuarded(connection, 'diagnostics', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  async #diagnosticsIn(uri: string): Promise<Diagnostic[]> {
    const findings = await this.#options.projects.findingsIn(pathOf(uri));
    return findings.map((finding) => diagnosticOf(finding, this.#options.client));
  }
}
