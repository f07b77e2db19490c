/** The engine's values as the Language Server Protocol's. Both count lines and columns from 0, columns in UTF-16 code units. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Evidence, Finding, Level, TextEdit as SourceEdit, SourceRange } from '../engine/findings/finding.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Documents } from './documents.ts';

/** What tells a finding from the others of the same version of its document. */
export interface FindingKey {
  readonly rule: string;
  readonly startOffset: number;
  readonly endOffset: number;
}

export function keyOf(finding: Finding): FindingKey {
  return { rule: finding.rule, startOffset: finding.range.startOffset, endOffset: finding.range.endOffset };
}

export function isFinding(finding: Finding, key: FindingKey): boolean {
  const { startOffset, endOffset } = finding.range;
  return finding.rule === key.rule && startOffset === key.startOffset && endOffset === key.endOffset;
}

/** As the engine names a file: absolute, `/` separators. A document that is no file goes by its URI. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath.replaceAll('\\', '/') : uri;
}

export function uriOf(path: string): string {
  return /^(\/|[a-z]:\/)/i.test(path) ? URI.file(path).toString() : path;
}

export function rangeOf({ start, end }: SourceRange): Range {
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

/** A finding as `client` can show it: without related information, the chain is part of the message. */
export function diagnosticOf(finding: Finding, client: ClientFeatures): Diagnostic {
  const message = `${finding.message}. ${finding.advice}`;
  return {
    source: 'offloop',
    code: finding.rule,
    ...(client.showsCodeDescription ? { codeDescription: { href: rulePageOf(finding.rule) } } : {}),
    severity: severities[finding.level],
    range: rangeOf(finding.range),
    ...(client.showsRelatedInformation
      ? { message, relatedInformation: finding.evidence.map(relatedInformationOf) }
      : { message: [message, ...finding.evidence.map(describe)].join('\n') }),
    data: keyOf(finding),
  };
}

/** Edits to any files, as the open documents name them and for the versions they have. */
export function workspaceEditOf(
  edits: readonly SourceEdit[],
  documents: Documents,
  client: ClientFeatures,
): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { path, range, newText } of edits) {
    const uri = documents.at(path)?.uri ?? uriOf(path);
    changes[uri] = [...(changes[uri] ?? []), { range: rangeOf(range), newText }];
  }
  if (!client.takesDocumentChanges) return { changes };
  const documentChanges = Object.entries(changes).map(([uri, list]): TextDocumentEdit => {
    return { textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits: list };
  });
  return { documentChanges };
}

function rulePageOf(rule: string): string {
  return `https://github.com/offloop/offloop/blob/main/docs/rules/${rule}.md`;
}

function relatedInformationOf(evidence: Evidence): NonNullable<Diagnostic['relatedInformation']>[number] {
  return { location: { uri: uriOf(evidence.path), range: rangeOf(evidence.range) }, message: evidence.text };
}

function describe({ path, range, text }: Evidence): string {
  return `${path}:${range.start.line + 1} ${text}`;
}

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
