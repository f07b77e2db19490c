/** The pages of all fixes, in the order of the documentation. */
import { CALL_PAGES } from './calls/pages.ts';
import { HTTP_PAGES } from './http/pages.ts';
import type { FixPage } from './page.ts';
import { POOL_PAGES } from './pools/pages.ts';

export const FIX_PAGES: readonly FixPage[] = [...CALL_PAGES, ...HTTP_PAGES, ...POOL_PAGES];
