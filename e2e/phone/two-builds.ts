// The phone's program in front of an office, as two builds of it that follow each other: the first is the one that was built, the second has
// another name for its script and says so on the screen. Files are served from here, everything below `/api` by the office.

import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import path from 'node:path';

const WEB = path.resolve(import.meta.dirname, '../../dist/web');
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};
export const SECOND_BRAND = '守望外业新版';

type Build = ReadonlyMap<string, Buffer>;

function firstBuild(): Build {
  const worker = readFileSync(path.join(WEB, 'field-worker.js'));
  const [names = '[]'] = /\["\/field\.html"[^\]]*\]/.exec(worker.toString()) ?? [];
  const files = (JSON.parse(names) as string[]).map((name) => [name, readFileSync(path.join(WEB, name))] as const);
  return new Map([...files, ['/field-worker.js', worker] as const]);
}

/** Every file that names the entry names another one, whose text is another. */
function secondBuild(first: Build): Build {
  const [, entry = ''] = /src="\/assets\/(field-[\w-]+\.js)"/.exec(String(first.get('/field.html'))) ?? [];
  const renamed = [...first].map(([name, bytes]) => {
    if (!/\.(js|html)$/.test(name)) return [name, bytes] as const;
    const text = bytes.toString().replaceAll(entry, 'field-SECOND00.js').replaceAll('守望外业', SECOND_BRAND);
    const isWorker = name === '/field-worker.js';
    const own = isWorker ? text.replace(/"[0-9a-f]{12}"/, '"second000000"') : text;
    if (isWorker && own === text) throw new Error('the worker has no version');
    return [name.replace(entry, 'field-SECOND00.js'), Buffer.from(own)] as const;
  });
  return new Map(renamed);
}

export type TwoBuilds = {
  url: string;
  /** `cut`: the second, but one of its files breaks off. */
  serve: (which: 'first' | 'second' | 'cut') => void;
  /** Whether the office can be reached behind it. */
  reach: (office: boolean) => void;
  close: () => Promise<void>;
};

export async function openTwoBuilds(office: string): Promise<TwoBuilds> {
  const { hostname, port } = new URL(office);
  const first = firstBuild();
  const second = secondBuild(first);
  let served: 'first' | 'second' | 'cut' = 'first';
  let isReached = true;
  const server = createServer((asked, answer) => {
    const { method = 'GET', url = '/', headers } = asked;
    const [address = '/'] = url.split('?');
    if (address.startsWith('/api/')) {
      if (!isReached) return void asked.socket.destroy();
      const to = request({ hostname, port, method, path: url, headers }, (back) => {
        answer.writeHead(back.statusCode ?? 502, back.headers);
        back.pipe(answer);
      });
      to.on('error', () => asked.socket.destroy());
      return void asked.pipe(to);
    }
    const name = address === '/field' ? '/field.html' : address;
    const file = (served === 'first' ? first : second).get(name);
    if (!file) return void answer.writeHead(404).end();
    const isCut = served === 'cut' && name.includes('SECOND00');
    answer.writeHead(200, {
      ...{ 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream', 'cache-control': 'no-cache' },
      'content-length': file.length,
    });
    if (!isCut) return void answer.end(file);
    answer.write(file.subarray(0, 1000), () => asked.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    serve: (which) => {
      served = which;
    },
    reach: (office) => {
      isReached = office;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
