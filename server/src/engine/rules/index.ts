/** Every rule, in the order of the documentation. A new rule is one line here. */
import { asyncRouteShouldBeSync } from './async-route-should-be-sync.ts';
import { blockingDatabase } from './blocking-database.ts';
import { blockingFileIo } from './blocking-file-io.ts';
import { blockingHttpCall } from './blocking-http-call.ts';
import { blockingImport } from './blocking-import.ts';
import { blockingInput } from './blocking-input.ts';
import { blockingPathCheck } from './blocking-path-check.ts';
import { blockingSdkCall } from './blocking-sdk-call.ts';
import { blockingSleep } from './blocking-sleep.ts';
import { blockingSocket } from './blocking-socket.ts';
import { blockingSubprocess } from './blocking-subprocess.ts';
import { blockingWait } from './blocking-wait.ts';
import { coroutineInExecutor } from './coroutine-in-executor.ts';
import { cpuBoundInThreadPool } from './cpu-bound-in-thread-pool.ts';
import { cpuBoundOnLoop } from './cpu-bound-on-loop.ts';
import { defaultExecutorReplaced } from './default-executor-replaced.ts';
import { evaluatedBeforeOffload } from './evaluated-before-offload.ts';
import { executorPerCall } from './executor-per-call.ts';
import { interpreterUnsafeImport } from './interpreter-unsafe-import.ts';
import { ioBoundInProcessPool } from './io-bound-in-process-pool.ts';
import { kwargsInRunInExecutor } from './kwargs-in-run-in-executor.ts';
import { lateBindingTask } from './late-binding-task.ts';
import { loopCallFromThread } from './loop-call-from-thread.ts';
import { lostFutureError } from './lost-future-error.ts';
import { lostGlobalWrite } from './lost-global-write.ts';
import { missingMainGuard } from './missing-main-guard.ts';
import { nestedEventLoop } from './nested-event-loop.ts';
import { poolDeadlock } from './pool-deadlock.ts';
import type { Rule } from './rule.ts';
import { serialisedFutures } from './serialised-futures.ts';
import { threadInInterpreter } from './thread-in-interpreter.ts';
import { unawaitedOffload } from './unawaited-offload.ts';
import { unsendableTask } from './unsendable-task.ts';
import { unusedSuppression } from './unused-suppression.ts';

const OTHERS: readonly Rule[] = [
  blockingHttpCall,
  blockingSleep,
  blockingFileIo,
  blockingPathCheck,
  blockingSubprocess,
  blockingSocket,
  blockingDatabase,
  blockingSdkCall,
  blockingWait,
  blockingInput,
  cpuBoundOnLoop,
  blockingImport,
  nestedEventLoop,
  asyncRouteShouldBeSync,
  cpuBoundInThreadPool,
  evaluatedBeforeOffload,
  unawaitedOffload,
  unsendableTask,
  coroutineInExecutor,
  kwargsInRunInExecutor,
  defaultExecutorReplaced,
  lostFutureError,
  interpreterUnsafeImport,
  lostGlobalWrite,
  missingMainGuard,
  ioBoundInProcessPool,
  threadInInterpreter,
  lateBindingTask,
  serialisedFutures,
  executorPerCall,
  loopCallFromThread,
  poolDeadlock,
];

// What comments silence is known when all others have been heard.
export const RULES: readonly Rule[] = [...OTHERS, unusedSuppression(OTHERS)];
