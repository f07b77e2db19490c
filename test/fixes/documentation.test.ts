/** The examples in the documentation of the fixes are what the fixes do. */
import { describe } from 'vitest';
import { FIX_KINDS } from '../../server/src/engine/fixes/index.ts';
import { testFixes } from '../harness/fix-cases.ts';

describe('the documentation of a fix shows what it does', () => {
  testFixes(
    FIX_KINDS.map(({ title, safety, before, after }) => ({
      name: title,
      fix: title,
      before,
      after,
      ...(safety === 'safe or unsafe' ? {} : { safety }),
    })),
  );
});
