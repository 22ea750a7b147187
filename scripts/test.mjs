// `npm test`: unit, API and browser tests, with what they need.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled, fail, npm } from './install.mjs';

const BROWSERS = JSON.parse(
  readFileSync(new URL('../src/platform/server/browser-paths.json', import.meta.url), 'utf8'),
);

function ensureBrowser() {
  const found = () => [process.env.CHROMIUM, ...BROWSERS].find((file) => file && existsSync(file));
  if (!found() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const apt = (...args) =>
      spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  }
  const browser = found();
  if (!browser)
    fail('浏览器测试需要 Chromium。请安装它，或用环境变量 CHROMIUM 指明位置。Install Chromium or set CHROMIUM.');
  process.env.CHROMIUM = browser;
}

ensureInstalled();
ensureWebBuilt();
ensureBrowser();
process.exit(npm('run', '-s', 'test:all'));
