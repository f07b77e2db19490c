/** Diagnostic reports with the ids by which a client learns that nothing changed. Knows no findings: it compares what is sent. */
import { type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver';

/** Fits a document's report; with `uri` and `version` added, the workspace's as well. */
export type Report =
  | { readonly kind: typeof DocumentDiagnosticReportKind.Full; readonly resultId: string; readonly items: Diagnostic[] }
  | { readonly kind: typeof DocumentDiagnosticReportKind.Unchanged; readonly resultId: string };

/** Remembers, by document, what the client was told last. */
export class Reports {
  readonly #last = new Map<string, { readonly id: string; readonly content: string }>();
  #nextId = 1;

  /** The report for a client that holds what `previousId` stands for. It counts as told. */
  report(uri: string, items: Diagnostic[], previousId: string | undefined): Report {
    const resultId = this.#idOf(uri, items);
    if (resultId === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /** The client was told something else of `uri` last, or nothing while there is something to tell. */
  isNews(uri: string, items: readonly Diagnostic[]): boolean {
    return (this.#last.get(uri)?.content ?? '[]') !== JSON.stringify(items);
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }

  #idOf(uri: string, items: readonly Diagnostic[]): string {
    const content = JSON.stringify(items);
    const last = this.#last.get(uri);
    if (last?.content === content) return last.id;
    const id = String(this.#nextId++);
    this.#last.set(uri, { id, content });
    return id;
  }
}
