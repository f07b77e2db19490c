/** Paths as the workspace spells them everywhere: absolute, with `/` between the parts, none at the end. */
import { dirname, resolve } from 'node:path';

/** `path` (relative to `folder` if it is relative) in the workspace's spelling. */
export function absolutePath(folder: string, path: string): string {
  return withSlashes(resolve(folder, path));
}

/** Only the separators change: `\` becomes `/` on Windows. */
export function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** The folder that holds `path`; the root of the disk holds itself. */
export function folderOf(path: string): string {
  return withSlashes(dirname(path));
}

/** `folder/name`. */
export function within(folder: string, name: string): string {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** `folder` and the folders around it, innermost first, up to the root of the disk. */
export function foldersUpFrom(folder: string): string[] {
  const folders = [folder];
  for (let last = folder; folderOf(last) !== last; last = folderOf(last)) folders.push(folderOf(last));
  return folders;
}

/** `path` is `folder` or lies in it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(within(folder, ''));
}

/** Sorts paths by UTF-16 code unit: the same order on every machine, whatever its locale. */
export function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
