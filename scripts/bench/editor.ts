/** The built language server as an editor sees it: how long from its start to the first diagnostics, and from each keystroke. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { keystrokesIn } from './stages.ts';

export interface EditorTimes {
  /** From starting the process to the answer with the diagnostics of the file. Milliseconds. */
  readonly first: number;
  /** From sending an edit to the answer with the diagnostics, for each keystroke. Milliseconds. */
  readonly keystrokes: readonly number[];
}

/** Opens `text` as the one file of a project and types `count` keystrokes into it. `command` starts the server on stdio. */
export async function timeEditor(command: readonly string[], text: string, count: number): Promise<EditorTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'offloop-bench-editor-'));
  const path = join(folder, 'large.py');
  writeFileSync(path, text);
  const [program = '', ...flags] = command;
  const start = performance.now();
  const server = spawn(program, flags, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(server.stdout, server.stdin);
  connection.listen();
  try {
    const uri = pathToFileURL(path).href;
    await openDocument(connection, pathToFileURL(folder).href, uri, text);
    await pull(connection, uri);
    const first = performance.now() - start;
    const keystrokes: number[] = [];
    for (const [index, { change, typed }] of keystrokesIn(text, count).entries()) {
      const sent = performance.now();
      const range = { start: toLsp(change.startPosition), end: toLsp(change.oldEndPosition) };
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: index + 2 },
        contentChanges: [{ range, text: typed }],
      });
      await pull(connection, uri);
      keystrokes.push(performance.now() - sent);
    }
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    return { first, keystrokes };
  } finally {
    connection.dispose();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openDocument(connection: ProtocolConnection, folder: string, uri: string, text: string): Promise<void> {
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'bench' }],
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: false } } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'python', version: 1, text },
  });
}

async function pull(connection: ProtocolConnection, uri: string): Promise<void> {
  await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
}

function toLsp({ line, column }: { readonly line: number; readonly column: number }): {
  line: number;
  character: number;
} {
  return { line, character: column };
}
