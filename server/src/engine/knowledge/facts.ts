/** Rows of computing callables, as the engine looks at what blocks. */
import type { ComputingRow, Fact, Weight } from './rows.ts';

/** A call that computes for long, in the words of one that blocks. A thread keeps the loop alive unless the call keeps the GIL. */
export function factOf(row: ComputingRow, weight: Weight): Fact {
  const { name, gil, unless, onlyIf, note, source } = row;
  return {
    name,
    effect: gil === 'releases' ? 'computes-released' : 'computes',
    computing: row,
    weight,
    ...(unless === undefined ? {} : { unless }),
    ...(onlyIf === undefined ? {} : { onlyIf }),
    ...(note === undefined ? {} : { note }),
    alternatives: gil === 'holds' ? [] : ['asyncio.to_thread'],
    source,
  };
}
