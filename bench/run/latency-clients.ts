// The clients of bench/latency.ts, in a process of their own: what they spend on asking and reading is not counted into the
// answers of the server. Each keeps one connection and asks for the next path as soon as it has the answer.

import http from 'node:http';

export type Load = { url: string; cookies: string[]; paths: string[]; seconds: number };

function get(agent: http.Agent, url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers: { cookie } }, (response) => {
        if (response.statusCode === 200) response.resume().on('end', resolve).on('error', reject);
        else reject(new Error(`${url}: ${response.statusCode}`));
      })
      .on('error', reject);
  });
}

/** Milliseconds of every call made within the time. */
async function ask({ url, cookies, paths, seconds }: Load): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true });
  const until = performance.now() + seconds * 1000;
  const taken: number[] = [];
  let next = 0;
  await Promise.all(
    cookies.map(async (cookie) => {
      for (let from = performance.now(); from < until; from = performance.now()) {
        await get(agent, `${url}${paths[next++ % paths.length]}`, cookie);
        taken.push(performance.now() - from);
      }
    }),
  );
  agent.destroy();
  return taken;
}

process.on('message', async (load: Load) => process.send?.(await ask(load)));
process.on('disconnect', () => process.exit());
