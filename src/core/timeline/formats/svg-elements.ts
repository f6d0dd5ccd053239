import { PHASES, SVG } from './svg-timeline.data.ts';

/** A line of text. */
export function text({ x, y }: { x: number; y: number }, content: string, name = ''): string {
  return `<text${name === '' ? '' : ` class="${name}"`} x="${String(x)}" y="${String(y)}">${escaped(content)}</text>`;
}

/** The whole drawing with title, description and theme. */
export function frame(
  height: number,
  [title = '', description = '']: readonly string[],
  drawing: readonly string[],
): string {
  const theme = `svg{background:#fff;color:#1b1f24}text{fill:currentColor;font:12px system-ui,sans-serif;font-variant-numeric:tabular-nums}.title{font-weight:600;font-size:15px}.end{text-anchor:end}.tick{text-anchor:middle;opacity:.75}.rule{stroke:currentColor;opacity:.15}.line{stroke:currentColor;opacity:.4}.mark{fill:currentColor;opacity:.55}.impact{fill:currentColor;opacity:.07}.moment{paint-order:stroke;stroke:#fff;stroke-width:3px}${hues('light')}@media(prefers-color-scheme:dark){svg{background:#14171b;color:#e6e9ed}.moment{stroke:#14171b}${hues('dark')}}`;
  const size = `viewBox="0 0 ${String(SVG.width)} ${String(height)}" width="${String(SVG.width)}" height="${String(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="timeline-title timeline-description">`,
    `<title id="timeline-title">${escaped(title)}</title>`,
    `<desc id="timeline-description">${escaped(description)}</desc>`,
    `<style>${theme}</style>`,
    ...drawing,
    '</svg>',
    '',
  ].join('\n');
}

/** XML text, without the control characters that XML cannot hold. */
export function escaped(content: string): string {
  return content
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/gu, (character) => `&#${String(character.codePointAt(0))};`);
}

function hues(mode: 'light' | 'dark'): string {
  return PHASES.map((phase) => `.${phase.id}{fill:${phase[mode]}}`).join('');
}
