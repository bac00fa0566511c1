import tokens from '../styles/tokens.css?raw';
import type { Paint } from './drawing';

/** Red, green and blue, 0 to 1 each. */
export type Colour = readonly [number, number, number];

/** The tokens of the light page: what is printed and sent is always on white paper. */
const LIGHT = new Map(
  [
    ...tokens
      .slice(0, tokens.indexOf('data-theme=', tokens.indexOf(':root {')))
      .matchAll(/--([\w-]+):\s*([^;]+);/g),
  ].map(([, name = '', value = '']) => [name, value.replace(/\s+/g, ' ').trim()]),
);

/** What a role holds in light, as CSS writes it; '' for one that there is not. */
export function lightOf(role: string): string {
  const value = LIGHT.get(role) ?? '';
  return value.replace(/var\( ?--([\w-]+) ?\)/g, (_, other: string) => lightOf(other));
}

/** The colour of a role in light, whatever the page looks like now. */
export function colourOf({ role, share = 1 }: Paint): Colour {
  const [full, sheet] = [valueOf(role), valueOf('sheet')];
  const mixed = (i: 0 | 1 | 2) => full[i] * share + sheet[i] * (1 - share);
  return [mixed(0), mixed(1), mixed(2)];
}

/** As pictures write it: "#2a2520". */
export function hexOf(paint: Paint): string {
  const part = (value: number) =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${colourOf(paint).map(part).join('')}`;
}

/** As the page writes it, in its own light or dark. */
export function cssOf({ role, share }: Paint): string {
  if (share === undefined) return `var(--${role})`;
  return `color-mix(in srgb, var(--${role}) ${String(share * 100)}%, var(--sheet))`;
}

const known = new Map<string, Colour>();

function valueOf(role: string): Colour {
  let colour = known.get(role);
  if (!colour) known.set(role, (colour = read(role)));
  return colour;
}

function read(name: string): Colour {
  const value = LIGHT.get(name) ?? '';
  const other = /^var\( ?--([\w-]+) ?\)/.exec(value)?.[1];
  if (other !== undefined) return valueOf(other);
  const parts = /^oklch\( ?([\d.]+) ([\d.]+) ([\d.]+) ?\)/.exec(value);
  if (!parts) throw new Error('no colour: ' + name);
  return fromOklch(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** From OKLCH to sRGB, after Björn Ottosson, "A perceptual color space for image processing" (2020). */
function fromOklch(light: number, chroma: number, hue: number): Colour {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    curved(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    curved(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    curved(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function curved(value: number): number {
  const within = Math.min(1, Math.max(0, value));
  return within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055;
}
