/** Keeps a fault in one feature from taking the server with it: it is logged, and the request gets an empty answer. */
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Work on a request. It may look at `token` between its steps. */
type Work<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result> | Result;

/** `work` as a request handler. A request that was taken back before its turn is not worked on. */
export function guarded<Params, Result>(
  connection: Connection,
  feature: string,
  nothing: Result,
  work: Work<Params, Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
  return async (params, token) => {
    // A client that types fast takes requests back at once: read what has arrived before working on this one.
    await new Promise((resolve) => setImmediate(resolve));
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await work(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      logFault(connection, feature, error);
      return nothing;
    }
  };
}

/** Runs `work` that nobody waits for. */
export function runGuarded(connection: Connection, feature: string, work: () => Promise<void> | void): void {
  Promise.resolve()
    .then(work)
    .catch((error: unknown) => logFault(connection, feature, error));
}

export function logFault(connection: Connection, feature: string, error: unknown): void {
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    connection.console.error(`${feature}: internal error, please report it: ${fault}`);
  } catch {
    // The connection has ended, which may be all that went wrong: nobody is left to be told.
  }
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'the request was cancelled');
}
