/** Tells the user what is wrong with configuration files and settings: errors in a message, the rest in the log. */
import { type Connection, MessageType, ShowMessageNotification, type ShowMessageParams } from 'vscode-languageserver';
import type { Problem } from '../workspace/problem.ts';
import { runGuarded } from './guard.ts';

export class ConfigurationProblems {
  readonly #connection: Connection;
  readonly #told = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** `problems` are all that is wrong with `source`. What was told of it last is not said again. */
  tell(source: string, problems: readonly Problem[]): void {
    const lines = problems.map(lineOf).join('\n');
    if ((this.#told.get(source) ?? '') === lines) return;
    this.#told.set(source, lines);
    for (const problem of problems) {
      if (problem.severity === 'error') this.#show(`Offloop: ${lineOf(problem)}`);
      else this.#connection.console.warn(lineOf(problem));
    }
  }

  /** Not `window.showErrorMessage`, which is a request even where there is nothing to choose. */
  #show(message: string): void {
    const params: ShowMessageParams = { type: MessageType.Error, message };
    runGuarded(this.#connection, 'configuration', () => {
      return this.#connection.sendNotification(ShowMessageNotification.type, params);
    });
  }
}

/** `/app/pyproject.toml:12:1: unknown key `selct`; did you mean `select`?` */
function lineOf({ path, place, message, remedy }: Problem): string {
  const where = [path, place?.line, place?.column].filter((part) => part != null).join(':');
  return `${where === '' ? '' : `${where}: `}${message}${remedy === null ? '' : `; ${remedy}`}`;
}
