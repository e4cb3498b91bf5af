import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Colour = readonly [lightness: number, chroma: number, hue: number];

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const COLOUR = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g;
const TOKEN = /--([a-z-]+): (light-dark\(oklch\([^/]+?\), oklch\([^/]+?\)\)|oklch\([^/]+?\));/g;

const tokens = new Map<string, readonly Colour[]>();
for (const [, name = '', value = ''] of css.matchAll(TOKEN)) {
  const found = [...value.matchAll(COLOUR)].map((match): Colour => [Number(match[1]), Number(match[2]), Number(match[3])]);
  tokens.set(name, found.length === 1 ? [...found, ...found] : found);
}

/** Linear sRGB of an OKLCH colour (Ottosson 2020, https://bottosson.github.io/posts/oklab/). */
function linearRgb([lightness, chroma, hue]: Colour): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const clamped = (value: number) => Math.min(1, Math.max(0, value));

/** Relative luminance after WCAG 2.2. */
function luminance(colour: Colour): number {
  const [red, green, blue] = linearRgb(colour).map(clamped) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'surface', 'wash'];
const TONES = ['positive', 'caution', 'negative', 'info'];
const TEXT = 4.5;
const CONTROL = 3;

const PAIRS: [over: string, under: string, least: number][] = [
  ...GROUNDS.flatMap((ground) =>
    ['ink', 'ink-soft', 'accent', 'accent-strong', ...TONES].map((over): [string, string, number] => [over, ground, TEXT]),
  ),
  ...TONES.flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-quiet`, TEXT],
    ['ink', `${tone}-quiet`, TEXT],
  ]),
  ...['ink', 'ink-soft', 'accent', 'accent-strong'].map((over): [string, string, number] => [over, 'accent-quiet', TEXT]),
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-strong', TEXT],
  ['on-negative', 'negative', TEXT],
  ['surface', 'positive', TEXT],
  ['paper', 'ink', TEXT],
  ['on-screen', 'screen', TEXT],
  ...GROUNDS.flatMap((ground): [string, string, number][] => [
    ['line-strong', ground, CONTROL],
    ['focus', ground, CONTROL],
  ]),
  ['accent', 'line', CONTROL],
  ['positive', 'line', CONTROL],
  ['focus', 'accent-quiet', CONTROL],
];

const THEMES = ['light', 'dark'] as const;

describe.each(THEMES)('colours of the %s theme', (theme) => {
  const colour = (name: string): Colour => {
    const found = tokens.get(name)?.[THEMES.indexOf(theme)];
    if (found === undefined) throw new Error(`tokens.css has no colour --${name}`);
    return found;
  };

  it.each(PAIRS)('keep %s on %s readable (%s : 1)', (over, under, least) => {
    expect(contrast(colour(over), colour(under))).toBeGreaterThanOrEqual(least);
  });

  it('can be shown on any screen', () => {
    const outside = [...tokens.keys()].filter((name) => linearRgb(colour(name)).some((part) => part < -0.002 || part > 1.002));
    expect(outside).toEqual([]);
  });
});
