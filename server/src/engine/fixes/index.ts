/** Every kind of fix, best first where several help, and in the order of the documentation. */
import { CALL_FIXES, TO_THREAD } from './calls/kinds.ts';
import { CLIENT_FIXES } from './clients/kinds.ts';
import { COMMENT_FIXES } from './comments/kinds.ts';
import { COROUTINE_FIXES } from './coroutines/kinds.ts';
import { BLOCK_TO_THREAD, FILE_FIXES } from './files/kinds.ts';
import { HTTP_FIXES } from './http/kinds.ts';
import type { FixKind } from './kind.ts';
import { POOL_FIXES } from './pools/kinds.ts';
import { PROCESS_FIXES } from './processes/kinds.ts';
import { STRUCTURE_FIXES } from './structure/kinds.ts';
import { TWIN_FIXES } from './twins/kinds.ts';
import { WAIT_FIXES } from './waits/kinds.ts';

export const FIX_KINDS: readonly FixKind[] = [
  ...CALL_FIXES,
  ...TWIN_FIXES,
  ...HTTP_FIXES,
  ...CLIENT_FIXES,
  ...PROCESS_FIXES,
  ...FILE_FIXES,
  ...POOL_FIXES,
  ...WAIT_FIXES,
  ...STRUCTURE_FIXES,
  TO_THREAD,
  BLOCK_TO_THREAD,
  ...COROUTINE_FIXES,
  ...COMMENT_FIXES,
];
