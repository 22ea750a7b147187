import { readFileSync } from 'node:fs';
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

/** Every address that is no file is answered with the page it belongs to: the one for households, or the office. */
function officeAddresses(): Plugin {
  return {
    name: 'office-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        const isPage = request.headers.accept?.includes('text/html') && !path.includes('.');
        const page = /^\/declare(\/|$)/.test(path) ? '/declare.html' : '/office.html';
        if (isPage && !path.startsWith('/api')) request.url = page;
        next();
      });
    },
  };
}

export default defineConfig({
  appType: 'mpa',
  publicDir: false,
  plugins: [react(), countyBoundaries(), officeAddresses()],
  server: { proxy: { '/api': process.env.SHOUWANG_API ?? 'http://localhost:8080' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { office: 'office.html', declare: 'declare.html' },
      output: {
        codeSplitting: {
          groups: [
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            // Alone, because the page for households takes nothing else.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
          ],
        },
      },
    },
  },
});
