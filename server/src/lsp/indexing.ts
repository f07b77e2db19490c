/**
 * Indexing: loads the workspace folders' projects in the background, so that callers and helpers in files that nobody opened
 * count. Shows progress, gives way to requests, and can be cancelled; what was loaded by then counts.
 */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Project } from '../workspace/project.ts';
import { logFault } from './guard.ts';
import type { Projects } from './projects.ts';

export interface IndexingOptions {
  readonly connection: Connection;
  readonly projects: Projects;
  /** Told when work begins. */
  readonly onBegin: () => void;
  /** Told when it ends, with the projects of the workspace. */
  readonly onEnd: (projects: readonly Project[]) => void;
}

/** One pass over the workspace. */
interface Run {
  readonly controller: AbortController;
  readonly isShown: boolean;
}

export class Indexing {
  readonly #options: IndexingOptions;
  #run: Run | null = null;
  /** Never rejects. */
  #last: Promise<void> = Promise.resolve();

  constructor(options: IndexingOptions) {
    this.#options = options;
  }

  /** Resolves when no run is under way. */
  async settled(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }

  /** Loads what is missing of every workspace folder, in place of a run that is under way. `isShown`: the user sees progress. */
  start(isShown: boolean): void {
    this.stop();
    const run = { controller: new AbortController(), isShown: isShown || this.#run?.isShown === true };
    this.#run = run;
    this.#options.onBegin();
    this.#last = this.#last.then(() => this.#finish(run));
  }

  /** Cuts a run short. */
  stop(): void {
    this.#run?.controller.abort();
  }

  async #finish(run: Run): Promise<void> {
    const { signal } = run.controller;
    let projects: readonly Project[] = [];
    try {
      projects = await this.#options.projects.ofFolders();
      for (const project of projects) {
        if (signal.aborted) return;
        await (run.isShown ? this.#indexVisibly(project, signal) : project.index(project.setup.files, { signal }));
        if (!signal.aborted) project.saveCache();
      }
    } catch (error) {
      logFault(this.#options.connection, 'indexing', error);
    }
    if (this.#run !== run) return;
    this.#run = null;
    this.#options.onEnd(projects);
  }

  async #indexVisibly(project: Project, signal: AbortSignal): Promise<void> {
    const progress = await this.#options.connection.window.createWorkDoneProgress();
    progress.begin('Offloop: indexing', 0, undefined, true);
    try {
      await project.index(project.setup.files, {
        signal: AbortSignal.any([signal, cancellationOf(progress)]),
        onProgress: (done, total) => progress.report(Math.floor((100 * done) / total), `${done} of ${total} files`),
      });
    } finally {
      progress.done();
    }
  }
}

function cancellationOf(progress: WorkDoneProgressServerReporter): AbortSignal {
  const controller = new AbortController();
  progress.token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
