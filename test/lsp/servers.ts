/** The two ways in which tests run the server: in this process, and as the built program. Real streams either way. */
import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver';
import {
  createProtocolConnection,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Host } from '../../server/src/lsp/host.ts';
import { startServer } from '../../server/src/lsp/server.ts';

/** A server as its client sees it. */
export interface RunningServer {
  readonly connection: ProtocolConnection;
  /** With what code it ended. */
  readonly exitCode: Promise<number | null>;
  /** Ends its work if it still runs. */
  readonly stop: () => Promise<void>;
}

export function serverInProcess(host: Host): RunningServer {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  let exit: (code: number) => void = () => {};
  const exitCode = new Promise<number>((resolve) => {
    exit = resolve;
  });
  const watchDog = { shutdownReceived: false, initialize: () => {}, exit };
  startServer(
    createConnection((logger) => connect(toServer, toClient, logger), watchDog),
    host,
  );
  const connection = connect(toClient, toServer);
  // The streams stay open: the server may be about to say something.
  return { connection, exitCode, stop: () => connection.sendRequest(ShutdownRequest.type) };
}

export function serverSpawned(command: string, args: readonly string[]): RunningServer {
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  return {
    connection: connect(server.stdout, server.stdin),
    exitCode: new Promise((resolve) => server.once('exit', resolve)),
    async stop() {
      server.kill();
    },
  };
}

function connect(
  from: NodeJS.ReadableStream,
  to: NodeJS.WritableStream,
  logger?: Parameters<typeof createProtocolConnection>[2],
): ProtocolConnection {
  return createProtocolConnection(new StreamMessageReader(from), new StreamMessageWriter(to), logger);
}
