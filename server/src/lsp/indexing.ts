/**
 * Indexing: loads the workspace folders' projects in the background, so that callers and helpers in files that nobody opened
 * count. Shows progress, gives way to requests, and can be cancelled; what was loaded by then counts.
 */
import type { Connection } from 'vscode-languageserver';
import type { Project } from '../workspace/project.ts';
import { runGuarded } from './guard.ts';
import type { Projects } from './projects.ts';

export interface IndexingOptions {
  readonly connection: Connection;
  readonly projects: Projects;
  /** Told when work starts and ends. */
  readonly onBusy: (isBusy: boolean) => void;
  /** Called after every run that was not cancelled by the next one. */
  readonly onIndexed: () => void;
}

export class Indexing {
  readonly #options: IndexingOptions;
  #running: { readonly controller: AbortController; readonly done: Promise<void> } | null = null;

  constructor(options: IndexingOptions) {
    this.#options = options;
  }

  /** Resolves when no run is under way. */
  async settled(): Promise<void> {
    for (let running = this.#running; running !== null; running = this.#running) await running.done;
  }

  /** Loads what is missing of every workspace folder. A run that is under way is cut short. */
  start(): void {
    const before = this.#running;
    before?.controller.abort();
    const controller = new AbortController();
    const run = (before?.done ?? Promise.resolve()).then(() => this.#run(controller.signal));
    const running = { controller, done: run };
    this.#running = running;
    this.#options.onBusy(true);
    runGuarded(this.#options.connection, 'indexing', () =>
      run.finally(() => {
        if (this.#running !== running) return;
        this.#running = null;
        this.#options.onBusy(false);
        this.#options.onIndexed();
      }),
    );
  }

  /** Cuts a run short. */
  stop(): void {
    this.#running?.controller.abort();
  }

  async #run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    for (const project of await this.#options.projects.ofFolders()) {
      await this.#index(project, signal);
      project.saveCache();
    }
  }

  async #index(project: Project, signal: AbortSignal): Promise<void> {
    const progress = await this.#options.connection.window.createWorkDoneProgress();
    const cancelled = new AbortController();
    progress.token.onCancellationRequested(() => cancelled.abort());
    progress.begin('Offloop: indexing', 0, undefined, true);
    try {
      await project.index(project.setup.files, {
        signal: AbortSignal.any([signal, cancelled.signal]),
        onProgress: (done, total) => progress.report(Math.floor((100 * done) / total), `${done} of ${total} files`),
      });
    } finally {
      progress.done();
    }
  }
}
