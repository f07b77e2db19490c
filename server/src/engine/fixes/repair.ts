/** repair: one finding and its file's syntax in, the fixes that an expert would offer out, or the reason why there is none. */
import type { Finding, Repair } from '../findings/finding.ts';
import type { Program } from '../program/program.ts';
import type { EngineSettings } from '../settings.ts';
import type { SyntaxTable } from '../syntax/table.ts';

export interface RepairRequest {
  readonly finding: Finding;
  /** The syntax of the finding's file, as it was checked. */
  readonly table: SyntaxTable;
  readonly program: Program;
  readonly settings: EngineSettings;
}

export function repair(_request: RepairRequest): Repair {
  return { fixes: [], withheld: null };
}
