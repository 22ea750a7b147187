import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const BOUNDARIES = 'reference/counties.geo.json';

/** Serves the county boundaries under their own address, in the build and while developing. */
function countyBoundaries(): Plugin {
  const source = new URL(`data/${BOUNDARIES}`, import.meta.url);
  return {
    name: 'county-boundaries',
    configureServer(server) {
      server.middlewares.use(`/${BOUNDARIES}`, (_request, response) => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(readFileSync(source));
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: BOUNDARIES, source: readFileSync(source) });
    },
  };
}

/** Of the phone: what makes it a program, under the names its page says. */
const PHONE_FILES = {
  'field.webmanifest': 'src/modules/phone/web/program/manifest.webmanifest',
  'field-192.png': 'src/modules/phone/web/program/icon-192.png',
  'field-512.png': 'src/modules/phone/web/program/icon-512.png',
};
const PHONE_PAGE = 'field.html';
const PHONE_WORKER = 'field-worker.js';

/** The phone's service worker, told which files its page may come to need: all that it imports, now or later. */
function phoneWorker(): Plugin {
  return {
    name: 'phone-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/platform/web/field/service-worker.ts', fileName: PHONE_WORKER });
    },
    generateBundle(_options, bundle) {
      for (const [fileName, from] of Object.entries(PHONE_FILES))
        this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(from, import.meta.url)) });
      const worker = bundle[PHONE_WORKER];
      const entry = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(PHONE_PAGE),
      );
      if (worker?.type !== 'chunk' || entry?.type !== 'chunk') throw new Error('the phone has no entry or no worker');
      const names = new Set<string>();
      const visit = (name: string) => {
        const file = bundle[name];
        if (names.has(name) || file?.type !== 'chunk') return;
        names.add(name);
        for (const css of file.viteMetadata?.importedCss ?? []) names.add(css);
        for (const next of [...file.imports, ...file.dynamicImports]) visit(next);
      };
      visit(entry.fileName);
      const files = [PHONE_PAGE, ...Object.keys(PHONE_FILES), ...names].map((name) => `/${name}`);
      const version = createHash('sha256').update(files.join());
      // Whose names do not say what is in them.
      for (const file of [PHONE_PAGE, ...Object.values(PHONE_FILES)])
        version.update(readFileSync(new URL(file, import.meta.url)));
      worker.code = worker.code
        .replace('FIELD_FILES', JSON.stringify(files))
        .replace('FIELD_VERSION', JSON.stringify(version.digest('hex').slice(0, 12)));
    },
  };
}

const COMPRESSED = /\.(js|css|html|json|svg)$/;
/** Less than a packet: compressing saves nothing. */
const LEAST_BYTES = 1200;

/** Beside every file its compressed forms, so that the server only has to choose. */
function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((each) => COMPRESSED.test(each))) {
        const file = path.join(dir, name);
        const plain = readFileSync(file);
        if (plain.length < LEAST_BYTES) continue;
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
        writeFileSync(`${file}.br`, brotliCompressSync(plain, { params }));
        writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
      }
    },
  };
}

/** Also where a test starts the program, which builds what is missing, the pages are those that people get. */
function alwaysForPeople(): Plugin {
  return {
    name: 'always-for-people',
    apply: 'build',
    config() {
      process.env.NODE_ENV = 'production';
    },
  };
}

/** Every address that is no file is answered with the page it belongs to: the one for households, the phone, or the office. */
function officeAddresses(): Plugin {
  return {
    name: 'office-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const address = (request.url ?? '').split('?')[0] ?? '';
        const isPage = request.headers.accept?.includes('text/html') && !address.includes('.');
        const own = /^\/(declare|field)(\/|$)/.exec(address)?.[1];
        const page = own ? `/${own}.html` : '/office.html';
        if (isPage && !address.startsWith('/api')) request.url = page;
        next();
      });
    },
  };
}

/** The way to the desk; what else it is worth to name beside every page weighs more, at the first visit, than it saves later. */
const FIRST = /\/(frame|home-page)-[^/]*$/;

function preloaded(file: string, dependencies: string[], { hostType }: { hostType: 'html' | 'js' }): string[] {
  return hostType === 'html' || FIRST.test(file) ? dependencies : [];
}

export default defineConfig({
  appType: 'mpa',
  publicDir: false,
  plugins: [alwaysForPeople(), react(), countyBoundaries(), officeAddresses(), phoneWorker(), compressedFiles()],
  server: { proxy: { '/api': process.env.SHOUWANG_API ?? 'http://localhost:8080' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // Phones of the villages are some years old.
    target: 'chrome90',
    chunkSizeWarningLimit: 700,
    modulePreload: { resolveDependencies: preloaded },
    rolldownOptions: {
      input: { office: 'office.html', declare: 'declare.html', field: PHONE_PAGE },
      output: {
        codeSplitting: {
          groups: [
            // Alone, because it comes first.
            { name: 'older-browsers', test: /older-browsers\.ts$/ },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            // What the phone shares with the page for households: beside anything else that page would take all of it.
            { name: 'declared', test: /modules[\\/]declare[\\/]domain[\\/]words\.ts$|kernel[\\/]receipt\.ts$/ },
            // Alone, because the page for households takes nothing else.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // What the addresses of the pages need: many files of a few lines, each of which would be an answer with its headers. Without
            // what the page for households takes, which is to take nothing else.
            {
              name: 'words',
              test: /src[\\/](kernel[\\/](operation|input|problem|cursor|departments|region-code|plain-date|money)|platform[\\/]web[\\/](addresses|viewer|list[\\/]list-search)|modules[\\/](?!declare)\w+[\\/]domain[\\/](words|steps|survey|shapes|measures|desks|figure-names|fund-words|lifecycle|gaps|visit-dues|notice-states|national-changes|events|registry-columns|region-change|designations|batch-state|addresses))\.ts$/,
            },
            {
              name: 'antd-first',
              test: /antd[\\/]es[\\/](_util[\\/](hooks[\\/](useClosable|useMergedMask)|responsiveObserver)|grid[\\/]hooks[\\/]useBreakpoint|locale[\\/]useLocale)|@rc-component[\\/]util[\\/]es[\\/]mergeProps|icons[\\/]es[\\/](cssUtils|renderUtils|components[\\/])|icons(-svg)?[\\/]es[\\/](asn|icons)[\\/](InfoCircleFilled|CheckCircleFilled|ExclamationCircleFilled|CloseCircleFilled|CloseOutlined|QuestionCircleOutlined|SearchOutlined|LoadingOutlined)/,
            },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
          ],
        },
      },
    },
  },
});
