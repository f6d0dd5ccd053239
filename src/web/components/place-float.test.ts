import { describe, expect, it } from 'vitest';

import { placeFloat } from './place-float.ts';

const view = { windowWidth: 1000, windowHeight: 600, side: 'bottom', align: 'start' } as const;
const button = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 30 });
const panel = { width: 200, height: 300 };

describe('placeFloat', () => {
  it('puts a panel below what opens it, at its start', () => {
    expect(placeFloat(button(40, 50), panel, view)).toEqual({ left: 40, top: 85, maxHeight: 507 });
  });

  it('aligns it with the end or the middle', () => {
    expect(placeFloat(button(400, 50), panel, { ...view, align: 'end' }).left).toBe(300);
    expect(placeFloat(button(400, 50), panel, { ...view, align: 'center' }).left).toBe(350);
  });

  it('goes above where there is no room below', () => {
    expect(placeFloat(button(40, 560), panel, view).top).toBe(255);
  });

  it('goes below where there is no room above', () => {
    expect(placeFloat(button(40, 10), panel, { ...view, side: 'top' }).top).toBe(45);
  });

  it('never leaves the window', () => {
    expect(placeFloat(button(950, 50), panel, view).left).toBe(792);
    expect(placeFloat(button(-80, 50), panel, view).left).toBe(8);
  });

  it('says how high it may be where it does not fit at all', () => {
    const { top, maxHeight } = placeFloat(button(40, 280), { width: 200, height: 900 }, view);
    expect(top + maxHeight).toBeLessThanOrEqual(592);
  });
});
