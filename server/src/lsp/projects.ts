/**
 * Projects: which project each file belongs to, with the open documents' texts above those on disk. One project a workspace
 * folder, and one for each document that lies in none; a project is opened when it is first asked for.
 */
import type { Finding } from '../engine/findings/finding.ts';
import type { Assets } from '../workspace/assets.ts';
import { hasCacheFolder } from '../workspace/cache-folder.ts';
import { isExcludedBelow } from '../workspace/exclusion.ts';
import { isInside } from '../workspace/paths.ts';
import type { Problem } from '../workspace/problem.ts';
import { Project } from '../workspace/project.ts';
import { isProjectRoot, projectRootOf } from '../workspace/project-root.ts';
import type { Overrides } from '../workspace/project-setup.ts';
import type { Documents } from './documents.ts';

/** What projects need from the rest of the server. */
export interface ProjectsOptions {
  readonly assets: Assets;
  readonly documents: Documents;
  /** What the editor's settings for the project at `root` say. */
  readonly overridesFor: (root: string) => Promise<Overrides>;
  /** Told all that is wrong with the setup of the project at `root`, whenever it was read. */
  readonly onProblems: (root: string, problems: readonly Problem[]) => void;
  /** Told that findings were given before all was loaded that they can depend on: they are worth asking for again. */
  readonly onIncomplete: () => void;
  /** Told of faults of the engine's. */
  readonly onFailure: (message: string) => void;
}

/** How long a file's imports may be loaded before its findings are told without the rest. Milliseconds. */
const PATIENCE = 50;

/** A file's project, and the findings in the file. */
export interface Inspection {
  readonly project: Project;
  readonly findings: readonly Finding[];
}

/** The version of an open document that `project` has seen. */
interface Taken {
  readonly project: Project;
  readonly version: number;
}

export class Projects {
  readonly #options: ProjectsOptions;
  readonly #projects = new Map<string, Promise<Project>>();
  readonly #roots = new Map<string, string | null>();
  readonly #taken = new Map<string, Taken>();
  #folders: readonly string[] = [];
  #folderRoots: readonly string[] = [];
  #lastWork: Promise<unknown> = Promise.resolve();

  constructor(options: ProjectsOptions) {
    this.#options = options;
    options.documents.onDidClose(({ path }) => this.#giveBack(path));
  }

  /** The workspace folders from now on. */
  setFolders(paths: readonly string[]): void {
    this.#folders = paths;
    this.#folderRoots = [...new Set(paths.map(projectRootOf))];
    this.#roots.clear();
    for (const root of this.#projects.keys()) {
      if (!this.#folderRoots.includes(root)) this.#projects.delete(root);
    }
  }

  /** The projects of the workspace folders. */
  ofFolders(): Promise<readonly Project[]> {
    return Promise.all(this.#folderRoots.map((root) => this.#projectAt(root)));
  }

  /** Every project that is open. */
  open(): Promise<readonly Project[]> {
    return Promise.all(this.#projects.values());
  }

  /** The project that `path` belongs to. Null for a document that is no file, if there is no workspace folder. */
  async of(path: string): Promise<Project | null> {
    const root = this.#rootOf(path);
    return root === null ? null : this.#projectAt(root);
  }

  /** The findings in `path` as the program is now, unsaved texts included. */
  async findingsIn(path: string): Promise<readonly Finding[]> {
    return (await this.inspect(path, ({ findings }) => findings)) ?? [];
  }

  /**
   * Does `work` on the project of `path` and the findings in it, while nobody else does. Null, and nothing is done, if `path` is
   * in no project or is left out of it.
   */
  inspect<Result>(path: string, work: (inspection: Inspection) => Promise<Result> | Result): Promise<Result | null> {
    return this.consult(path, (project) => work({ project, findings: this.check(project, [path]) }));
  }

  /** The same without the findings. */
  consult<Result>(path: string, work: (project: Project) => Promise<Result> | Result): Promise<Result | null> {
    return this.inTurn(async () => {
      const project = await this.of(path);
      if (project === null || isExcludedBelow(project.setup.root, path, project.setup.exclusion)) return null;
      this.takeDocuments(project);
      const isComplete = await project.load([path], { signal: AbortSignal.timeout(PATIENCE) });
      if (!isComplete) this.#options.onIncomplete();
      return work(project);
    });
  }

  /** Does `work` after all work that was asked for before. Work must not wait for more work of this kind. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#lastWork.then(work);
    this.#lastWork = result.catch(() => undefined);
    return result;
  }

  /** The findings in those of `paths` that are loaded, unsaved texts included. */
  check(project: Project, paths: readonly string[]): readonly Finding[] {
    this.takeDocuments(project);
    const { findings, failures } = project.check(paths);
    for (const { path, rule, message } of failures) {
      this.#options.onFailure(`${rule ?? 'summary'} in ${path ?? project.setup.root}: ${message}`);
    }
    return findings;
  }

  /** Shows `project` the texts that changed since it last saw them. */
  takeDocuments(project: Project): void {
    for (const document of this.#options.documents.all()) {
      const { path, version } = document;
      if (this.#rootOf(path) !== project.setup.root) continue;
      const taken = this.#taken.get(path);
      if (taken?.project === project && taken.version === version) continue;
      project.open(path, document.text, document.table);
      this.#taken.set(path, { project, version });
    }
  }

  /** Reads the setup of `project` again: files came or went, or its configuration changed. */
  refresh(project: Project): void {
    project.refresh();
    this.#options.onProblems(project.setup.root, project.setup.problems);
  }

  /** `path` lies in a workspace folder. */
  isInFolders(path: string): boolean {
    return this.#folders.some((folder) => isInside(folder, path));
  }

  /** Forgets every project: settings that they were opened with have changed. */
  reset(): void {
    this.#projects.clear();
    this.#taken.clear();
  }

  #giveBack(path: string): void {
    const taken = this.#taken.get(path);
    this.#taken.delete(path);
    if (taken === undefined) return;
    const { project } = taken;
    project.close(path);
    const { root } = project.setup;
    const isUsed = this.#options.documents.all().some((document) => this.#rootOf(document.path) === root);
    if (this.#folderRoots.includes(root) || isUsed) {
      this.inTurn(() => project.load([path])).catch((error: unknown) => this.#options.onFailure(String(error)));
    } else {
      this.#projects.delete(root);
    }
  }

  #rootOf(path: string): string | null {
    const known = this.#roots.get(path);
    if (known !== undefined) return known;
    const around = this.#folderRoots.filter((root) => isInside(root, path)).sort((a, b) => b.length - a.length);
    const isFile = path.startsWith('/') || /^[a-z]:\//i.test(path);
    const root = around[0] ?? (isFile ? projectRootOf(path) : (this.#folderRoots[0] ?? null));
    this.#roots.set(path, root);
    return root;
  }

  #projectAt(root: string): Promise<Project> {
    let project = this.#projects.get(root);
    if (project === undefined) {
      project = this.#openProject(root);
      this.#projects.set(root, project);
      // What failed once is tried again when it is next asked for.
      project.catch(() => this.#projects.delete(root));
    }
    return project;
  }

  async #openProject(root: string): Promise<Project> {
    const isLoose = !this.#folderRoots.includes(root) && !isProjectRoot(root);
    const overrides = { ...(await this.#options.overridesFor(root)), isLoose };
    // A cache that the command line made is used and kept up, but looking at a folder puts nothing into it.
    const project = Project.open(root, overrides, this.#options.assets, hasCacheFolder(root));
    this.#options.onProblems(project.setup.root, project.setup.problems);
    return project;
  }
}
