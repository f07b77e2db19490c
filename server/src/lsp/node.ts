/** The language server as a Node process of its own, on standard streams (`--stdio`) or Node's channel (`--node-ipc`). */
import { createConnection } from 'vscode-languageserver/node';
import { loadAssets } from '../workspace/assets.ts';
import { startServer } from './server.ts';

startServer(createConnection(), { loadAssets });
