import { percentOf } from '../answers.ts';

/** Attribute values and short texts. */
export const xmlEscaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow them
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const cdata = (text: string): string => `<![CDATA[${text.replace(ILLEGAL, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** `<name>value</name>`. */
export const element = (name: string, value: string | number): string => `<${name}>${xmlEscaped(String(value))}</${name}>`;

/** `<name><text>value</text></name>` without a format. */
export const plainText = (name: string, text: string, attributes = '', inside = ''): string =>
  `<${name}${attributes}><text>${cdata(text)}</text>${inside}</${name}>`;

/** A file that a question shows, as the export found it. */
export type ShownFile = { readonly name: string; readonly base64: string };
/** Files by their address in Markdown. */
export type ShownFiles = ReadonlyMap<string, ShownFile>;

/** Addresses of images and audio of this platform. */
const OWN_ADDRESS = /\]\((\/(?:uploads|media)\/[^)\s]+)/g;

/** Every address that a text shows, each once: what an export loads before it writes. */
export const shownAddresses = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(OWN_ADDRESS)].map(([, address = '']) => address))),
];

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A Markdown text with its files beside it; addresses without a file stay as they are. */
export function markdownText(name: string, markdown: string, files: ShownFiles, attributes = '', inside = ''): string {
  const shown = shownAddresses([markdown]).flatMap((address) => files.get(address) ?? []);
  const text = markdown.replace(OWN_ADDRESS, (whole, address: string) => {
    const file = files.get(address);
    return file ? `](@@PLUGINFILE@@/${encoded(file.name)}` : whole;
  });
  const packed = [...new Map(shown.map((file) => [file.name, file])).values()]
    .map((file) => `<file name="${xmlEscaped(file.name)}" path="/" encoding="base64">${file.base64}</file>`)
    .join('');
  return `<${name}${attributes} format="markdown"><text>${cdata(text)}</text>${packed}${inside}</${name}>`;
}

/** A share as Moodle's fraction in percent. */
export const fraction = (share: number): string => ` fraction="${percentOf(share)}"`;
