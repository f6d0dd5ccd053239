import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { InlineMarkdown, Markdown } from './markdown.tsx';

const show = (text: string): string => renderToStaticMarkup(createElement(Markdown, { text }));

describe('Markdown on the page', () => {
  it('shows HTML as the text it is', () => {
    expect(show('<script>alert(1)</script>')).not.toContain('<script');
    expect(show('a <img src=x onerror=alert(1)> b')).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it.each(hostileTexts())('leaves nothing to run or to load in %j', (text) => {
    const html = show(text);
    expect(html).not.toMatch(/<(?:script|iframe|object|embed|svg|style|form|input|base|meta|link|video|audio)\b/iu);
    expect(html.replaceAll(/"[^"]*"/gu, '""')).not.toMatch(/<[^>]+\son\w+\s*=/iu);
    for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/gu))
      expect(address).toMatch(/^(?:https?:|mailto:|\/(?!\/)|#)/u);
    for (const [, address] of html.matchAll(/src="([^"]*)"/gu)) expect(address).toMatch(/^\/api\/v1\/postmortems\//u);
  });

  it('opens other sites without telling them where from', () => {
    expect(show('[a](https://example.com/x)')).toContain('target="_blank" rel="noopener noreferrer"');
    expect(show('[a](/postmortems/1)')).toContain('<a href="/postmortems/1">');
    expect(show('[a](#timeline)')).toContain('<a href="#timeline">');
  });

  it('shows attached images and links those from elsewhere', () => {
    expect(show('![Graph](/api/v1/postmortems/1-2/images/ab12)')).toContain('<img');
    expect(show('![Graph](https://example.com/a.png)')).toContain('<a href="https://example.com/a.png"');
  });

  it('puts headings below the section they stand in', () => {
    expect(show('# One\n\n##### Five')).toMatch(/<h3.*<h6/u);
  });

  it('shows tables, tasks, code and footnotes', () => {
    expect(show('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('<td class="md-right">2</td>');
    expect(show('- [x] done\n- [ ] open')).toMatch(/☑.*done.*☐.*open/u);
    expect(show('```sql\nselect 1\n```')).toContain('data-language="sql"');
    expect(show('a[^1]\n\n[^1]: note')).toMatch(/<sup><a href="#[^"]+-note-1">1<\/a><\/sup>.*note/u);
  });

  it('needs no block of its own inside a line', () => {
    expect(renderToStaticMarkup(createElement(InlineMarkdown, { text: 'rolled back `api`' }))).toBe(
      'rolled back <code>api</code>',
    );
  });
});

function hostileTexts(): string[] {
  return [
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java\tscript:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](&#x6A;avascript&colon;alert(1))',
    '[a](  javascript:alert(1))',
    '[a](<java\nscript:alert(1)>)',
    '[a](\u0001javascript:alert(1))',
    '[a](vbscript:msgbox(1))',
    '[a](data:text/html,<script>alert(1)</script>)',
    '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[a](file:///etc/passwd)',
    '[a](//evil.example/x)',
    String.raw`[a](/\evil.example/x)`,
    String.raw`[a](\\evil.example\x)`,
    '[a](/\t/evil.example)',
    '[a](blob:https://example.com/1)',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '<https://example.com/"onmouseover="alert(1)>',
    '![a](javascript:alert(1))',
    '![a](data:image/svg+xml,<svg onload=alert(1)>)',
    '![a](//evil.example/a.png)',
    '![a](/api/v1/postmortems/../../evil.png)',
    '![a](/api/v1/postmortems/1/images/../../../session)',
    '![a][b]\n\n[b]: data:image/svg+xml;base64,AAAA',
    '![a" onerror="alert(1)](/api/v1/postmortems/1/images/x)',
    '[a](https://example.com "x\\" onclick=\\"alert(1)")',
    '<svg/onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<img src=x onerror=alert(1)//>',
    '<style>@import "//evil.example"</style>',
    '<base href="//evil.example">',
    '<form action="javascript:alert(1)"><input type=submit></form>',
    '<!-- --><script>alert(1)</script><!-- -->',
    '<details open ontoggle=alert(1)>',
    '```html\n<script>alert(1)</script>\n```',
    '`<img src=x onerror=alert(1)>`',
    '| <script>alert(1)</script> | [x](javascript:alert(1)) |\n|---|---|\n| <img src=x onerror=alert(1)> | b |',
    '[^1]\n\n[^1]: <script>alert(1)</script>',
    '# <script>alert(1)</script>',
    '- [x] <img src=x onerror=alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    'javascript:alert(1)',
    'www.example.com/"><script>alert(1)</script>',
    'http://example.com/`onmouseover=alert(1)`',
    '[<img src=x onerror=alert(1)>](https://example.com)',
    '[a](https://user:pass@evil.example@good.example)',
  ];
}
