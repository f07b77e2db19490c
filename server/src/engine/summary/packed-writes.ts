/** What is set on objects by code outside of their class, in columns: `bot.db = …`, `app["db"] = …`. */
import { type Columns, numberAt } from './columns.ts';
import type { ExpressionId } from './model.ts';

export interface OutsideWrite {
  /** The attribute or subscript that is set. */
  readonly target: ExpressionId;
  readonly value: ExpressionId;
  readonly annotation: ExpressionId;
}

/** The fields of an OutsideWrite, in their order. */
export const WRITE_WIDTH = 3;

export function* writesOf(rows: Columns): Generator<OutsideWrite> {
  for (let row = 0; row < rows.length; row++) {
    yield { target: numberAt(rows, 0, row), value: numberAt(rows, 1, row), annotation: numberAt(rows, 2, row) };
  }
}
