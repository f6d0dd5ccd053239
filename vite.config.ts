import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The web application is bundled into dist/web and served by the server from there. `npm run web:dev` serves it with hot
// reload beside a running server.
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  resolve: { conditions: ['nevertwice-source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    // A strict content security policy allows no inline script or data URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: {
        // The domain is pure, so a page carries what it uses of a room and not the rest behind the same door.
        moduleSideEffects: [{ test: /\/src\/(?:core|contract)\//u, sideEffects: false }],
      },
    },
  },
  server: { proxy: { '/api/v1': { target: 'http://127.0.0.1:4680', ws: true } } },
});
