/** The extension's entry point in a desktop or remote VS Code: the server runs as a Node process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { startExtension } from './client.ts';

let stop: (() => Promise<void>) | null = null;

export async function activate(context: ExtensionContext): Promise<void> {
  const server: ServerOptions = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
  };
  stop = await startExtension(context, (options) => new LanguageClient('offloop', 'Offloop', server, options));
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
