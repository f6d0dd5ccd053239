/** Media types of what the web application consists of, by the end of the name. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
};

/** Types that compressing makes smaller. */
export const COMPRESSIBLE = new Set(['css', 'html', 'js', 'json', 'map', 'svg', 'txt', 'webmanifest']);
