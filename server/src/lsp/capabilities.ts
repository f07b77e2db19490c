/** What the server offers, in the words of the protocol's `initialize`. */
import {
  CodeActionKind,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import packageJson from '../../../package.json' with { type: 'json' };
import type { ClientFeatures } from './client-features.ts';
import { FIX_ALL } from './code-actions.ts';
import { FIX_WORKSPACE } from './workspace-fixes.ts';

export function initializeResultFor(client: ClientFeatures): InitializeResult {
  return {
    serverInfo: { name: 'Offloop', version: packageJson.version },
    capabilities: {
      // The one that every client has; the engine counts in it too.
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
        resolveProvider: client.resolvesEdits,
      },
      hoverProvider: true,
      executeCommandProvider: { commands: [FIX_WORKSPACE] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(client.pullsDiagnostics
        ? { diagnosticProvider: { identifier: 'offloop', interFileDependencies: true, workspaceDiagnostics: true } }
        : {}),
    },
  };
}
