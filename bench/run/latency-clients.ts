// The clients of bench/latency.ts, in a process of their own: what they spend on asking and reading is not counted into the
// answers of the server. Each keeps one connection and asks for the next path as soon as it has the answer.

import http from 'node:http';

export type Load = { url: string; cookies: string[]; paths: string[]; seconds: number };

/** A path is asked by GET; with a blank and JSON behind it, by POST. */
function call(agent: http.Agent, url: string, cookie: string): Promise<void> {
  const [address = '', body] = url.split(/ (.*)/);
  const options = body
    ? { agent, method: 'POST', headers: { cookie, 'content-type': 'application/json' } }
    : { agent, headers: { cookie } };
  return new Promise((resolve, reject) => {
    http
      .request(address, options, (response) => {
        if (response.statusCode === 200) response.resume().on('end', resolve).on('error', reject);
        else reject(new Error(`${address}: ${response.statusCode}`));
      })
      .on('error', reject)
      .end(body);
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
        await call(agent, `${url}${paths[next++ % paths.length]}`, cookie);
        taken.push(performance.now() - from);
      }
    }),
  );
  agent.destroy();
  return taken;
}

process.on('message', async (load: Load) => process.send?.(await ask(load)));
process.on('disconnect', () => process.exit());
