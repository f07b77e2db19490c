/**
 * Diagnostics: what the findings of a document are, told to the client. A client that can, pulls, and is asked to pull again when
 * what it holds went stale; to the others they are pushed. One edit can change the findings of every other document.
 */
import type {
  CancellationToken,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { guarded, runGuarded } from './guard.ts';
import type { Projects } from './projects.ts';
import { diagnosticOf, pathOf, uriOf } from './protocol.ts';
import { type Report, Reports } from './reports.ts';

/** How long the editor must have been quiet before the other documents are checked. Milliseconds. */
const QUIET = 200;

export class Diagnostics {
  readonly #connection: Connection;
  readonly #client: ClientFeatures;
  readonly #documents: Documents;
  readonly #projects: Projects;
  readonly #reports = new Reports();
  #timer: NodeJS.Timeout | null = null;

  constructor(connection: Connection, client: ClientFeatures, documents: Documents, projects: Projects) {
    this.#connection = connection;
    this.#client = client;
    this.#documents = documents;
    this.#projects = projects;
  }

  /** Answers requests for diagnostics from now on. */
  listen(): void {
    const { diagnostics } = this.#connection.languages;
    const nothing: Report = { kind: 'full', resultId: '', items: [] };
    diagnostics.on(guarded(this.#connection, 'diagnostics', nothing, (params) => this.#ofDocument(params)));
    const empty: WorkspaceDiagnosticReport = { items: [] };
    diagnostics.onWorkspace(
      guarded(this.#connection, 'workspace diagnostics', empty, (params, token) => this.#ofWorkspace(params, token)),
    );
    this.#documents.onDidChange(() => this.checkSoon());
    this.#documents.onDidClose((document) => this.#forget(document));
  }

  /** Something changed that may show in any document: once the editor is quiet, the client learns what did. */
  checkSoon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => runGuarded(this.#connection, 'diagnostics', () => this.#tell()), QUIET);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #ofDocument({ textDocument, previousResultId }: DocumentDiagnosticParams): Promise<Report> {
    const document = this.#documents.get(textDocument.uri);
    const items = document === undefined ? [] : await this.#diagnosticsIn(document);
    return this.#reports.report(textDocument.uri, items, previousResultId);
  }

  async #diagnosticsIn(document: OpenDocument): Promise<Diagnostic[]> {
    const findings = await this.#projects.findingsIn(document);
    return findings.map((finding) => diagnosticOf(finding, this.#client));
  }
}
