/** Module roots: the folders that absolute imports start from. Computed from the list of files; touches no disk. */
import { byPath, folderOf, isInside, within } from './paths.ts';

/**
 * The module roots of the project at `root` with these `files`, best first: `src` if modules lie in it, the root itself, and the
 * folder around each topmost package. `configured` (absolute) replaces the guess.
 */
export function moduleRootsOf(
  root: string,
  files: readonly string[],
  configured: readonly string[] | null,
): readonly string[] {
  if (configured !== null) return configured;
  const packages = new Set(files.filter((path) => path.endsWith('/__init__.py')).map(folderOf));
  const source = within(root, 'src');
  const hasSource = !packages.has(source) && files.some((path) => isInside(source, path));
  const around = [...packages].map(folderOf).filter((folder) => !packages.has(folder));
  const others = [...new Set(around)].sort((a, b) => depthOf(a) - depthOf(b) || byPath(a, b));
  return [...new Set([...(hasSource ? [source] : []), root, ...others])];
}

function depthOf(folder: string): number {
  return folder.split('/').length;
}
