/** Which libraries the project has already: a fix that needs another is offered behind those that do not. */
import type { Program } from '../program/program.ts';
import type { EngineSettings } from '../settings.ts';
import { imports } from './async-library.ts';

/** Whether the project declares `distribution`, or imports the package of that name somewhere. */
export function hasLibrary(program: Program, { requirements }: EngineSettings, distribution: string): boolean {
  if (requirements.includes(distribution)) return true;
  const name = distribution.replaceAll('-', '_');
  for (const module of program.modules) if (imports(module, name)) return true;
  return false;
}
