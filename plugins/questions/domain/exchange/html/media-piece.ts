import { isHttps } from './addresses.ts';
import type { HtmlContext } from './context.ts';
import { mediaAddress, packagePath } from './media-name.ts';
import type { Piece } from './pieces.ts';
import { shownAddress } from './shown-text.ts';
import { attribute, findElement, type MarkupElement, textOf } from './tree.ts';

const AUDIO = /\.(?:mp3|ogg|oga|opus|wav|m4a|aac)$/i;

/** What kind of file an element shows; null for films and other things no question can hold. */
function kindOf(node: MarkupElement, address: string): 'image' | 'audio' | null {
  if (node.name === 'img' || node.name === 'image') return 'image';
  if (node.name === 'audio') return 'audio';
  if (node.name === 'video') return null;
  const type = attribute(node, 'type') ?? '';
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('audio/') || AUDIO.test(address)) return 'audio';
  return type === '' && /\.(?:png|jpe?g|gif|webp|svg)$/i.test(address) ? 'image' : null;
}

const lineOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 1_000);

/** The address as our own Markdown writes it; null with a loss where nothing stands behind it. */
function addressOf(address: string, kind: 'image' | 'audio', context: HtmlContext): string | null {
  if (address === '') return null;
  const name = context.options.mediaName?.(address, kind) ?? null;
  if (name !== null) {
    if (!context.media.includes(name)) context.media.push(name);
    return mediaAddress(name);
  }
  if (isHttps(address) || (kind === 'image' && /^\/uploads\/[\w.~/-]+$/.test(address)) || /^\/media\/[\w-]+$/.test(address))
    return address;
  const isRelative = !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address);
  if (context.options.mediaName === undefined && isRelative) {
    const path = packagePath(address.replace(/^@@PLUGINFILE@@/i, ''));
    if (path !== '') {
      if (!context.media.includes(path)) context.media.push(path);
      return mediaAddress(path);
    }
  }
  context.lose('leftOut', 'htmlMedia', { address: address.slice(0, 120) });
  return null;
}

/** An image or a recording as Markdown; null with a loss where it cannot be one. */
export function mediaPiece(node: MarkupElement, context: HtmlContext): Piece | null {
  const source = findElement(node, ['source']);
  const written = attribute(node, 'src') ?? attribute(node, 'data') ?? (source ? attribute(source, 'src') : undefined) ?? '';
  const address = written.trim();
  const kind = kindOf(node, address);
  if (kind === null) {
    context.lose('leftOut', 'htmlFilm', { element: node.name });
    return null;
  }
  const label = lineOf(attribute(node, 'alt') ?? attribute(node, 'aria-label') ?? attribute(node, 'title') ?? textOf(node));
  const target = addressOf(address, kind, context);
  if (target === null) return label === '' || node.name === 'object' ? null : { kind: 'text', text: label };
  const escaped = label.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  const plays = kind === 'audio' ? /^\d{1,2}$/.exec(attribute(node, 'data-plays') ?? '')?.[0] : undefined;
  const limit = plays === undefined ? '' : ` "plays=${plays}"`;
  return { kind: 'raw', markdown: `![${escaped}](${target}${limit})`, shown: `${label}${shownAddress(target)}` };
}
