/** What the server needs from the machine it runs on, besides a connection: an entry point says it for its platform. */
import type { Assets } from '../workspace/assets.ts';

export interface Host {
  /** Called once, when a client has connected. */
  loadAssets(): Promise<Assets>;
}
