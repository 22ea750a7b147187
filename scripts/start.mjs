// `npm start`: installs what is missing, builds the web, and serves.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled, ownNode, ROOT } from './install.mjs';
import { MEMORY } from './memory.mjs';

const PARENT_LOOKED_AT_MS = 500;

ensureInstalled();
ensureWebBuilt();

// Without npm and a shell in between, which do not hand every signal on. The channel tells the server when this process is gone.
const server = spawn(ownNode(), [path.join(ROOT, 'src', 'app', 'server.ts')], {
  cwd: ROOT,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...MEMORY, ...process.env },
});
// Ctrl-C reaches the whole group, a second time is nothing new; waiting lets the server stop its database before this process ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));

// An npm that was killed hands nothing on. (The script begins with exec, so that no shell stands between; where there is no
// exec, it goes on without.)
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start')
  setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), PARENT_LOOKED_AT_MS).unref();
