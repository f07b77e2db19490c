/** The workspace folders, as paths, and how they change. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import { pathOf } from './protocol.ts';

/** The folders that the client starts with; older clients name one root, or none. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => pathOf(uri));
  return rootUri ? [pathOf(rootUri)] : [];
}

/** Calls `listener` with all folders whenever one came or went. */
export function followFolders(
  connection: Connection,
  client: ClientFeatures,
  first: readonly string[],
  listener: (folders: readonly string[]) => void,
): void {
  if (!client.changesFolders) return;
  let folders = first;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = removed.map(({ uri }) => pathOf(uri));
    folders = [...folders.filter((folder) => !gone.includes(folder)), ...added.map(({ uri }) => pathOf(uri))];
    listener(folders);
  });
}
