// `npm start`: installs what is missing, builds the web, and serves.

import { spawn } from 'node:child_process';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled, ROOT } from './install.mjs';
import { MEMORY } from './memory.mjs';

ensureInstalled();
ensureWebBuilt();

const server = spawn('npm', ['run', '-s', 'serve'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...MEMORY, ...process.env },
  shell: process.platform === 'win32',
});
// Ctrl-C reaches the whole group; waiting lets the server stop its database before this process ends.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
